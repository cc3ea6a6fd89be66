using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Finds the columns of a table that is ruled only across: numbers under each other leave gutters of white between them, and
/// a rule that ends inside the table ends at a column. The borders come back as vertical rules, row by row, so that the grid
/// is built as if they had been drawn.
/// </summary>
internal sealed partial class AlignedColumns
{
    /// <summary>White this wide, in points, between the words of all rows of a block parts two columns.</summary>
    private const double Gutter = 2.5;

    /// <summary>Ends of rules this near, in points, are at the same column.</summary>
    private const double Near = 3.2;

    /// <summary>Of so many rows one may write into the white between two columns.</summary>
    private const int RowsForOneStray = 12;

    /// <summary>Characters of one label stand nearer to each other than this share of their height.</summary>
    private const double WithinLabel = 0.6;

    /// <summary>A word may lean this far, in points, over a border.</summary>
    private const double Lean = 1;

    private readonly Box area;
    private readonly IReadOnlyList<Ruling> rules;
    private readonly List<Row> rows;

    private AlignedColumns(GridLines grid, IReadOnlyList<Ruling> rules, IReadOnlyList<Word> words)
    {
        area = grid.Box;
        this.rules = rules;
        rows = [.. Enumerable.Range(0, grid.Rows).Select(row => Row.Of(grid.Ys[row], grid.Ys[row + 1], words, area))];
    }

    /// <summary>The grid with its inferred columns, or null where the words do not show at least two.</summary>
    public static GridLines? Infer(GridLines grid, IReadOnlyList<Ruling> rulings, IReadOnlyList<Word> words)
    {
        var inside = rulings.Where(rule => rule.Direction is RulingDirection.Horizontal && IsInside(rule, grid.Box)).ToList();
        if (GridLines.Of([.. inside, .. grid.Verticals]) is not { } all)
            return null;
        var columns = new AlignedColumns(all, inside, words).Borders();
        return columns.Count == 0 ? null : GridLines.Of([.. inside, .. grid.Verticals, .. columns]);
    }

    private static bool IsInside(Ruling rule, Box area) =>
        rule.Position >= area.Y - Near && rule.Position <= area.Bottom + Near && rule.Start >= area.X - Near && rule.End <= area.Right + Near;

    private List<Ruling> Borders()
    {
        var borders = new List<Ruling>();
        var ends = RuleEnds();
        var known = new List<double>(ends);
        var gutters = new IReadOnlyList<double>[rows.Count];
        for (var first = 0; first < rows.Count; first++)
        {
            gutters[first] ??= [];
            if (!rows[first].HasNumbers)
                continue;
            var last = first;
            while (last + 1 < rows.Count && rows[last + 1].HasNumbers)
                last++;
            var found = Gutters(first, last, known);
            for (var row = Math.Max(0, first - HeaderRows(first)); row <= last; row++)
                gutters[row] = found;
            first = last;
        }

        for (var row = 0; row < rows.Count; row++)
            borders.AddRange(InRow(row, ends, gutters[row]).Select(x => new Ruling(RulingDirection.Vertical, x, rows[row].Top, rows[row].Bottom, 0)));
        return borders;
    }

    private IEnumerable<double> InRow(int row, IReadOnlyList<double> ends, IReadOnlyList<double> gutters)
    {
        var ruled = ends.Where(x => EndsAt(x, rows[row].Top) || EndsAt(x, rows[row].Bottom));
        var white = gutters.Where(x => rows[row].HasNumbers || rows[row].HasWordsOnBothSides(x, gutters));
        return ruled.Concat(white).Where(x => !rows[row].IsCrossed(x)).Distinct();
    }

    private bool EndsAt(double x, double y) => rules.Any(rule =>
        Math.Abs(rule.Position - y) <= Near && (Math.Abs(rule.Start - x) <= Near || Math.Abs(rule.End - x) <= Near));

    /// <summary>Where rules end inside the table.</summary>
    private List<double> RuleEnds()
    {
        var found = new List<double>();
        foreach (var x in rules.SelectMany(rule => new[] { rule.Start, rule.End }).Where(x => x > area.X + 6 && x < area.Right - 6).Order())
            if (found.Count == 0 || x - found[^1] > Near)
                found.Add(x);
        return found;
    }

    // The header's leaves stand directly above the first row of numbers; a title over the whole width tells nothing.
    private int HeaderRows(int first)
    {
        var count = 0;
        while (first - count - 1 >= 0 && !rows[first - count - 1].HasNumbers && rows[first - count - 1].Runs.Count != 1 && count < 4)
            count++;
        return count;
    }

