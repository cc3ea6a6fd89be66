using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>
/// The rows of a table whose body has no rules between them. Figures do not wrap: each stands for a row. Lines of labels are put
/// together by their distance and belong to the row in whose middle they stand; a label in the middle of several rows is theirs.
/// </summary>
internal sealed class OpenRows
{
    /// <summary>Lines of one cell are nearer to each other than this share of the least distance of rows, and than so many ems.</summary>
    private const double WithinRow = 0.93;
    private const double WithinCell = 1.7;

    /// <summary>Figures of one row differ in height by so many ems at most.</summary>
    private const double SameRow = 0.45;

    /// <summary>A label stands so near to the middle of its rows, as a share of their distance.</summary>
    private const double Middle = 0.34;

    private readonly OpenColumns columns;
    private readonly double em;
    private readonly List<Cell> cells;
    private readonly List<double> anchors;

    private OpenRows(OpenColumns columns, IReadOnlyList<OpenBand> body, double em)
    {
        (this.columns, this.em) = (columns, em);
        var runs = body.SelectMany(band => band.Runs).ToList();
        anchors = Anchors(runs.Where(run => columns.HoldValues[columns.At(run)]));
        if (anchors.Count == 0)
            anchors = Anchors(body.Where(band => band.IsParted).SelectMany(band => band.Runs));
        var pitch = anchors.Zip(anchors.Skip(1), (one, next) => next - one).DefaultIfEmpty(WithinCell * em / WithinRow).Min();
        cells = [.. runs.GroupBy(columns.At).OrderBy(column => column.Key).SelectMany(column => CellsOf(column.Key, column, Math.Min(WithinRow * pitch, WithinCell * em)))];
        AddRowsWithoutFigures();
    }

    /// <summary>A cell's lines: their column, the middle of the first and the last.</summary>
    private sealed record Cell(int Column, double First, double Last)
    {
        public double Middle => (First + Last) / 2;
    }

    public int Count => anchors.Count;

    /// <summary>Labels over several rows: column, first and last row.</summary>
    public IReadOnlyList<(int Column, int First, int Last)> Groups { get; private set; } = [];

    /// <summary>Heights that part the rows, one fewer than rows.</summary>
    public IReadOnlyList<double> Borders { get; private set; } = [];

    /// <summary>Where the first row begins and the last one ends.</summary>
    public (double Top, double Bottom) Ends { get; private set; }

    public static OpenRows Of(OpenColumns columns, IReadOnlyList<OpenBand> body, double em)
    {
        var rows = new OpenRows(columns, body, em);
        rows.FindGroups();
        rows.FindBorders();
        return rows;
    }

    private List<double> Anchors(IEnumerable<TextRun> runs)
    {
        var found = new List<(double Sum, int Count)>();
        foreach (var run in runs.OrderBy(run => run.CentreY))
            if (found.Count > 0 && run.CentreY - found[^1].Sum / found[^1].Count <= SameRow * em)
                found[^1] = (found[^1].Sum + run.CentreY, found[^1].Count + 1);
            else
                found.Add((run.CentreY, 1));
        return [.. found.Select(row => row.Sum / row.Count)];
    }

    private static IEnumerable<Cell> CellsOf(int column, IEnumerable<TextRun> runs, double within)
    {
        Cell? open = null;
        foreach (var run in runs.OrderBy(run => run.CentreY))
            if (open is not null && run.CentreY - open.Last <= within)
                open = open with { Last = Math.Max(open.Last, run.CentreY) };
            else
            {
                if (open is not null)
                    yield return open;
                open = new(column, run.CentreY, run.CentreY);
            }

        if (open is not null)
            yield return open;
    }

    /// <summary>A label between two rows, or beyond the last one, whose own row is empty.</summary>
    private void AddRowsWithoutFigures()
    {
        var labels = LabelColumn();
        if (labels < 0)
            return;
        foreach (var cell in cells.Where(cell => cell.Column == labels))
            if (anchors.TrueForAll(anchor => Math.Abs(anchor - cell.Middle) > Near(cell.Middle)))
                anchors.Add(cell.Middle);
        anchors.Sort();
    }

    /// <summary>The last column of words before the first of figures that has words beside it; -1 where there is none.</summary>
    private int LabelColumn()
    {
        var column = 0;
        while (column < columns.Count && columns.HoldValues[column])
            column++;
        while (column + 1 < columns.Count && !columns.HoldValues[column + 1])
            column++;
        return column < columns.Count ? column : -1;
    }

    private double Near(double y)
    {
        var after = anchors.FindIndex(anchor => anchor > y);
        return after > 0 ? Middle * (anchors[after] - anchors[after - 1]) : 0.8 * em;
    }

    private int RowAt(double y) => Enumerable.Range(0, anchors.Count).MinBy(row => Math.Abs(anchors[row] - y));

    /// <summary>Columns before the labels whose cells stand in the middle of the rows that they share.</summary>
    private void FindGroups()
    {
        var groups = new List<(int Column, int First, int Last)>();
        for (var column = 0; column < LabelColumn(); column++)
        {
            var own = cells.Where(cell => cell.Column == column).ToList();
            if (!columns.HoldValues[column] && own.Count < anchors.Count && Spans(own) is { } spans)
                groups.AddRange(spans.Select(span => (column, span.First, span.Last)));
        }

        Groups = groups;
    }

    /// <summary>The rows of each cell, so that all rows are taken; null where the middles do not say so.</summary>
    private List<(int First, int Last)>? Spans(List<Cell> own)
    {
        var spans = new List<(int First, int Last)>();
        var first = 0;
        foreach (var cell in own)
        {
            if (first >= anchors.Count)
                return null;
            var from = first;
            var last = Enumerable.Range(from, anchors.Count - from).MinBy(row => Math.Abs((anchors[from] + anchors[row]) / 2 - cell.Middle));
            if (Math.Abs((anchors[from] + anchors[last]) / 2 - cell.Middle) > Math.Max(em, Near(cell.Middle)))
                return null;
            spans.Add((from, last));
            first = last + 1;
        }

        return first == anchors.Count ? spans : null;
    }

    private void FindBorders()
    {
        var grouped = Groups.Select(group => group.Column).ToHashSet();
        var (tops, bottoms) = (anchors.ToArray(), anchors.ToArray());
        foreach (var cell in cells.Where(cell => !grouped.Contains(cell.Column)))
        {
            var row = RowAt(cell.Middle);
            (tops[row], bottoms[row]) = (Math.Min(tops[row], cell.First), Math.Max(bottoms[row], cell.Last));
        }

        Borders = [.. bottoms.Zip(tops.Skip(1), (bottom, top) => (bottom + top) / 2)];
        Ends = (tops[0] - 0.7 * em, bottoms[^1] + 0.7 * em);
    }
}
