using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// The grid of a table whose rules do not show it (three rules, rules across only, shades, none at all): columns are where
/// figures stand below each other, rows where they stand beside each other, and rules that are there are kept as borders.
/// </summary>
internal sealed class FigureGrid
{
    /// <summary>A rule across counts where it covers this share of the figures' width.</summary>
    private const double CoveredShare = 0.6;

    /// <summary>Space around words without a rule, points.</summary>
    private const double Margin = 2;

    /// <summary>Left edges of labels this near, in points, are one; so many rows, and one of so many, share it.</summary>
    private const double SameEdge = 4;

    /// <summary>Edges this near, points, are of one column whose words are set in its middle.</summary>
    private const double SameLabels = 7;

    /// <summary>Words nearer than this, in their heights, go on with each other however OCR parted them.</summary>
    private const double OfOneLine = 1.5;

    private const int FewestAtEdge = 3;
    private const int RowsForEdge = 5;

    private readonly FigureBlock block;
    private readonly IReadOnlyList<(double Start, double End)> columns;
    private readonly IReadOnlyList<TextPiece> pieces;
    private readonly FigureHeader header;
    private readonly IReadOnlyList<Ruling> across;
    private readonly double left;
    private readonly double right;

    private FigureGrid(FigureBlock block, IReadOnlyList<TextPiece> pieces, IReadOnlyList<Ruling> rulings, double ceiling, double floor)
    {
        this.block = block;
        columns = block.Columns();
        floor = Math.Min(floor, TableEnd.Below(block, columns[0].Start, [.. pieces.Where(piece => piece.Box.CentreY < floor)]));
        this.pieces = [.. pieces.Where(piece => piece.Box.CentreY > ceiling && piece.Box.CentreY < floor)];
        var horizontals = rulings.Where(rule => rule.Direction is RulingDirection.Horizontal).ToList();
        across = Across(horizontals, columns, ceiling, floor);
        var near = across.Where(rule => rule.Position > block.Top - FigureHeader.Highest && rule.Position < block.Bottom + FigureHeader.Highest).ToList();
        var labels = block.Rows.SelectMany(row => row.Labels).Select(run => run.Box.X).DefaultIfEmpty(columns[0].Start);
        left = Side(rulings, near.Select(rule => rule.Start).Append(labels.Min() - Margin).Min());
        right = Side(rulings, near.Select(rule => rule.End).Append(columns[^1].End + Margin).Max());
        header = new(this.pieces, horizontals, across, left, right);
    }

    /// <summary>A stretch down the page, points, with one row of figures or with names of columns (null).</summary>
    private readonly record struct Band(double Top, double Bottom, int? Row);

    /// <summary>The grid of a block of figures, or null where it shows no second column.</summary>
    /// <param name="ceiling">Nothing above belongs to the table; points.</param>
    /// <param name="floor">Nothing below belongs to it.</param>
    public static GridLines? Of(FigureBlock block, IReadOnlyList<TextPiece> pieces, IReadOnlyList<Ruling> rulings, double ceiling, double floor)
    {
        var grid = new FigureGrid(block, pieces, rulings, ceiling, floor);
        return GridLines.Of([.. grid.Rules()]);
    }

    /// <summary>An end of the table is where its side is drawn: rules across, as they are scanned, reach a little past it. Points.</summary>
    private double Side(IEnumerable<Ruling> rulings, double end) => rulings
        .Where(rule => rule.Direction is RulingDirection.Vertical && Math.Abs(rule.Position - end) <= RulingGroups.Snap && rule.Start < block.Bottom && rule.End > block.Top)
        .Select(rule => rule.Position).DefaultIfEmpty(end).MinBy(x => Math.Abs(x - end));

    /// <summary>Rules across the columns, from top to bottom.</summary>
    internal static IReadOnlyList<Ruling> Across(IEnumerable<Ruling> rulings, IReadOnlyList<(double Start, double End)> columns, double ceiling, double floor) =>
        [.. rulings.Where(rule => rule.Direction is RulingDirection.Horizontal && Covers(rule, columns[0].Start, columns[^1].End))
            .Where(rule => rule.Position > ceiling && rule.Position < floor).OrderBy(rule => rule.Position)];

    /// <summary>A rule across counts for a stretch of which it covers enough; points.</summary>
    internal static bool Covers(Ruling rule, double from, double to) => Math.Min(rule.End, to) - Math.Max(rule.Start, from) >= CoveredShare * (to - from);

