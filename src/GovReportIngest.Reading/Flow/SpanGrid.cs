using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Flow;

/// <summary>
/// Lays rows of cells with spans out on a grid, as browsers do (HTML standard, 4.9.12 "Forming a table"), but no two cells share a
/// slot: a span is cut where it meets a cell from above, and at the end of its group of rows. Columns in which no cell begins
/// are dropped, so that spans of any size cost nothing.
/// </summary>
internal sealed class SpanGrid
{
    /// <summary>The HTML standard's own limit for column spans.</summary>
    private const int MostColumns = 1000;

    /// <summary>A span that is meant to reach the table's edge may be any number; no table is so wide that this cuts it.</summary>
    private const int WidestSpan = 200;

    private readonly List<FlowCell> cells = [];

    /// <summary>For every column the row from which on it is free.</summary>
    private readonly int[] free = new int[MostColumns];

    private int row = -1;
    private int next;
    private int groupEnd;

    /// <summary>The next <paramref name="rows"/> rows belong together: no cell reaches beyond them.</summary>
    public void BeginGroup(int rows) => groupEnd = row + 1 + rows;

    public void BeginRow() => (row, next) = (row + 1, 0);

    /// <summary>The next cell begins in this column or further to the right (DOCX knows where its cells begin).</summary>
    public void MoveTo(int column) => next = Math.Clamp(column, next, MostColumns);

    /// <param name="rowSpan">0 for all the rows of the group that follow.</param>
    /// <param name="columnSpan">Columns over which the cell goes.</param>
    /// <param name="node">Its place for evidence.</param>
    /// <param name="text">Lines parted by <c>\n</c>.</param>
    /// <exception cref="OversizedDocumentException">The row has more columns than any table.</exception>
    public void Add(int rowSpan, int columnSpan, string node, string text)
    {
        while (next < MostColumns && free[next] > row)
            next++;
        if (next >= MostColumns)
            throw new OversizedDocumentException("table columns");
        var height = rowSpan <= 0 ? groupEnd - row : Math.Min(rowSpan, groupEnd - row);
        var end = next;
        var limit = Math.Min(MostColumns, next + Math.Clamp(columnSpan, 1, WidestSpan));
        while (end < limit && free[end] <= row)
            free[end++] = row + Math.Max(1, height);
        cells.Add(new(row, next, Math.Max(1, height), end - next, node, text));
        next = end;
    }

    public FlowBlock.Grid ToGrid(string node)
    {
        var begins = new bool[MostColumns + 1];
        foreach (var cell in cells)
            begins[cell.Column] = true;
        var place = new int[MostColumns + 1];
        for (var column = 0; column < MostColumns; column++)
            place[column + 1] = place[column] + (begins[column] ? 1 : 0);
        return new(node, row + 1, place[MostColumns], [.. cells.Select(cell => cell with
        {
            Column = place[cell.Column], ColumnSpan = place[cell.Column + cell.ColumnSpan] - place[cell.Column],
        })]);
    }
}
