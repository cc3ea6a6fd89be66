using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Rows without any figure: no figure shows where they stand, but rules that part the other rows part them, too. Between two
/// such rules stands a label and nothing beside it.
/// </summary>
/// <param name="pieces">All that stands where tables may be.</param>
/// <param name="rulings">Of the page.</param>
internal sealed class BlankRows(IReadOnlyList<TextPiece> pieces, IReadOnlyList<Ruling> rulings)
{
    /// <summary>From rule to rule at most, points: even in a narrow column labels have few lines.</summary>
    private const double Highest = 120;

    /// <summary>So many times the space of the rows that are sure, and so many points at the least, may a row at the end have.</summary>
    private const double MostPadding = 1.5;

    private const double LeastPadding = 4;

    /// <summary>Rules nearer than this, points, are one.</summary>
    private const double SameRule = 3;

    private enum Content
    {
        Nothing,
        Figures,
        Label,

        /// <summary>Words over the columns of figures.</summary>
        Title,

        /// <summary>The same with words beside them, over the labels: names of columns.</summary>
        Names,
    }

    /// <param name="Bottom">Of its lower rule; points.</param>
    private sealed record Band(double Top, double Bottom, Content Content, IReadOnlyList<TextLine> Lines)
    {
        /// <summary>Space above and below the words together; points.</summary>
        public double Padding => Bottom - Top - (Lines.Max(line => line.Box.Bottom) - Lines.Min(line => line.Box.Y));
    }

    /// <summary>The block with its blank rows.</summary>
    /// <param name="ceiling">Nothing above belongs to the table; points.</param>
    /// <param name="floor">Nothing below belongs to it.</param>
    public FigureBlock AddedTo(FigureBlock block, double ceiling, double floor)
    {
        var bands = Bands(block.Columns(), block.Rows, ceiling, floor);
        var (first, last) = (IndexOf(bands, block.Rows[0]), IndexOf(bands, block.Rows[^1]));
        if (first < 0 || last < 0 || bands.Count(band => band.Content is Content.Figures) * 2 < block.Rows.Count)
            return UnruledBlankRows.AddedTo(block, pieces, ceiling, floor);
        var padding = PaddingOfRows(bands);
        var top = Top(bands, first, padding);
        var blank = Enumerable.Range(top, Last(bands, last, padding) - top + 1).Where(i => bands[i].Content is Content.Label && !IsSectionName(bands, i)).ToList();
        return blank.Count == 0 ? block : block.With(blank.Select(i => FigureRow.Blank([.. bands[i].Lines.SelectMany(line => line.Runs)])));
    }

    /// <summary>They stand between rules one below the other, or with nothing but blank rows between them.</summary>
    public bool Lead(FigureBlock block, FigureRow row)
    {
        var bands = Bands(block.Columns(), [block.Rows[^1], row], block.Rows[^1].Box.Y - Highest, row.Box.Bottom + Highest);
        var (first, last) = (IndexOf(bands, block.Rows[^1]), IndexOf(bands, row));
        var padding = PaddingOfRows(bands);
        return first >= 0 && last > first && Enumerable.Range(first, last - first).All(i => IsNext(bands[i], bands[i + 1]))
            && bands.Take(last).Skip(first + 1).All(band => band.Content is Content.Label && MayBelong(band, padding));
    }

    private List<Band> Bands(IReadOnlyList<(double Start, double End)> columns, IReadOnlyList<FigureRow> rows, double ceiling, double floor)
    {
        var bands = new List<Band>();
        var across = Across(columns, ceiling, floor);
        var labels = rows.SelectMany(row => row.Labels).Select(run => run.Box.Right).DefaultIfEmpty(columns[0].Start).Max();
        foreach (var (top, bottom) in across.Zip(across.Skip(1)).Where(pair => pair.Second - pair.First > SameRule))
        {
            var inside = pieces.Where(piece => piece.Box.CentreY > top && piece.Box.CentreY < bottom).ToList();
            var lines = TextLine.Of(inside);
            var hasFigures = rows.Any(row => row.CentreY > top && row.CentreY < bottom);
            bands.Add(new(top, bottom, hasFigures ? Content.Figures : bottom - top > Highest ? Content.Nothing : ContentOf(inside, lines, labels, columns[0].Start), lines));
        }

        return bands;
    }

