using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Rows cut by a page break: no rule stands at their open end, but the sides of their cells, which hang on the last rule across,
/// end there at one height. Strokes of characters never do so on the lines of several sides.
/// </summary>
internal static class OpenRows
{
    private const int FewestSides = 3;

    /// <summary>From the last rule across to the open end at least, points.</summary>
    private const double Lowest = 6;

    /// <summary>Ends of the sides are this near to one height, points.</summary>
    private const double SameEnd = 2;

    /// <summary>Sides of cells are not nearer to each other, points.</summary>
    private const double Narrowest = 6;

    /// <summary>A run down the page that goes past the last of the rules that cross it; points.</summary>
    private readonly record struct OpenSide(RuleCandidate Candidate, double End, double Line)
    {
        public double Position => Candidate.Rule.Position;

        public bool EndsWith(OpenSide other) => Math.Abs(other.End - End) <= SameEnd && Math.Abs(other.Line - Line) <= RuleCrossing.Reach;
    }

    /// <summary>Lets the sides of open rows, which are cut at the last rule or not chosen at all, reach as far as they are drawn.</summary>
    /// <param name="candidates">Runs that are inked enough to be rules.</param>
    /// <param name="chosen">The rules among them.</param>
    /// <param name="reaches">See <see cref="RuleSelection.Choose"/>.</param>
    public static void Extend(IReadOnlyList<RuleCandidate> candidates, Dictionary<RuleCandidate, Ruling> chosen, Func<Ruling, double, bool, bool> reaches)
    {
        foreach (var isAbove in (ReadOnlySpan<bool>)[true, false])
            foreach (var side in Sides(candidates, [.. chosen.Values], isAbove, (rule, line) => reaches(rule, line, !isAbove)).SelectMany(row => row))
            {
                var closed = chosen.TryGetValue(side.Candidate, out var rule) ? rule : side.Candidate.Rule with { Start = side.Line, End = side.Line };
                chosen[side.Candidate] = isAbove ? closed with { Start = side.End } : closed with { End = side.End };
            }
    }

    /// <summary>Where rules across would close the open rows; of no thickness, as none is drawn.</summary>
    public static IReadOnlyList<Ruling> Edges(IReadOnlyList<Ruling> rules) =>
        [.. new[] { true, false }.SelectMany(isAbove => Sides([.. rules.Select(rule => new RuleCandidate(rule, 0, 0))], rules, isAbove, (_, _) => true))
            .Select(row => new Ruling(RulingDirection.Horizontal, row.Average(side => side.End), row.Min(side => side.Position), row.Max(side => side.Position), 0))];

    /// <summary>The sides of each row that is open above or below, in no order.</summary>
    private static IEnumerable<List<OpenSide>> Sides(IReadOnlyList<RuleCandidate> candidates, IReadOnlyList<Ruling> rules, bool isAbove, Func<Ruling, double, bool> reaches)
    {
        var left = new List<OpenSide>();
        foreach (var candidate in candidates.Where(candidate => candidate.Rule.Direction is RulingDirection.Vertical))
            if (RuleCrossing.Along(rules, candidate.Rule) is { Count: > 0 } lines)
            {
                var (end, line) = isAbove ? (candidate.Rule.Start, lines[0]) : (candidate.Rule.End, lines[^1]);
                if (Math.Abs(end - line) > Lowest && reaches(candidate.Rule, line))
                    left.Add(new(candidate, end, line));
            }

        while (left.Count > 0)
        {
            var row = left.Where(left[0].EndsWith).ToList();
            left.RemoveAll(row.Contains);
            if (row.Select(side => Math.Round(side.Position / Narrowest)).Distinct().Count() >= FewestSides)
                yield return row;
        }
    }
}