    /// <summary>A rule that counts for a stretch runs between two heights; points.</summary>
    internal static bool IsRuledBetween(IEnumerable<Ruling> rulings, double above, double below, double from, double to) =>
        rulings.Any(rule => rule.Direction is RulingDirection.Horizontal && rule.Position > above && rule.Position < below && Covers(rule, from, to));

    private List<Ruling> Rules()
    {
        var between = NamesBetween();
        var labels = LabelRuns(between);
        var edges = LabelEdges(labels);
        var bands = Bands(labels, edges, between);
        var (top, bottom) = (bands[0].Top, bands[^1].Bottom);
        var headerTop = header.Top(top);
        var rules = new List<Ruling>();
        foreach (var y in bands.Select(band => band.Bottom).Append(top).Append(headerTop ?? top).Distinct())
            rules.Add(new(RulingDirection.Horizontal, y, left, right, 0));
        foreach (var x in new[] { left, right })
            rules.Add(new(RulingDirection.Vertical, x, headerTop ?? top, bottom, 0));
        var known = new List<double>();
        IReadOnlyList<double> borders = [];
        for (var i = bands.Count - 1; i >= 0; i--)
            if (bands[i].Row is { } row)
            {
                if (i + 1 == bands.Count || bands[i + 1].Row is null)
                    borders = Borders(SectionEndingAt(row, between), labels, StretchAbove(bands, i, headerTop), known);
                rules.AddRange(InBand(row, borders, edges, bands[i].Top, bands[i].Bottom));
            }
            else if (bands[i].Bottom - bands[i].Top > Margin)
                rules.AddRange(header.Rules(bands[i].Top, bands[i].Bottom, borders, edges));
        if (headerTop is { } from)
            rules.AddRange(header.Rules(from, top, borders, edges));
        return rules;
    }

    /// <summary>Where names of columns stand between two rows, a new section of the table begins: top and bottom of the names, by the row above.</summary>
    private Dictionary<int, (double Top, double Bottom)> NamesBetween()
    {
        var found = new Dictionary<int, (double Top, double Bottom)>();
        // What begins behind all labels is the name of a section that is set in the middle of the table.
        var labelled = block.Rows.SelectMany(row => row.Labels).Select(run => run.Box.Right).DefaultIfEmpty(columns[0].Start).Max();
        // Words are told by the line they stand in: the end of a long label may reach over the columns.
        var runs = TextRun.Lines(pieces, OfOneLine).SelectMany(line => line).ToList();
        for (var row = 0; row + 1 < block.Rows.Count; row++)
        {
            var (above, below) = (block.Rows[row].Box, block.Rows[row + 1].Box);
            var names = runs.Where(run => run.CentreY > above.Bottom && run.CentreY < below.Y && run.Box.CentreX < right && run.Text.Any(HanSpacing.IsHan)
                && (run.Box.CentreX > columns[0].Start || run.Box.X > labelled || IsBetweenRules(run.Box, above, below))).ToList();
            if (names.Count > 0)
                found[row] = (names.Min(run => run.Box.Y), names.Max(run => run.Box.Bottom));
        }

        return found;
    }

    /// <summary>What two rules part from the rows above and below is the label of neither, but a name over the columns.</summary>
    private bool IsBetweenRules(Box words, Box above, Box below) =>
        across.Any(rule => rule.Position > above.CentreY && rule.Position < words.CentreY) && across.Any(rule => rule.Position > words.CentreY && rule.Position < below.CentreY);

    private IReadOnlyList<FigureRow> SectionEndingAt(int last, Dictionary<int, (double Top, double Bottom)> between)
    {
        var first = last;
        while (first > 0 && !between.ContainsKey(first - 1))
            first--;
        return [.. block.Rows.Skip(first).Take(last - first + 1)];
    }

    private IEnumerable<Ruling> InBand(int row, IReadOnlyList<double> borders, IReadOnlyList<double> edges, double top, double bottom)
    {
        var figures = block.Rows[row].Figures;
        var runs = TextRun.Lines(pieces.Where(piece => piece.Box.CentreY > top && piece.Box.CentreY < bottom)).SelectMany(line => line).ToList();
        return Parting(edges, borders.DefaultIfEmpty(right).First(), runs).Concat(borders.Where(x => !figures.Any(run => run.Crosses(x)))).Select(x => new Ruling(RulingDirection.Vertical, x, top, bottom, 0));
    }

