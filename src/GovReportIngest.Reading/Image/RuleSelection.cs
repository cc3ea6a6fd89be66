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

    /// <param name="reaches">Whether a rule goes on unbroken to a line across it (its position, points).</param>
    public static IReadOnlyList<Ruling> Choose(IReadOnlyList<RuleCandidate> candidates, Func<Ruling, double, bool> reaches)
    {
        var solid = candidates.Where(candidate => candidate.Inked >= LeastInked * candidate.Length).ToList();
        var chosen = solid.Where(candidate => candidate.Length >= Independent && candidate.Longest > LongestStroke)
            .Select(candidate => candidate.Rule).ToHashSet();
        for (var before = -1; before != chosen.Count;)
        {
            before = chosen.Count;
            chosen.UnionWith(solid.Where(candidate => IsSide(candidate, chosen, reaches)).Select(candidate => candidate.Rule).ToList());
        }

        return [.. candidates.Select(candidate => candidate.Rule).Where(chosen.Contains)];
    }

    /// <summary>In tight rows a stroke of a character ends near the rules above and below it; a side of a cell touches them.</summary>
    private static bool IsSide(RuleCandidate candidate, HashSet<Ruling> chosen, Func<Ruling, double, bool> reaches) =>
        new[] { candidate.Rule.Start, candidate.Rule.End }.All(end => Meets(candidate.Rule, end, chosen) is { } meeting
            && (candidate.Longest > LongestStroke || reaches(candidate.Rule, meeting)));

    private static double? Meets(Ruling rule, double end, HashSet<Ruling> chosen) => chosen
        .Where(other => other.Direction != rule.Direction && Math.Abs(other.Position - end) <= Reach
            && rule.Position >= other.Start - Reach && rule.Position <= other.End + Reach)
        .Select(other => (double?)other.Position).MinBy(position => Math.Abs(position!.Value - end));
}