    private List<double> Gutters(int first, int last, List<double> known)
    {
        var header = first > 0 && rows[first - 1].Runs.Count > 1 ? 1 : 0;
        var block = Enumerable.Range(first - header, last - first + 1 + header).Select(row => rows[row]).ToList();
        var numbers = block.SelectMany(row => row.Runs).Where(run => run.IsNumber).ToList();
        var white = White(block);
        var found = new List<double>();
        for (var i = 0; i < white.Count; i++)
        {
            // What stands up to the next white holds a number: a column of values and not of labels.
            var next = i + 1 < white.Count ? white[i + 1].Start : double.MaxValue;
            if (numbers.Exists(run => run.Start >= white[i].End - Lean && run.End <= next + Lean))
                found.Add(Border(white[i].Start, white[i].End, known));
        }

        return found;
    }

    /// <summary>Stretches between runs, wide enough for a border, that hardly a row of the block writes into: dirt or a long label may.</summary>
    private static List<(double Start, double End)> White(List<Row> block)
    {
        var most = block.Count / RowsForOneStray;
        var edges = block.SelectMany(row => row.Runs).SelectMany(run => new[] { (X: run.Start, Step: 1), (X: run.End, Step: -1) })
            .OrderBy(edge => edge.X).ThenByDescending(edge => edge.Step).ToList();
        var white = new List<(double Start, double End)>();
        var (depth, began) = (0, double.NaN);
        foreach (var (x, step) in edges)
        {
            if (depth > most && depth + step <= most)
                began = x;
            else if (depth <= most && depth + step > most && x - began >= Gutter)
                white.Add((began, x));
            depth += step;
        }

        return white;
    }

    // Blocks of different columns share their borders where the white allows it.
    private static double Border(double left, double right, List<double> known)
    {
        foreach (var border in known)
            if (border >= left - Lean && border <= right + Lean)
                return border;
        known.Add((left + right) / 2);
        return known[^1];
    }

    [GeneratedRegex(@"^(?:[-−–+]?\d[\d,.，]*%?|[/／—–\-]{1,2}|无)$")]
    private static partial Regex NumberPattern();

    private readonly record struct Run(double Start, double End, bool IsNumber);

    private sealed record Row(double Top, double Bottom, IReadOnlyList<Run> Runs)
    {
        /// <summary>A row of the body: a value stands in it, and something before it.</summary>
        public bool HasNumbers { get; } = Runs.Count > 1 && Runs.Any(run => run.IsNumber);

        public static Row Of(double top, double bottom, IReadOnlyList<Word> words, Box area)
        {
            var runs = new List<Run>();
            var isCharacter = false;
            var inside = words
                .Where(word => word.Box.CentreY >= top && word.Box.CentreY < bottom && word.Box.CentreX > area.X && word.Box.CentreX < area.Right)
                .Where(word => word.Text.Any(char.IsLetterOrDigit) || NumberPattern().IsMatch(word.Text))
                .OrderBy(word => word.Box.X).ThenBy(word => word.Box.Right);
            foreach (var word in inside)
            {
                var isNumber = NumberPattern().IsMatch(word.Text);
                // OCR gives a label character by character, with boxes that are too narrow.
                var follows = isCharacter;
                isCharacter = !isNumber && word.Text.Length == 1;
                if (follows && isCharacter && word.Box.X - runs[^1].End < WithinLabel * word.Box.Height)
                    runs[^1] = runs[^1] with { End = Math.Max(runs[^1].End, word.Box.Right) };
                else
                    runs.Add(new(word.Box.X, word.Box.Right, isNumber));
            }

            return new(top, bottom, runs);
        }

        public bool IsCrossed(double x) => Runs.Any(run => run.Start < x - Lean && run.End > x + Lean);

        /// <summary>A header has a border only between neighbours; over columns without a word of their own it is one cell.</summary>
        public bool HasWordsOnBothSides(double x, IReadOnlyList<double> gutters)
        {
            var before = gutters.LastOrDefault(other => other < x, double.MinValue);
            var after = gutters.FirstOrDefault(other => other > x, double.MaxValue);
            return Runs.Any(run => run.End > before && run.End <= x + Lean) && Runs.Any(run => run.Start >= x - Lean && run.Start < after);
        }
    }
}
