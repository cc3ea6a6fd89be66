using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>A straight run that may be a rule; <see cref="Inked"/> is how much of its length had ink before breaks were bridged, <see cref="Longest"/> its longest unbroken piece, points.</summary>
internal readonly record struct RuleCandidate(Ruling Rule, double Inked, double Longest)
{
    public double Length => Rule.End - Rule.Start;
}

/// <summary>
/// Tells rules from strokes of characters. A long even run is a rule by itself; a short one only where it hangs between rules
/// that cross it, as the sides of cells do and strokes of large type do not.
/// </summary>
internal static class RuleSelection
{
    /// <summary>Runs from this length on need no other rule to hang on, points.</summary>
    private const double Independent = 60;

    /// <summary>Single strokes are hardly longer than this, points.</summary>
    private const double LongestStroke = 36;

    /// <summary>Strokes that chain up over several characters leave more breaks than a worn rule.</summary>
    private const double LeastInked = 0.75;

    /// <summary>How far an end may stay away from the rule it should meet, points.</summary>
    private const double Reach = 4;

    public static IReadOnlyList<Ruling> Choose(IReadOnlyList<RuleCandidate> candidates)
    {
        var solid = candidates.Where(candidate => candidate.Inked >= LeastInked * candidate.Length).ToList();
        var chosen = solid.Where(candidate => candidate.Length >= Independent && candidate.Longest > LongestStroke)
            .Select(candidate => candidate.Rule).ToHashSet();
        for (var before = -1; before != chosen.Count;)
        {
            before = chosen.Count;
            chosen.UnionWith(solid.Select(candidate => candidate.Rule).Where(rule => Hangs(rule, rule.Start, chosen) && Hangs(rule, rule.End, chosen)).ToList());
        }

        return [.. candidates.Select(candidate => candidate.Rule).Where(chosen.Contains)];
    }

    private static bool Hangs(Ruling rule, double end, HashSet<Ruling> chosen) => chosen.Any(other =>
        other.Direction != rule.Direction && Math.Abs(other.Position - end) <= Reach
        && rule.Position >= other.Start - Reach && rule.Position <= other.End + Reach);
}
