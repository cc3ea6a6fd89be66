using System.Globalization;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Which columns of grids only number the rows: those of a cell that says so, those that count as no figures do, and the same ones of
/// a grid without a header that goes on with the count, as the rest of a table on its next page does.
/// </summary>
internal sealed class GridIndexes
{
    /// <summary>So many numbers that count are no figures; with zeros before them, fewer.</summary>
    private const int EnoughToCount = 6;

    private const int EnoughWithZeros = 3;

    private Dictionary<int, int?> last = [];
    private int width;

    /// <summary>Of the next grid of the document.</summary>
    public IReadOnlySet<int> In(Table table)
    {
        var found = Of(table);
        if (table.Columns == width)
            found.UnionWith(last.Where(column => GoesOn(table, column.Key, column.Value)).Select(column => column.Key));
        else
            found.UnionWith(Enumerable.Range(0, table.Columns).Where(column => last.Values.Any(number => GoesOn(table, column, number)) && Counts(table, column)));
        (last, width) = (found.ToDictionary(column => column, column => Numbers(table, column).LastOrDefault()), table.Columns);
        return found;
    }

    /// <summary>Of a grid that stands alone.</summary>
    public static HashSet<int> Of(Table table) =>
        table.Cells.SelectMany(cell => NamedBy(cell, table)).Concat(Enumerable.Range(0, table.Columns).Where(column => CountsOnly(table, column))).ToHashSet();

    private static bool GoesOn(Table table, int column, int? last) => last is { } number && Numbers(table, column).FirstOrDefault() == number + 1;

    /// <summary>Each number is greater than that above it, nearly all by one: a row may have lost its number to its label.</summary>
    private static bool CountsOnly(Table table, int column)
    {
        var texts = CellsOf(table, column).Where(cell => ValueText.IsValue(cell.Text) || PartsOf(cell).All(ValueText.IsDigits)).SelectMany(PartsOf).ToList();
        var numbers = texts.Select(NumberOf).ToList();
        var hasZeros = texts.Exists(text => text[0] == '0') && texts.TrueForAll(text => text.Length > 1);
        if (numbers.Count < (hasZeros ? EnoughWithZeros : EnoughToCount) || numbers.Contains(null))
            return false;
        var steps = Steps(numbers);
        return steps.TrueForAll(step => step > 0) && steps.Count(step => step == 1) * 5 >= steps.Count * 4 && numbers[^1] - numbers[0] < 2 * numbers.Count;
    }

    /// <summary>
    /// The column of a cell that says so. Where no rule parts the names of the header, one cell may name several columns: the first
    /// or the last of them then only numbers the rows if it is named so and counts.
    /// </summary>
    private static IEnumerable<int> NamedBy(TableCell cell, Table table)
    {
        var right = cell.Column + cell.ColumnSpan - 1;
        if (cell.ColumnSpan == 1)
            return IndexNumbers.IsName(cell.Text) ? [cell.Column] : [];
        var named = new List<int>();
        if (IndexNumbers.BeginsWithName(cell.Text) && Counts(table, cell.Column))
            named.Add(cell.Column);
        if (IndexNumbers.EndsWithName(cell.Text) && Counts(table, right))
            named.Add(right);
        return named;
    }

    private static bool Counts(Table table, int column) => Steps([.. Numbers(table, column)]) is { Count: > 0 } steps && steps.TrueForAll(step => step == 1);

    private static List<int?> Steps(IReadOnlyList<int?> numbers) => [.. numbers.Zip(numbers.Skip(1), (from, to) => to - from)];

    private static IEnumerable<int?> Numbers(Table table, int column) =>
        CellsOf(table, column).Where(cell => PartsOf(cell).All(ValueText.IsDigits)).SelectMany(PartsOf).Select(NumberOf);

    private static IEnumerable<TableCell> CellsOf(Table table, int column) =>
        table.Cells.Where(cell => cell.Column == column && cell.ColumnSpan == 1 && cell.Text.Trim().Length > 0).OrderBy(cell => cell.Row);

    /// <summary>A row of a group, without figures, may stand in the cell of the row below or above it, with both their numbers.</summary>
    private static string[] PartsOf(TableCell cell) => cell.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null where the text is no whole number that can be counted.</summary>
    private static int? NumberOf(string text) =>
        int.TryParse(ValueText.Fold(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
