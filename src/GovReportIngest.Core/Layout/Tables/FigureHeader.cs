using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Names of columns above rows of figures: where they begin, and the rules that part them.</summary>
/// <param name="pieces">All that stands where the table may be.</param>
/// <param name="horizontals">Rules of any length that run across the page.</param>
/// <param name="across">Those across the figures, from top to bottom.</param>
/// <param name="left">Of the table, points.</param>
/// <param name="right">Of the table, points.</param>
internal sealed class FigureHeader(IReadOnlyList<TextPiece> pieces, IReadOnlyList<Ruling> horizontals, IReadOnlyList<Ruling> across, double left, double right)
{
    /// <summary>A header is at most so high above its first figures, from one rule to the next, in points.</summary>
    public const double Highest = 110;

    /// <summary>A rule nearer than this, points, to the end of a stretch is its end.</summary>
    private const double SameEdge = 4;

    /// <summary>Rules of a header and of the rows below it are farther apart, points.</summary>
    private const double Margin = 2;

    /// <summary>Names of narrow columns stand nearer to each other than other words, in heights.</summary>
    private const double WithinName = 0.25;

    /// <summary>Names that are spaced, or that OCR parted, are told by trying wider white within them.</summary>
    private static readonly double[] WithinNames = [WithinName, 0.55, 1];

    private const int LongestName = 40;

    /// <summary>Top of the header, null where no rule bounds it; points.</summary>
    /// <param name="body">Where the rows begin.</param>
    public double? Top(double body)
    {
        double? top = null;
        foreach (var rule in across.Reverse().Where(rule => rule.Position < body - Margin))
            if (rule.Position > (top ?? body) - Highest && HoldsNames(rule.Position, top ?? body))
                top = rule.Position;
            else
                break;
        return top ?? (across.Any(rule => Math.Abs(rule.Position - body) <= Margin) ? TopOfNames(body) : null);
    }

    /// <summary>Where a page breaks a table above the names, no rule is above them: several names on a line right above the rows' own rule.</summary>
    private double? TopOfNames(double body)
    {
        var lines = TextRun.Lines(Between(body - Highest, body));
        if (lines.Count == 0 || lines[^1].Count < 2 || !lines[^1].All(run => run.Text.Any(HanSpacing.IsHan)))
            return null;
        var top = body;
        foreach (var line in lines.Reverse().Where(line => line.All(IsName)))
        {
            if (top - line.Max(run => run.Box.Bottom) > line.Max(run => run.Box.Height))
                break;
            top = line.Min(run => run.Box.Y);
        }

        return top < body ? top - Margin : null;
    }

    /// <summary>The names between two heights, points.</summary>
    public ColumnNames Names(double top, double bottom)
    {
        var runs = Lines(top, bottom).SelectMany(line => line).ToList();
        var rule = across.Select(rule => rule.Position).Where(y => y > top + SameEdge && y < bottom - SameEdge).DefaultIfEmpty(top).Max();
        return new([.. runs.Where(run => run.CentreY > rule)], runs);
    }

    /// <summary>Borders that the names between two heights show by standing in the middle of their cells, points; null where they do not close.</summary>
    public IReadOnlyList<double>? CentredBorders(double top, double bottom)
    {
        var between = Between(top, bottom).ToList();
        return WithinNames.Select(within => CentredNames.Borders(TextRun.Lines(between, within), left, right)).FirstOrDefault(borders => borders is not null);
    }

    /// <summary>
    /// Each column's own name stands below the names of groups, which reach over borders: the column's cell begins below the
    /// last of these, between two lines.
    /// </summary>
    /// <param name="borders">Of the columns of figures.</param>
    /// <param name="edges">Of columns of labels.</param>
    public IEnumerable<Ruling> Rules(double top, double body, IReadOnlyList<double> borders, IReadOnlyList<double> edges)
    {
        var lines = Lines(top, body);
        double[] xs = [left, .. FigureGrid.Parting(edges, borders.DefaultIfEmpty(right).First(), [.. lines.SelectMany(line => line)]), .. borders, right];
        var reach = xs.Select(x => LowestOver(x, lines, top)).ToArray();
        var levels = Enumerable.Range(0, xs.Length - 1).Select(i => Math.Max(LowestRule(xs[i], xs[i + 1], top, body), Math.Max(reach[i], reach[i + 1]))).ToArray();
        // A name alone in its column may stand on the level of its neighbours as well: there it keeps their order.
        var begins = levels.Select((level, i) => LowestLevel(level, TopOfName(xs[i], xs[i + 1], level, body))).ToArray();
        double LowestLevel(double own, double name) => levels.Where(level => level >= own && level <= name + TextRun.Lean).DefaultIfEmpty(own).Max();
        for (var i = 0; i < begins.Length; i++)
        {
            yield return new(RulingDirection.Horizontal, begins[i], xs[i], xs[i + 1], 0);
            if (i > 0)
                yield return new(RulingDirection.Vertical, xs[i], Math.Min(begins[i - 1], begins[i]), body, 0);
        }
    }

    private double LowestRule(double from, double to, double top, double bottom) => horizontals
        .Where(rule => rule.Position > top + SameEdge && rule.Position < bottom - SameEdge && FigureGrid.Covers(rule, from, to))
        .Select(rule => rule.Position).DefaultIfEmpty(top).Max();

    private double TopOfName(double from, double to, double top, double bottom) => Between(top, bottom)
        .Where(piece => piece.Box.CentreX > from && piece.Box.CentreX < to).Select(piece => piece.Box.Y).DefaultIfEmpty(top).Min();

    private double LowestOver(double x, IReadOnlyList<IReadOnlyList<TextRun>> lines, double top)
    {
        for (var i = lines.Count - 1; i >= 0 && x > left && x < right; i--)
            if (lines[i].Any(run => run.Crosses(x)))
                return i + 1 < lines.Count ? (lines[i].Max(run => run.CentreY) + lines[i + 1].Min(run => run.CentreY)) / 2 : lines[i].Max(run => run.Box.Bottom);
        return top;
    }

    /// <summary>Names of columns are short, and not numbered as headings are.</summary>
    private bool HoldsNames(double top, double bottom)
    {
        var lines = TextRun.Lines(Between(top, bottom));
        return lines.Count > 0 && lines.All(line => Numbering.Of(line[0].Text).Style is NumberingStyle.None && line.All(IsName));
    }

    private static bool IsName(TextRun run) => run.Text.Length <= LongestName;

    private IReadOnlyList<IReadOnlyList<TextRun>> Lines(double top, double bottom) => TextRun.Lines(Between(top, bottom), WithinName);

    private IEnumerable<TextPiece> Between(double top, double bottom) => pieces.Where(piece => piece.Box.CentreY > top && piece.Box.CentreY < bottom);
}
