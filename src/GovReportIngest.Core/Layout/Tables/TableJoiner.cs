namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Joins tables that go on over a page break into one: drops header rows printed again, and heals the cells that the break cut.
/// </summary>
internal static class TableJoiner
{
    private const double SameColumn = 5;
    private const int MostHeaderRows = 4;

    /// <summary>The one table of both, or null where the second is a table of its own.</summary>
    public static Table? Join(Table first, Table second)
    {
        if (first.Kind is TableKind.Aligned && second.Kind is TableKind.Aligned)
            return HaveSameColumns(first, second) ? Below([.. first.Cells], [.. second.Cells], first, second, first.Columns) : null;
        if (first.Kind is not TableKind.Ruled || second.Kind is not TableKind.Ruled || CommonBorders(first, second) is not { } borders)
            return null;
        return Below(OnBorders(first, borders, 0), OnBorders(second, borders, Borders(second)[0] - Borders(first)[0]), first, second, borders.Count - 1);
    }

    private static Table Below(List<TableCell> above, List<TableCell> below, Table first, Table second, int columns)
    {
        var repeated = RepeatedRows(above, below);
        var moved = below.Where(cell => cell.Row + cell.RowSpan > repeated).Select(cell => cell with
        {
            Row = Math.Max(cell.Row, repeated) - repeated + first.Rows,
            RowSpan = cell.RowSpan - Math.Max(0, repeated - cell.Row),
        });
        var (cells, rows) = CutCells.Heal(above, [.. moved], first.Rows, second.Rows - repeated);
        return first with
        {
            Rows = first.Rows + rows,
            Columns = columns,
            RepeatedHeaders = first.RepeatedHeaders + repeated,
            Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
        };
    }

    /// <summary>Columns found from white lie where the page's own figures let them: each border may be anywhere in its gap.</summary>
    private static bool HaveSameColumns(Table first, Table second)
    {
        var (left, right) = (Borders(first), Borders(second));
        return left.Count == right.Count && Math.Abs(left[0] - right[0]) <= 2 * SameColumn && Enumerable.Range(1, left.Count - 2).All(i =>
            right[i] > left[i - 1] + SameColumn && right[i] < left[i + 1] - SameColumn && left[i] > right[i - 1] + SameColumn && left[i] < right[i + 1] - SameColumn);
    }

    /// <summary>
    /// Column borders of both in the frame of the first; null where they do not go together. The second may be moved sideways,
    /// as facing pages are. One of the two may lack borders (a rest of few rows), never both.
    /// </summary>
    private static List<double>? CommonBorders(Table first, Table second)
    {
        var (left, right) = (Borders(first), Borders(second));
        if (Math.Min(left.Count, right.Count) < 3)
            return null;
        var shift = right[0] - left[0];
        List<double> moved = [.. right.Select(x => x - shift)];
        if (Math.Abs(moved[^1] - left[^1]) > 2 * SameColumn)
            return null;
        if (AreAmong(moved[..^1], left) && HaveRoom(second, left, shift))
            return left;
        return AreAmong(left[..^1], moved) && HaveRoom(first, moved, 0) ? moved : null;
    }

    /// <summary>No words stand between two borders that are one in the frame.</summary>
    private static bool HaveRoom(Table table, List<double> borders, double shift)
    {
        var own = Borders(table);
        return own.Count != table.Columns + 1 || table.Cells.Where(cell => cell.Text.Length > 0 || cell.HasUnreadInk)
            .All(cell => Nearest(borders, own[cell.Column] - shift) < Nearest(borders, own[cell.Column + cell.ColumnSpan] - shift) || cell.Column + cell.ColumnSpan == table.Columns);
    }

    private static bool AreAmong(List<double> some, List<double> all) =>
        some.All(x => all.Any(other => Math.Abs(x - other) <= SameColumn));

    private static List<double> Borders(Table table)
    {
        var page = table.Cells.Max(cell => cell.Regions.Max(region => region.Page));
        var borders = new List<double>();
        foreach (var x in table.Cells.SelectMany(cell => cell.Regions).Where(region => region.Page == page)
                     .SelectMany(region => new[] { region.Box.X, region.Box.Right }).Order())
            if (borders.Count == 0 || x - borders[^1] > 1)
                borders.Add(x);
        return borders;
    }

    private static List<TableCell> OnBorders(Table table, List<double> borders, double shift)
    {
        var own = Borders(table);
        if (own.Count != table.Columns + 1 || own.Count == borders.Count)
            return [.. table.Cells];
        var places = own.Select(x => Nearest(borders, x - shift)).ToList();
        places[^1] = borders.Count - 1;
        // A column that is all border on the other page has no room for words.
        return [.. table.Cells.Select(cell => cell with
        {
            Column = places[cell.Column],
            ColumnSpan = places[cell.Column + cell.ColumnSpan] - places[cell.Column],
        }).Where(cell => cell.ColumnSpan > 0)];
    }

    private static int Nearest(List<double> borders, double x) =>
        Enumerable.Range(0, borders.Count).MinBy(index => Math.Abs(borders[index] - x));

    private static int RepeatedRows(List<TableCell> first, List<TableCell> second)
    {
        for (var rows = MostHeaderRows; rows > 0; rows--)
        {
            var texts = RowTexts(second, rows);
            // A header speaks in most of its cells; a row of unread numbers is none.
            if (texts.Count(cell => cell.Text.Length > 0) * 2 > texts.Count && texts.SequenceEqual(RowTexts(first, rows)))
                return rows;
        }

        // The fewest rows that no cell leaves are the header; with more of them body rows would be compared.
        return Enumerable.Range(1, MostHeaderRows).FirstOrDefault(rows => HaveSameHeader(first, second, rows));
    }

    private static List<(int Row, int Column, string Text)> RowTexts(List<TableCell> cells, int rows) =>
        [.. cells.Where(cell => cell.Row < rows).Select(cell => (cell.Row, cell.Column, CutCells.Compact(cell.Text)))];

    /// <summary>
    /// On scans the same header is read a little differently each time: cells that span in the same way and resemble each other
    /// are the same header. Plain rows look alike everywhere, so cells spanning rows and cells spanning columns are demanded.
    /// </summary>
    private static bool HaveSameHeader(List<TableCell> first, List<TableCell> second, int rows)
    {
        var (one, other) = (first.Where(cell => cell.Row < rows).ToList(), second.Where(cell => cell.Row < rows).ToList());
        if (!one.Select(Place).SequenceEqual(other.Select(Place)) || one.Any(cell => cell.Row + cell.RowSpan > rows)
            || !one.Any(cell => cell.RowSpan > 1) || one.Count(cell => cell.ColumnSpan > 1) < 2)
            return false;
        var pairs = one.Zip(other).Select(pair => (First: CutCells.Compact(pair.First.Text), Second: CutCells.Compact(pair.Second.Text)))
            .Where(pair => pair.First.Length > 1 && pair.Second.Length > 1).ToList();
        return pairs.Count > 0 && pairs.Count(pair => Resemble(pair.First, pair.Second)) * 2 > pairs.Count;
    }

    private static (int Row, int Column, int RowSpan, int ColumnSpan) Place(TableCell cell) => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan);

    private static bool Resemble(string first, string second) =>
        first.Intersect(second).Count() * 2 >= Math.Max(first.Distinct().Count(), second.Distinct().Count());
}