    /// <summary>Rules across the columns, and where the sides of a table end that a page break cut off.</summary>
    private List<double> Across(IReadOnlyList<(double Start, double End)> columns, double ceiling, double floor)
    {
        var across = FigureGrid.Across(rulings, columns, ceiling, floor).Select(rule => rule.Position).ToList();
        if (across.Count == 0)
            return across;
        var (first, last) = (across[0], across[^1]);
        var sides = rulings.Where(rule => rule.Direction is RulingDirection.Vertical && (rule.Position <= columns[0].Start || rule.Position >= columns[^1].End)).ToList();
        if (CutOff(sides.Where(side => side.Start < first - RulingGroups.OpenRow && side.End > first - SameRule), side => side.Start) is { } top && top > ceiling)
            across.Insert(0, top);
        if (CutOff(sides.Where(side => side.End > last + RulingGroups.OpenRow && side.Start < last + SameRule), side => side.End) is { } bottom && bottom < floor)
            across.Add(bottom);
        return across;
    }

    /// <summary>Where the sides left and right of a table end alike; null where they do not.</summary>
    private static double? CutOff(IEnumerable<Ruling> sides, Func<Ruling, double> end)
    {
        var ends = sides.ToList();
        return ends.Count > 1 && ends.Max(end) - ends.Min(end) <= SameRule && ends.Max(side => side.Position) - ends.Min(side => side.Position) > Highest ? ends.Average(end) : null;
    }

    /// <param name="labels">Where the labels of rows that have figures end at the latest, points.</param>
    /// <param name="figures">Where the figures begin.</param>
    private static Content ContentOf(List<TextPiece> pieces, IReadOnlyList<TextLine> lines, double labels, double figures)
    {
        if (pieces.Exists(piece => piece.Text.Length == 0) || !pieces.Exists(piece => piece.Text.Any(HanSpacing.IsHan)))
            return Content.Nothing;
        // What begins behind all labels is the name of a section that is set in the middle of the table.
        if (pieces.TrueForAll(piece => piece.Box.Right <= figures) && pieces.Exists(piece => piece.Box.X < labels))
            return lines.Any(HasFigureBehindWords) ? Content.Nothing : Content.Label;
        return lines.Max(line => line.Runs.Count) > 1 ? Content.Names : Content.Title;
    }

    private static bool HasFigureBehindWords(TextLine line) =>
        line.Runs.SkipWhile(run => run.Kind is not RunKind.Words).Any(run => run.Kind is RunKind.Figure && run.Text.Any(char.IsAsciiDigit));

    private static int IndexOf(List<Band> bands, FigureRow row) => bands.FindIndex(band => row.CentreY > band.Top && row.CentreY < band.Bottom);

    /// <summary>
    /// The topmost names of columns above the first row from which only rows and names lead down to it. Where a page break parted
    /// the table from its names, all rows that lead down to it.
    /// </summary>
    private static int Top(List<Band> bands, int first, double padding)
    {
        var (top, names) = (first, first);
        for (var i = first - 1; i >= 0 && MayBelong(bands[i], padding) && IsNext(bands[i], bands[i + 1]); i--)
            (top, names) = (i, bands[i].Content is Content.Names ? i : names);
        return names < first || bands.Take(first).Skip(top).Any(band => band.Content is not Content.Label) ? names : top;
    }

    private static int Last(List<Band> bands, int last, double padding)
    {
        for (var i = last + 1; i < bands.Count && MayBelong(bands[i], padding) && IsNext(bands[i - 1], bands[i]); i++)
            if (bands[i].Content is Content.Label)
                last = i;
        return last;
    }

    /// <summary>Between two tables may stand a heading, with more space to the rules of both than rows have.</summary>
    private static bool MayBelong(Band band, double padding) =>
        band.Content is Content.Figures || (band.Content is not Content.Nothing && band.Padding <= MostPadding * Math.Max(padding, LeastPadding));

    private static double PaddingOfRows(List<Band> bands) =>
        Median.Of(bands.Where(band => band is { Content: Content.Figures, Lines.Count: > 0 }).Select(band => band.Padding));

    private static bool IsNext(Band band, Band below) => below.Top - band.Bottom <= SameRule;

    /// <summary>Names of columns follow it; what stands below names itself is a row.</summary>
    private static bool IsSectionName(List<Band> bands, int at) =>
        at + 1 < bands.Count && bands[at + 1].Content is Content.Names && !(at > 0 && bands[at - 1].Content is Content.Names);
}