    /// <summary>Edges of labels that part words from words.</summary>
    /// <param name="first">Where the figures begin, points.</param>
    internal static IEnumerable<double> Parting(IReadOnlyList<double> edges, double first, IReadOnlyList<TextRun> runs) => edges.Where(x => x < first
        && runs.Any(run => run.Box.Right <= x + TextRun.Lean) && runs.Any(run => run.Box.X >= x - TextRun.Lean && run.Box.Right <= first + TextRun.Lean) && !runs.Any(run => run.Crosses(x)));

    /// <summary>Borders of the columns of figures: the first parts them from the labels. Sections share borders where the white allows it.</summary>
    private List<double> Borders(IReadOnlyList<FigureRow> section, IReadOnlyList<TextRun> labels, (double Top, double Bottom) named, List<double> known)
    {
        var own = FigureBlock.ColumnsOf(section);
        if (header.CentredBorders(named.Top, named.Bottom) is { } centred && IsBetween(centred, section)
            && own.Count < centred.Count + (section.Any(row => row.Labels.Count > 0) ? 0 : 1))
        {
            known.AddRange(centred);
            return [.. centred];
        }

        var (borders, names) = (new List<double>(), header.Names(named.Top, named.Bottom));
        if (own.Count == 0)
            own = names.Columns(section.SelectMany(row => row.Labels).Max(run => run.Box.Right), right);
        if (own.Count == 0)
            return borders;
        if (section.Any(row => row.Labels.Count > 0))
        {
            var reach = section.SelectMany(row => row.Labels).Concat(labels.Where(run => run.CentreY > section[0].Box.Y && run.CentreY < section[^1].Box.Bottom))
                .Select(run => run.Box.Right).Where(x => x < own[0].Start).DefaultIfEmpty(left).Max();
            borders.Add(Border(Math.Max(reach, left), own[0].Start, names, known));
        }

        for (var i = 1; i < own.Count; i++)
            borders.Add(Border(own[i - 1].End, own[i].Start, names, known));
        return borders;
    }

    /// <summary>Labels stand before the first border, and no figure there or across any.</summary>
    private static bool IsBetween(IReadOnlyList<double> borders, IReadOnlyList<FigureRow> section) => section.All(row => !row.Figures.Any(run => borders.Any(run.Crosses))
        && row.Labels.All(run => run.Box.Right <= borders[0] + TextRun.Lean) && (row.Labels.Count == 0 || row.Figures.All(run => run.Box.X >= borders[0] - TextRun.Lean)));

    /// <summary>Where the names of columns stand above the section that ends with the band; points.</summary>
    private (double Top, double Bottom) StretchAbove(List<Band> bands, int last, double? headerTop)
    {
        while (last >= 0 && bands[last].Row is not null)
            last--;
        return last >= 0 ? (bands[last].Top, bands[last].Bottom) : (headerTop ?? bands[0].Top, bands[0].Top);
    }

    /// <summary>In the white between two columns, where the fewest names are crossed, and then nearest to the middle.</summary>
    private static double Border(double from, double to, ColumnNames names, List<double> known)
    {
        foreach (var border in known)
            if (border >= from && border <= to)
                return border;
        var middle = (from + to) / 2;
        var ways = names.All.SelectMany(run => new[] { run.Box.X - TextRun.Lean, run.Box.Right + TextRun.Lean }).Where(x => x > from + TextRun.Lean && x < to - TextRun.Lean).Prepend(middle);
        known.Add(ways.OrderBy(x => names.Lowest.Count(run => run.Crosses(x))).ThenBy(x => names.All.Count(run => run.Crosses(x))).ThenBy(x => Math.Abs(x - middle)).First());
        return known[^1];
    }

    private List<TextRun> LabelRuns(Dictionary<int, (double Top, double Bottom)> between)
    {
        var above = across.Select(rule => rule.Position).Where(y => y < block.Rows[0].CentreY).DefaultIfEmpty(block.Top - FigureHeader.Highest / 2).Max();
        var below = across.Select(rule => rule.Position).Where(y => y > block.Rows[^1].CentreY).DefaultIfEmpty(block.Bottom + FigureHeader.Highest / 2).Min();
        var inside = pieces.Where(piece => piece.Text.Length > 0 && piece.Box.CentreY > above && piece.Box.CentreY < below && piece.Box.CentreX < columns[0].Start
            && !between.Values.Any(names => piece.Box.CentreY > names.Top && piece.Box.CentreY < names.Bottom)).ToList();
        var usual = Median.Of(inside.Select(piece => piece.Box.Height));
        return [.. TextRun.Lines(inside.Where(piece => piece.Box.Height < 2 * usual)).SelectMany(line => line)];
    }

