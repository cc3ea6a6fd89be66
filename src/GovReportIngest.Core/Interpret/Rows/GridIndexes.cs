using System.Globalization;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Which columns of grids only number the rows: those of a cell that says so, and the same ones of a grid without a header that
/// goes on with the count, as the rest of a table on its next page does.
/// </summary>
internal sealed class GridIndexes
{
    private Dictionary<int, int?> last = [];
    private int width;

    /// <summary>Of the next grid of the document.</summary>
    public IReadOnlySet<int> In(Table table)
    {
        var found = NamedIn(table);
        if (found.Count == 0 && table.Columns == width)
            found = last.Where(column => column.Value is { } number && Numbers(table, column.Key).FirstOrDefault() == number + 1).Select(column => column.Key).ToHashSet();
        (last, width) = (found.ToDictionary(column => column, column => Numbers(table, column).LastOrDefault()), table.Columns);
        return found;
    }

    public static IReadOnlySet<int> NamedIn(Table table) =>
        table.Cells.Where(cell => cell.ColumnSpan == 1 && IndexNumbers.IsName(cell.Text)).Select(cell => cell.Column).ToHashSet();

    private static IEnumerable<int?> Numbers(Table table, int column) => table.Cells
        .Where(cell => cell.Column == column && cell.ColumnSpan == 1 && ValueText.IsDigits(cell.Text.Trim()))
        .OrderBy(cell => cell.Row)
        .Select(cell => int.TryParse(ValueText.Fold(cell.Text.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);
}
