namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Joins tables that go on over a page break into one, and drops the header rows printed again.</summary>
internal static class TableJoiner
{
    private const double SameColumn = 5;

    /// <summary>The one table of both, or null where the second is a table of its own.</summary>
    public static Table? Join(Table first, Table second)
    {
        if (first.Kind is not TableKind.Ruled || second.Kind is not TableKind.Ruled || !HaveSameColumns(first, second))
            return null;
        var repeated = RepeatedRows(first, second);
        var shift = first.Rows - repeated;
        var moved = second.Cells
            .Where(cell => cell.Row + cell.RowSpan > repeated)
            .Select(cell => cell with
            {
                Row = Math.Max(cell.Row, repeated) + shift,
                RowSpan = cell.RowSpan - Math.Max(0, repeated - cell.Row),
            });
        return first with
        {
            Rows = first.Rows + second.Rows - repeated,
            RepeatedHeaders = first.RepeatedHeaders + repeated,
            Cells = [.. first.Cells, .. moved],
        };
    }

    // The right-hand table may be moved sideways, as facing pages are; what counts is the columns' widths.
    private static bool HaveSameColumns(Table first, Table second)
    {
        var (left, right) = (Borders(first), Borders(second));
        if (left.Count < 3 || right.Count < 2 || right.Count > left.Count)
            return false;
        var shift = right[0] - left[0];
        if (Math.Abs(right[^1] - left[^1] - shift) > 2 * SameColumn)
            return false;
        return right.All(x => left.Any(other => Math.Abs(x - shift - other) <= SameColumn)) && right.Count == left.Count;
    }

    private static List<double> Borders(Table table) => [.. table.Cells
        .SelectMany(cell => cell.Regions.Select(region => region.Box))
        .SelectMany(box => new[] { box.X, box.Right })
        .Select(x => Math.Round(x, 1))
        .Distinct()
        .Order()];

    private static int RepeatedRows(Table first, Table second)
    {
        var most = Math.Min(Math.Min(first.Rows, second.Rows), 4);
        for (var rows = most; rows > 0; rows--)
            if (RowTexts(first, rows).SequenceEqual(RowTexts(second, rows)) && RowTexts(second, rows).Any(text => text.Length > 0))
                return rows;
        return 0;
    }

    private static IEnumerable<string> RowTexts(Table table, int rows) => table.Cells
        .Where(cell => cell.Row < rows)
        .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)
        .Select(cell => string.Concat(cell.Text.Where(character => !char.IsWhiteSpace(character))));
}
