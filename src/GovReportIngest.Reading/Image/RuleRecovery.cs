using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Finds rules again that a scan left as dashes: of a border between two rules that cross it, some even pieces remain, and one
/// of them reaches an end. Dashes that stand alone in a cell (a placeholder) reach none.
/// </summary>
internal static class RuleRecovery
{
    private const double SameLine = RuleCrossing.SameLine;
    private const double Reach = RuleCrossing.Reach;

    /// <summary>On the line of a rule that is certain, this share of a border must have remained, and a piece this near (points) to an end.</summary>
    private const double LeastOfKnown = 0.3;
    private const double NearEndOfKnown = 8;

    /// <summary>On any other line, and on any upright one, more, and near both ends: strokes of characters and arcs of seals stand free.</summary>
    private const double LongestStroke = 36;
    private const double LeastOfFree = 0.5;
    private const double NearEndOfFree = 3;

    /// <summary>The chosen rules and what could be recovered between them.</summary>
    /// <param name="chosen">Rules that are certain.</param>
    /// <param name="pieces">All even pieces, those of chosen rules among them.</param>
    public static IReadOnlyList<Ruling> Recover(IReadOnlyList<Ruling> chosen, IReadOnlyList<Ruling> pieces, RuleTrace trace)
    {
        var all = chosen.ToList();
        // A recovered rule may be what another needs to be tied to.
        foreach (var direction in new[] { RulingDirection.Horizontal, RulingDirection.Vertical, RulingDirection.Horizontal })
            foreach (var line in Lines([.. pieces.Where(piece => piece.Direction == direction)]))
                Add(all, Missing(all, line, trace));
        return all;
    }

    /// <summary>A recovered stretch and the pieces it touches on its line become one rule, so that none of them seems to end in the air.</summary>
    private static void Add(List<Ruling> rules, List<Ruling> found)
    {
        foreach (var rule in found)
        {
            var touched = rules.Where(other => other.Direction == rule.Direction && Math.Abs(other.Position - rule.Position) <= 2 * SameLine
                && other.Start <= rule.End + Reach && other.End >= rule.Start - Reach).ToList();
            rules.RemoveAll(touched.Contains);
            var parts = touched.Append(rule).ToList();
            rules.Add(rule with { Start = parts.Min(part => part.Start), End = parts.Max(part => part.End) });
        }
    }

    private static List<List<Ruling>> Lines(List<Ruling> pieces)
    {
        var lines = new List<List<Ruling>>();
        foreach (var piece in pieces.OrderBy(piece => piece.Position))
            if (lines.Count > 0 && piece.Position - lines[^1][0].Position <= SameLine)
                lines[^1].Add(piece);
            else
                lines.Add([piece]);
        return lines;
    }

    /// <summary>The borders along one line that no chosen rule covers but enough remains of; neighbours are one rule.</summary>
    private static List<Ruling> Missing(List<Ruling> chosen, List<Ruling> line, RuleTrace trace)
    {
        var direction = line[0].Direction;
        var position = line.Sum(piece => piece.Position * (piece.End - piece.Start)) / line.Sum(piece => piece.End - piece.Start);
        var known = chosen.Where(rule => rule.Direction == direction && Math.Abs(rule.Position - position) <= 2 * SameLine).ToList();
        var stops = RuleCrossing.Of(chosen, direction, position).Order().ToList();
        var found = new List<Ruling>();
        for (var i = 1; i < stops.Count; i++)
        {
            var (from, to) = (stops[i - 1], stops[i]);
            var covering = known.Where(rule => IsSameTable(chosen, rule, from, to)).ToList();
            if (to - from < 2 * Reach || Covered(covering, from, to) > 0.8 * (to - from))
                continue;
            if (covering.Count > 0 ? !IsLeft(line, trace, position, covering, from, to) : !RemainsFree(line, from, to))
                continue;
            if (found.Count > 0 && found[^1].End >= from)
                found[^1] = found[^1] with { End = to };
            else
                found.Add(new(direction, position, from, to, line.Max(piece => piece.Thickness)));
        }

        return found;
    }

    /// <summary>Whether a third rule ties a rule to a stretch of its own line: tables above each other have nothing to do with one another.</summary>
    private static bool IsSameTable(List<Ruling> rules, Ruling known, double from, double to) => rules.Exists(rule => rule.Direction == known.Direction
        && rule.Start <= from + Reach && rule.End >= to - Reach && rule.Start <= known.End + Reach && rule.End >= known.Start - Reach);

    /// <summary>What certain rules leave open of the stretch: what they cover says nothing about the rest, which must have a trace of its own.</summary>
    private static IEnumerable<(double From, double To)> Open(List<Ruling> covering, double from, double to)
    {
        var reached = from;
        foreach (var rule in covering.Where(rule => rule.End > from && rule.Start < to).OrderBy(rule => rule.Start))
        {
            if (rule.Start - reached > 2 * Reach)
                yield return (reached, rule.Start);
            reached = Math.Max(reached, rule.End);
        }

        if (to - reached > 2 * Reach)
            yield return (reached, to);
    }

    private static bool IsLeft(List<Ruling> line, RuleTrace trace, double position, List<Ruling> covering, double from, double to)
    {
        var direction = line[0].Direction;
        var open = Open(covering, from, to).ToList();
        // Strokes of characters are no trace.
        if (open.Exists(gap => trace.CrossesText(direction, position, gap.From, gap.To)))
            return false;
        var remains = direction is RulingDirection.Horizontal ? RemainsKnown(line, from, to) : RemainsAtBothEnds(line, from, to);
        return (remains && open.TrueForAll(gap => trace.IsTraced(direction, position, gap.From, gap.To))) || trace.IsWorn(direction, position, from, to);
    }

    private static bool RemainsKnown(List<Ruling> line, double from, double to)
    {
        var inside = Inside(line, from, to);
        return Covered(inside, from, to) >= LeastOfKnown * (to - from)
            && inside.Exists(piece => piece.Start <= from + NearEndOfKnown || piece.End >= to - NearEndOfKnown);
    }

    /// <summary>Where no certain rule lies on the line, upright pieces no longer than strokes are strokes.</summary>
    private static bool RemainsFree(List<Ruling> line, double from, double to) => RemainsAtBothEnds(line, from, to)
        && (line[0].Direction is RulingDirection.Horizontal || Inside(line, from, to).Exists(piece => piece.End - piece.Start > LongestStroke));

    private static bool RemainsAtBothEnds(List<Ruling> line, double from, double to)
    {
        var inside = Inside(line, from, to);
        return Covered(inside, from, to) >= LeastOfFree * (to - from)
            && inside.Exists(piece => piece.Start <= from + NearEndOfFree) && inside.Exists(piece => piece.End >= to - NearEndOfFree);
    }

    private static List<Ruling> Inside(List<Ruling> line, double from, double to) => [.. line.Where(piece => piece.End > from && piece.Start < to)];

    private static double Covered(IEnumerable<Ruling> rules, double from, double to)
    {
        var (covered, reached) = (0.0, from);
        foreach (var rule in rules.OrderBy(rule => rule.Start))
            if (Math.Min(to, rule.End) > Math.Max(reached, rule.Start))
            {
                covered += Math.Min(to, rule.End) - Math.Max(reached, rule.Start);
                reached = Math.Min(to, rule.End);
            }

        return covered;
    }
}
