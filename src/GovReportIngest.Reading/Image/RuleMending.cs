using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Closes the breaks of rules that a scanner lost: thin rules of a slightly turned page vanish for a stretch in 1-bit scans.
/// In a grid a rule ends at a rule that crosses it; two pieces of one line whose facing ends hang in the air are one rule,
/// and a single loose end goes on to the next rule in its way.
/// </summary>
internal static class RuleMending
{
    private const double SameLine = RuleCrossing.SameLine;
    private const double Reach = RuleCrossing.Reach;

    /// <summary>So many ends at one height show that a rule was lost, if it left a trace.</summary>
    private const int FewestEnds = 2;

    /// <summary>The same for upright rules, beside which strokes of characters stand.</summary>
    private const int FewestEndsAcross = 4;

    /// <summary>Farthest way of a loose end to the next rule, points.</summary>
    private const double FarthestExtension = 150;

    /// <summary>A loose end so near to a rule, points, is worn.</summary>
    private const double NearestRule = 12;

    public static IReadOnlyList<Ruling> Mend(IReadOnlyList<Ruling> rules, RuleTrace trace)
    {
        var mended = rules.ToList();
        Bridge(mended, RulingDirection.Vertical);
        Bridge(mended, RulingDirection.Horizontal);
        CloseEnds(mended, RulingDirection.Horizontal, trace);
        CloseEnds(mended, RulingDirection.Vertical, trace);
        Extend(mended, RulingDirection.Vertical, trace);
        Extend(mended, RulingDirection.Horizontal, trace);
        return mended;
    }

    /// <summary>
    /// Where several rules end in the air on one line, a rule that crossed them was lost there: it is put back between those ends
    /// and the next rules on both sides, where at least a trace of it is left.
    /// </summary>
    private static void CloseEnds(List<Ruling> rules, RulingDirection lost, RuleTrace trace)
    {
        var ends = LooseEnds(rules, lost);
        for (var first = 0; first < ends.Count;)
        {
            var group = ends.Skip(first).TakeWhile(end => end.Line - ends[first].Line <= Reach).ToList();
            first += group.Count;
            if (group.Select(end => end.At).Distinct().Count() >= (lost is RulingDirection.Horizontal ? FewestEnds : FewestEndsAcross))
                rules.AddRange(Lost(rules, lost, group.Average(end => end.Line), [.. group.Select(end => end.At)], trace));
        }
    }

    /// <summary>Where rules of the other direction end without a rule of this one: the line it would run on, and where along it.</summary>
    private static List<(double At, double Line)> LooseEnds(List<Ruling> rules, RulingDirection direction) => [.. rules
        .Where(rule => rule.Direction != direction)
        .SelectMany(rule => new[] { (At: rule.Position, Line: rule.Start), (At: rule.Position, Line: rule.End) })
        .Where(end => !rules.Any(rule => rule.Direction == direction && Math.Abs(rule.Position - end.Line) <= Reach
            && rule.Start <= end.At + Reach && rule.End >= end.At - Reach))
        .OrderBy(end => end.Line)];

    private static List<Ruling> Lost(
        List<Ruling> rules, RulingDirection direction, double line, List<double> ends, RuleTrace trace)
    {
        var stops = RuleCrossing.Of(rules, direction, line).Order().ToList();
        var found = new List<Ruling>();
        for (var i = 1; i < stops.Count; i++)
        {
            var (from, to) = (stops[i - 1], stops[i]);
            if (!(ends.Contains(from) || ends.Contains(to)) || !trace.IsTraced(direction, line, from, to))
                continue;
            if (found.Count > 0 && found[^1].End.Equals(from))
                found[^1] = found[^1] with { End = to };
            else
                found.Add(new(direction, line, from, to, 0.5));
        }

        return found;
    }

    private static void Bridge(List<Ruling> rules, RulingDirection direction)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Direction != direction || Ends(rules, rules[i], rules[i].End))
                continue;
            var next = Enumerable.Range(0, rules.Count).Where(other => IsAhead(rules[i], rules[other]))
                .OrderBy(other => rules[other].Start).Cast<int?>().FirstOrDefault();
            if (next is not { } piece || Ends(rules, rules[piece], rules[piece].Start)
                || !Ends(rules, rules[i], rules[i].Start))
                continue;
            rules[i] = Joined(rules[i], rules[piece]);
            rules.RemoveAt(piece);
            i = -1;
        }
    }

    private static bool IsAhead(Ruling rule, Ruling other) => other.Direction == rule.Direction && other.Start >= rule.End
        && Math.Abs(other.Position - rule.Position) <= SameLine;

    private static Ruling Joined(Ruling first, Ruling second)
    {
        var (a, b) = (first.End - first.Start, second.End - second.Start);
        return first with
        {
            Position = (first.Position * a + second.Position * b) / (a + b),
            End = second.End,
            Thickness = Math.Max(first.Thickness, second.Thickness),
        };
    }

    private static void Extend(List<Ruling> rules, RulingDirection direction, RuleTrace trace)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Direction != direction)
                continue;
            var (isStartFast, isEndFast) = (Ends(rules, rule, rule.Start), Ends(rules, rule, rule.End));
            // Several rules that end on one line end at a column that is not ruled.
            isStartFast |= rules.Count(other => other.Direction == direction && Math.Abs(other.Start - rule.Start) <= Reach) > FewestEnds;
            isEndFast |= rules.Count(other => other.Direction == direction && Math.Abs(other.End - rule.End) <= Reach) > FewestEnds;
            if (isStartFast && !isEndFast && Next(rule.End, isAhead: true) is { } end && IsTraced(rule.End, end))
                rules[i] = rule with { End = end };
            else if (isEndFast && !isStartFast && Next(rule.Start, isAhead: false) is { } start && IsTraced(start, rule.Start))
                rules[i] = rule with { Start = start };

            double? Next(double from, bool isAhead) => RuleCrossing.Of(rules, rule.Direction, rule.Position)
                .Where(at => isAhead ? at > from : at < from).OrderBy(at => Math.Abs(at - from)).Cast<double?>().FirstOrDefault();
            // Rules may well end in the air, in tables without upright ones: only what left a trace, or has companions, goes on, and never through text.
            bool IsTraced(double from, double to) => to - from <= FarthestExtension && (to - from <= NearestRule
                || ((HaveCompanions(rules, rule, from, to) || trace.Share(direction, rule.Position, from, to) >= RuleTrace.Least)
                    && !trace.CrossesText(direction, rule.Position, from, to)));
        }
    }

    /// <summary>Rules on both sides of this one run over the whole stretch.</summary>
    private static bool HaveCompanions(List<Ruling> rules, Ruling rule, double from, double to)
    {
        bool Runs(Ruling other) => other.Direction == rule.Direction && other.Start <= from + Reach && other.End >= to - Reach;
        return rules.Exists(other => Runs(other) && other.Position < rule.Position - Reach) && rules.Exists(other => Runs(other) && other.Position > rule.Position + Reach);
    }

    private static bool Ends(List<Ruling> rules, Ruling rule, double end) => RuleCrossing.Of(rules, rule.Direction, rule.Position).Any(at => Math.Abs(at - end) <= Reach);
}
