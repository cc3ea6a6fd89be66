using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Rows cut by a page break: no rule stands at their open end, but the sides of their cells, which hang on the last rule across,
/// end there at one height. Strokes of characters never do so on the lines of several sides.
/// </summary>
internal static class CutRows
{
    /// <summary>Ends of the sides are this near to one height, points.</summary>
    private const double SameEnd = 2;

    /// <summary>Sides of cells are not nearer to each other, points.</summary>
    private const double Narrowest = 6;

    /// <summary>A run down the page that goes past the last of the rules that cross it.</summary>
    /// <param name="Index">Among the runs.</param>
    /// <param name="End">Where it ends behind that rule, points.</param>
    /// <param name="Line">That rule's position, points.</param>
    private readonly record struct OpenSide(int Index, double Position, double End, double Line)
    {
        public bool EndsWith(OpenSide other) => Math.Abs(other.End - End) <= SameEnd && Math.Abs(other.Line - Line) <= RuleCrossing.Reach;
    }

    /// <summary>Lets the sides of cut rows, which end at the last rule or were not chosen at all, reach as far as they are drawn.</summary>
    /// <param name="candidates">Runs that are inked enough to be rules.</param>
    /// <param name="chosen">The rules among them.</param>
    /// <param name="reaches">See <see cref="RuleSelection.Choose"/>.</param>
    public static void Extend(IReadOnlyList<RuleCandidate> candidates, Dictionary<RuleCandidate, Ruling> chosen, Func<Ruling, double, bool, bool> reaches)
    {
        var runs = candidates.Select(candidate => candidate.Rule).ToList();
        foreach (var isAbove in (ReadOnlySpan<bool>)[true, false])
            foreach (var side in Sides(runs, [.. chosen.Values], isAbove, (run, line) => reaches(run, line, !isAbove)).SelectMany(row => row))
            {
                var candidate = candidates[side.Index];
                var closed = chosen.TryGetValue(candidate, out var rule) ? rule : candidate.Rule with { Start = side.Line, End = side.Line };
                chosen[candidate] = isAbove ? closed with { Start = side.End } : closed with { End = side.End };
            }
    }

    /// <summary>Where rules across would close the cut rows; of no thickness, as none is drawn.</summary>
    public static IReadOnlyList<Ruling> Edges(IReadOnlyList<Ruling> rules) =>
        [.. new[] { true, false }.SelectMany(isAbove => Sides(rules, rules, isAbove, (_, _) => true))
            .Select(row => new Ruling(RulingDirection.Horizontal, row.Average(side => side.End), row.Min(side => side.Position), row.Max(side => side.Position), 0))];

    /// <summary>The sides of each row that is cut above or below, in no order.</summary>
    /// <param name="reaches">Whether a run is unbroken where it goes past a line, whose position is given in points.</param>
    private static IEnumerable<List<OpenSide>> Sides(IReadOnlyList<Ruling> runs, IReadOnlyList<Ruling> rules, bool isAbove, Func<Ruling, double, bool> reaches)
    {
        var left = new List<OpenSide>();
        for (var i = 0; i < runs.Count; i++)
            if (runs[i].Direction is RulingDirection.Vertical && RuleCrossing.Along(rules, runs[i]) is { Count: > 0 } lines)
            {
                var (end, line) = isAbove ? (runs[i].Start, lines[0]) : (runs[i].End, lines[^1]);
                if (Math.Abs(end - line) > RulingGroups.OpenRow && reaches(runs[i], line))
                    left.Add(new(i, runs[i].Position, end, line));
            }

        while (left.Count > 0)
        {
            var row = left.Where(left[0].EndsWith).ToList();
            left.RemoveAll(row.Contains);
            if (row.Select(side => Math.Round(side.Position / Narrowest)).Distinct().Count() >= RulingGroups.FewestOpenSides)
                yield return row;
        }
    }
}
