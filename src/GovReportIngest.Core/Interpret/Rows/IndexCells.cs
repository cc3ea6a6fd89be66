using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>Which cells of delimited lines only number the rows: those below a header cell that says so.</summary>
internal sealed class IndexCells
{
    private HashSet<int> columns = [];
    private int width;

    /// <summary>Of the next line, from 0. A line of another width, or without a number there, keeps all its cells.</summary>
    public IReadOnlyCollection<int> In(string line)
    {
        if (!CellDelimiter.IsIn(line))
            return [];
        var cells = CellDelimiter.Cells(line).Select(cell => line[cell.From..cell.To].Trim()).ToList();
        var named = Enumerable.Range(0, cells.Count).Where(index => IndexNumbers.IsName(cells[index])).ToHashSet();
        if (named.Count > 0)
        {
            (columns, width) = (named, cells.Count);
            return named;
        }

        return cells.Count == width && columns.All(index => cells[index].Length == 0 || ValueText.IsDigits(cells[index])) ? columns : [];
    }
}
