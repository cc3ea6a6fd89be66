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

    /// <summary>Strokes that chain up along a line of bold print have others beside them for more of their length.</summary>
    private const double LargestInkBeside = 0.5;

    private const double Reach = RuleCrossing.Reach;

    /// <param name="reaches">Whether a rule is unbroken behind (true) or before (false) a line across it, whose position is given in points.</param>
    /// <param name="inkBeside">See <see cref="RuleEvenness.InkBeside"/>.</param>
    public static IReadOnlyList<Ruling> Choose(IReadOnlyList<RuleCandidate> candidates, Func<Ruling, double, bool, bool> reaches, Func<Ruling, double> inkBeside)
    {
        var solid = candidates.Where(candidate => candidate.Inked >= LeastInked * candidate.Length).ToList();
        var chosen = new Dictionary<RuleCandidate, Ruling>();
        foreach (var candidate in solid.Where(candidate => candidate.Length >= Independent && candidate.Longest > LongestStroke))
            chosen[candidate] = candidate.Rule;
        for (var before = -1; before != chosen.Count;)
        {
            before = chosen.Count;
            var rules = chosen.Values.ToList();
            foreach (var candidate in solid.Where(candidate => !chosen.ContainsKey(candidate)))
                if (Side(candidate, rules, reaches) is { } side)
                    chosen[candidate] = side;
        }

        var all = chosen.Values.ToList();
        foreach (var (candidate, _) in chosen.Where(pair => HangsFree(pair.Value, all) && inkBeside(pair.Value) > LargestInkBeside).ToList())
            chosen.Remove(candidate);
        CutRows.Extend(solid, chosen, reaches);
        return [.. candidates.Where(chosen.ContainsKey).Select(candidate => chosen[candidate])];
    }

    /// <summary>An end stays away from the side of the cell in which the run stands, and nothing crosses it: so does a line of print.</summary>
    private static bool HangsFree(Ruling rule, List<Ruling> rules)
    {
        var lines = RuleCrossing.Of(rules, rule.Direction, rule.Position).ToList();
        var (before, behind) = (lines.FindAll(line => line < rule.Start + Reach), lines.FindAll(line => line > rule.End - Reach));
        return before.Count + behind.Count == lines.Count && (IsOpen(before, rule.Start) || IsOpen(behind, rule.End));

        static bool IsOpen(List<double> lines, double end) => lines.Count > 0 && lines.TrueForAll(line => Math.Abs(line - end) > Reach);
    }

    /// <summary>
    /// The candidate between the rules it hangs on, or null. In tight rows a stroke of a character ends near the rules above and
    /// below it, or stands right over a side of a cell; the side itself touches them.
    /// </summary>
    private static Ruling? Side(RuleCandidate candidate, List<Ruling> chosen, Func<Ruling, double, bool, bool> reaches)
    {
        var rule = candidate.Rule;
        var lines = RuleCrossing.Along(chosen, rule);
        if (candidate.Longest > LongestStroke)
            return lines.Exists(line => Math.Abs(line - rule.Start) <= Reach) && lines.Exists(line => Math.Abs(line - rule.End) <= Reach) ? rule : null;
        var from = lines.Where(line => reaches(rule, line, true)).Cast<double?>().FirstOrDefault();
        var to = lines.Where(line => reaches(rule, line, false)).Cast<double?>().LastOrDefault();
        return to - from > 2 * Reach ? rule with { Start = from!.Value, End = to!.Value } : null;
    }
}
