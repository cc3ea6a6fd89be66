namespace GovReportIngest.Core.Export;

/// <summary>A cell of a sheet and where it begins, from 0.</summary>
public sealed record PlacedCell(int Row, int Column, FormSheetCell Cell);

/// <summary>What a form calls a field.</summary>
/// <param name="Caption">The line over the whole block that it stands in; null where there is none.</param>
/// <param name="Row">Labels before it, the outermost first.</param>
/// <param name="Column">Labels above it, the outermost first.</param>
public sealed record FieldLabel(string? Caption, IReadOnlyList<string> Row, IReadOnlyList<string> Column);

/// <summary>Finds the labels of every field by laying a sheet out as a browser does: a cell reaches as far as its spans.</summary>
public static class FormLabels
{
    public static IReadOnlyDictionary<string, FieldLabel> Of(FormSheet sheet)
    {
        var grid = new Dictionary<(int Row, int Column), FormSheetCell>();
        foreach (var (row, column, cell) in sheet.Places())
            for (var down = 0; down < cell.RowSpan; down++)
                for (var right = 0; right < cell.ColumnSpan; right++)
                    grid[(row + down, column + right)] = cell;
        var labels = new Dictionary<string, FieldLabel>(StringComparer.Ordinal);
        foreach (var (row, column, cell) in sheet.Places())
            if (cell.Path is { } path)
                labels.TryAdd(path, LabelOf(grid, row, column, sheet.Width));
        return labels;
    }

    private static FieldLabel LabelOf(Dictionary<(int Row, int Column), FormSheetCell> grid, int row, int column, int width)
    {
        var left = Enumerable.Range(0, column).Select(place => grid[(row, place)]).Where(cell => cell.Path is null).Distinct(ReferenceEqualityComparer.Instance);
        var above = HeadsAbove(grid, row, column).ToList();
        return new(
            above.FirstOrDefault(cell => cell.ColumnSpan == width)?.Text,
            [.. left.Cast<FormSheetCell>().Select(cell => cell.Text).Where(text => text.Length > 0)],
            [.. above.Where(cell => cell.ColumnSpan < width).Select(cell => cell.Text).Where(text => text.Length > 0)]);
    }

    /// <summary>Headings of the block that the row is in, the outermost first.</summary>
    private static IEnumerable<FormSheetCell> HeadsAbove(Dictionary<(int Row, int Column), FormSheetCell> grid, int row, int column)
    {
        var top = row;
        while (top > 0 && grid[(top - 1, column)].Path is not null)
            top--;
        var first = top;
        while (first > 0 && grid[(first - 1, column)].Path is null)
            first--;
        return Enumerable.Range(first, top - first).Select(place => grid[(place, column)]).Distinct(ReferenceEqualityComparer.Instance).Cast<FormSheetCell>();
    }
}
