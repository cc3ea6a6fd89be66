using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Closes the breaks of rules that a scanner lost: thin rules of a slightly turned page vanish for a stretch in 1-bit scans.
/// In a grid a rule ends at a rule that crosses it; two pieces of one line whose facing ends hang in the air are one rule,
/// and a single loose end goes on to the next rule in its way.
/// </summary>
internal static class RuleMending
{
    /// <summary>Pieces of one line lie this near to each other across it, points.</summary>
    private const double SameLine = 1.5;

    /// <summary>How far an end may stay away from the rule it meets, points.</summary>
    private const double Reach = 4;

    /// <summary>Farthest way of a loose end to the next rule, points.</summary>
    private const double FarthestExtension = 150;

    public static IReadOnlyList<Ruling> Mend(IReadOnlyList<Ruling> rules)
    {
        var mended = rules.ToList();
        foreach (var direction in new[] { RulingDirection.Vertical, RulingDirection.Horizontal })
        {
            Bridge(mended, direction);
            Extend(mended, direction);
        }

        return mended;
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

    private static void Extend(List<Ruling> rules, RulingDirection direction)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Direction != direction)
                continue;
            var (isStartFast, isEndFast) = (Ends(rules, rule, rule.Start), Ends(rules, rule, rule.End));
            if (isStartFast && !isEndFast && Crossing(rules, rule).Where(at => at > rule.End && at - rule.End <= FarthestExtension).Order().Cast<double?>().FirstOrDefault() is { } end)
                rules[i] = rule with { End = end };
            else if (isEndFast && !isStartFast && Crossing(rules, rule).Where(at => at < rule.Start && rule.Start - at <= FarthestExtension).OrderDescending().Cast<double?>().FirstOrDefault() is { } start)
                rules[i] = rule with { Start = start };
        }
    }

    /// <summary>Where rules of the other direction cross the line of this one.</summary>
    private static IEnumerable<double> Crossing(List<Ruling> rules, Ruling rule) => rules
        .Where(other => other.Direction != rule.Direction && rule.Position >= other.Start - Reach && rule.Position <= other.End + Reach)
        .Select(other => other.Position);

    private static bool Ends(List<Ruling> rules, Ruling rule, double end) => Crossing(rules, rule).Any(at => Math.Abs(at - end) <= Reach);
}