    /// <summary>Where labels of several rows begin right of others: columns of labels.</summary>
    private List<double> LabelEdges(IReadOnlyList<TextRun> labels)
    {
        var edges = new List<double>();
        foreach (var group in Clusters([.. labels.Select(run => run.Box.X).Order()]))
            if (group.Count >= Math.Max(FewestAtEdge, block.Rows.Count / RowsForEdge) && group[0] > left + 3 * SameEdge
                && (edges.Count == 0 || group[0] - Margin - edges[^1] > SameLabels))
                edges.Add(group[0] - Margin);
        return edges;
    }

    private static IEnumerable<List<double>> Clusters(List<double> sorted)
    {
        var start = 0;
        for (var i = 1; i <= sorted.Count; i++)
            if (i == sorted.Count || sorted[i] - sorted[start] > SameEdge)
            {
                yield return sorted[start..i];
                start = i;
            }
    }

    private List<Band> Bands(IReadOnlyList<TextRun> labels, IReadOnlyList<double> edges, Dictionary<int, (double Top, double Bottom)> between)
    {
        var rows = block.Rows;
        var (tops, bottoms) = Extents(labels, edges);
        var top = Outer(rows[0].CentreY - FigureHeader.Highest / 2, rows[0].CentreY, isAbove: true) ?? tops[0] - Margin;
        var bands = new List<Band>();
        for (var row = 0; row < rows.Count; row++)
        {
            var isLast = row + 1 == rows.Count;
            if (!isLast && between.TryGetValue(row, out var names))
            {
                bands.Add(new(top, Between(rows[row].CentreY, names.Bottom, bottoms[row], names.Top), row));
                bands.Add(new(bands[^1].Bottom, top = Between(names.Bottom, rows[row + 1].CentreY, names.Bottom, tops[row + 1]), null));
                continue;
            }

            var bottom = isLast
                ? Outer(rows[row].CentreY, rows[row].CentreY + FigureHeader.Highest / 2, isAbove: false) ?? bottoms[row] + Margin
                : BesideFigures(Between(rows[row].CentreY, rows[row + 1].CentreY, bottoms[row], tops[row + 1]), rows[row], rows[row + 1]);
            bands.Add(new(top, bottom, row));
            top = bottom;
        }

        return bands;
    }

    /// <summary>Where lines of two labels reach past each other, the figures of a row are whole.</summary>
    private static double BesideFigures(double y, FigureRow above, FigureRow below) =>
        above.Box.Bottom <= below.Box.Y ? Math.Clamp(y, above.Box.Bottom, below.Box.Y) : y;

    /// <summary>Top and bottom of each row with the lines of its label.</summary>
    private (double[] Tops, double[] Bottoms) Extents(IReadOnlyList<TextRun> labels, IReadOnlyList<double> edges)
    {
        var leaf = edges.DefaultIfEmpty(left).Max();
        var lines = labels.Where(run => run.Box.Right > leaf + SameEdge).Select(run => (Top: run.Box.Y, Bottom: run.Box.Bottom))
            .OrderBy(line => line.Top + line.Bottom).ToList();
        var shares = RowCuts.Share([.. block.Rows.Select(row => row.CentreY)], lines);
        var tops = block.Rows.Select(row => row.Box.Y).ToArray();
        var bottoms = block.Rows.Select(row => row.Box.Bottom).ToArray();
        for (var i = 0; i < lines.Count; i++)
            if (shares[i] >= 0 && shares[i] < tops.Length)
                (tops[shares[i]], bottoms[shares[i]]) = (Math.Min(tops[shares[i]], lines[i].Top), Math.Max(bottoms[shares[i]], lines[i].Bottom));
        return (tops, bottoms);
    }

    private double? Outer(double from, double to, bool isAbove)
    {
        var inside = across.Select(rule => rule.Position).Where(y => y > from && y < to).ToList();
        return inside.Count == 0 ? null : isAbove ? inside[^1] : inside[0];
    }

    /// <summary>The rule between two heights; without one, the middle of the white, or of the heights where there is no white.</summary>
    private double Between(double from, double to, double bottom, double top)
    {
        var ruled = across.Select(rule => rule.Position).Where(y => y > from + Margin && y < to - Margin).ToList();
        var y = ruled.Count == 0 ? (bottom + top) / 2 : ruled.MinBy(rule => Math.Abs(rule - (bottom + top) / 2));
        return y > from && y < to ? y : (from + to) / 2;
    }
}
