using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Rows of figures below each other that share their columns. A column is a stretch, in points, that figures fill and white
/// bounds; no figure reaches over two of them.
/// </summary>
internal sealed class FigureBlock
{
    /// <summary>White this wide, in points, parts two columns.</summary>
    private const double Gutter = 2;

    /// <summary>The next row of a table stands at most so many of its rows' usual distances, or points, below.</summary>
    private const double MostPitches = 3.5;

    private const double MostDistance = 80;

    /// <summary>So few figures to a row tell of a table only together, or between rules.</summary>
    private const int FewFigures = 2;

    /// <summary>So many rows show where columns are.</summary>
    private const int RowsToTell = 3;

    /// <summary>A first column with figures in fewer than one of so many rows is none.</summary>
    private const int FewRows = 5;

    /// <summary>A figure so many of its characters' widths behind the words of its row is none of these: heights of a text layer are its font's.</summary>
    private const double ApartFromLabel = 4;

    private readonly List<FigureRow> rows;

    private FigureBlock(params IEnumerable<FigureRow> rows) => this.rows = [.. rows];

    public IReadOnlyList<FigureRow> Rows => rows;

    public double Top => rows[0].Box.Y;

    public double Bottom => rows.Max(row => row.Box.Bottom);

    /// <summary>Enough figures to a row, or enough rows, that no list and no prose looks so.</summary>
    public bool IsTable => rows.Count > 1 || (rows[0].Figures.Count(run => run.Kind is RunKind.Figure) > FewFigures && !rows[0].IsPageNumber);

    /// <summary>Blocks from top to bottom.</summary>
    /// <param name="rows">From top to bottom.</param>
    /// <param name="isParted">Whether what stands between a block and the row below it parts them.</param>
    /// <param name="isLed">Whether it leads from one to the other, however far they are and however few columns one of them fills.</param>
    public static IReadOnlyList<FigureBlock> Of(IReadOnlyList<FigureRow> rows, Func<FigureBlock, FigureRow, bool> isParted, Func<FigureBlock, FigureRow, bool> isLed)
    {
        var blocks = new List<FigureBlock>();
        foreach (var row in rows)
            if (blocks.Count == 0 || isParted(blocks[^1], row) || !blocks[^1].Takes(row, isLed))
                blocks.Add(new(row));
            else
                blocks[^1].rows.Add(row);
        foreach (var block in blocks)
            block.LeaveMarks();
        return [.. blocks.Where(block => block.IsTable)];
    }

    /// <summary>The same with more rows.</summary>
    public FigureBlock With(IEnumerable<FigureRow> more) => new(rows.Concat(more).OrderBy(row => row.CentreY));

    /// <summary>Left and right ends of the columns of figures, from left to right.</summary>
    public IReadOnlyList<(double Start, double End)> Columns() => Columns(rows.SelectMany(row => row.Figures));

    /// <summary>Those of some rows.</summary>
    public static IReadOnlyList<(double Start, double End)> ColumnsOf(IEnumerable<FigureRow> rows) => Columns(rows.SelectMany(row => row.Figures));

    private static List<(double Start, double End)> Columns(IEnumerable<TextRun> figures)
    {
        var columns = new List<(double Start, double End)>();
        foreach (var run in figures.OrderBy(run => run.Box.X))
            if (columns.Count > 0 && run.Box.X - columns[^1].End < Gutter)
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, run.Box.Right));
            else
                columns.Add((run.Box.X, run.Box.Right));
        return columns;
    }

    private bool Takes(FigureRow row, Func<FigureBlock, FigureRow, bool> isLed)
    {
        var distance = row.CentreY - rows[^1].CentreY;
        if (distance > Math.Max(MostDistance, MostPitches * Pitch()) && !isLed(this, row))
            return false;
        var (mine, all) = (Columns(), Columns(rows.SelectMany(other => other.Figures).Concat(row.Figures)));
        // Columns that the row makes one, or most of its figures beside all columns, are those of another table.
        if (all.Count < Math.Max(mine.Count, row.Figures.Count) || rows.Any(other => !StandApart(other, all)))
            return false;
        var (fresh, most) = (all.Count - mine.Count, Math.Max(mine.Count, row.Figures.Count));
        return fresh == 0 || fresh * 2 <= Math.Min(mine.Count, row.Figures.Count) || most <= FewFigures + 1 || (all.Count == most && isLed(this, row));
    }

    private static bool StandApart(FigureRow row, List<(double Start, double End)> columns) =>
        columns.Count(column => row.Figures.Any(run => run.Box.X >= column.Start && run.Box.Right <= column.End)) == row.Figures.Count;

    /// <summary>From row to row in the mean, points; 0 for a single row.</summary>
    public double Pitch() => rows.Count < 2 ? 0 : (rows[^1].CentreY - rows[0].CentreY) / (rows.Count - 1);

    /// <summary>Where other rows show the columns, a mark beside them is dirt, and figures that few rows have before all others belong to labels.</summary>
    private void LeaveMarks()
    {
        if (rows.Count < RowsToTell)
            return;
        var columns = Columns(rows.SelectMany(row => row.Figures).Where(run => run.Kind is RunKind.Figure))
            .SkipWhile(column => rows.Count(row => row.Figures.Any(run => Meets(run, column))) * FewRows < rows.Count && IsNearLabels(column)).ToList();
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var figures = rows[i].Figures.Where(run => columns.Exists(column => Meets(run, column))).ToList();
            if (figures.Count > 0)
                rows[i] = rows[i] with { Figures = figures, Labels = [.. rows[i].Labels, .. rows[i].Figures.TakeWhile(run => run != figures[0])] };
            else if (columns.Count > 0)
                rows.RemoveAt(i); // A label read as a figure: its row is the one beside it.
        }
    }

    /// <summary>A figure of it stands near the words before it, as the number in a label does, or below words, as on a label's second line.</summary>
    private bool IsNearLabels((double Start, double End) column) => rows.Any(row => row.Figures[0] is var first && Meets(first, column)
        && (row.Labels.Count == 0 ? rows.Any(other => other.Labels.Any(run => run.Box.Right > first.Box.X)) : first.Box.X - row.Labels[^1].Box.Right < ApartFromLabel * first.Box.Width / Math.Max(1, first.Text.Length)));

    private static bool Meets(TextRun run, (double Start, double End) column) => run.Box.Right > column.Start && run.Box.X < column.End;
}
