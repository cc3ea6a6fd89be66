using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Makes a table of a grid: elementary cells without a rule between them are one, and words go where their middle lies.</summary>
internal static class GridTable
{
    /// <summary>The table, and the words that lie in it (by index).</summary>
    public static (Table Table, IReadOnlyList<int> Words) Of(GridLines grid, int page, PageFrame frame, IReadOnlyList<Word> words)
    {
        var owner = Merge(grid);
        var areas = Areas(grid, owner);
        var used = new List<int>();
        var content = areas.Keys.ToDictionary(area => area, _ => new List<Word>());
        for (var i = 0; i < words.Count; i++)
            if (grid.Box.Contains(words[i].Box.CentreX, words[i].Box.CentreY))
            {
                used.Add(i);
                foreach (var part in WordParts.Cut(words[i], grid.Xs))
                    content[owner[Row(grid, part.Box.CentreY), Column(grid, part.Box.CentreX)]].Add(part);
            }

        var cells = areas.Select(area => Cell(area.Value, grid, page, frame, content[area.Key]));
        return (new()
        {
            Kind = TableKind.Ruled,
            Rows = grid.Rows,
            Columns = grid.Columns,
            Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
        }, used);
    }

    private static TableCell Cell((int Top, int Left, int Bottom, int Right) area, GridLines grid, int page, PageFrame frame, List<Word> words)
    {
        var box = Box.FromEdges(grid.Xs[area.Left], grid.Ys[area.Top], grid.Xs[area.Right + 1], grid.Ys[area.Bottom + 1]);
        var lines = LineBuilder.Build(words, page, frame);
        return new()
        {
            Row = area.Top,
            Column = area.Left,
            RowSpan = area.Bottom - area.Top + 1,
            ColumnSpan = area.Right - area.Left + 1,
            Text = Join(lines),
            Lines = lines,
            Regions = [new(page, frame, box)],
        };
    }

    internal static string Join(IReadOnlyList<LayoutLine> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var line in lines.Where(line => line.Text.Length > 0))
        {
            if (text.Length > 0 && HanSpacing.NeedsSpace(text[^1], line.Text[0]))
                text.Append(' ');
            text.Append(line.Text);
        }

        return text.ToString();
    }

    private static int Row(GridLines grid, double y) => Slot(grid.Ys, y);

    private static int Column(GridLines grid, double x) => Slot(grid.Xs, x);

    private static int Slot(IReadOnlyList<double> borders, double position)
    {
        for (var i = 1; i < borders.Count - 1; i++)
            if (position < borders[i])
                return i - 1;
        return borders.Count - 2;
    }

    /// <summary>Union of elementary cells without a rule between them; the owner is the index of the first.</summary>
    private static int[,] Merge(GridLines grid)
    {
        var (rows, columns) = (grid.Rows, grid.Columns);
        var parent = Enumerable.Range(0, rows * columns).ToArray();
        int Root(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }

        void Unite(int a, int b) => parent[Math.Max(Root(a), Root(b))] = Math.Min(Root(a), Root(b));
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                if (column + 1 < columns && !grid.IsRuledRight(row, column))
                    Unite(row * columns + column, row * columns + column + 1);
                if (row + 1 < rows && !grid.IsRuledBelow(row, column))
                    Unite(row * columns + column, (row + 1) * columns + column);
            }

        var owner = new int[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                owner[row, column] = Root(row * columns + column);
        return owner;
    }

    private static SortedDictionary<int, (int Top, int Left, int Bottom, int Right)> Areas(GridLines grid, int[,] owner)
    {
        var areas = new SortedDictionary<int, (int Top, int Left, int Bottom, int Right)>();
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
                areas[owner[row, column]] = areas.TryGetValue(owner[row, column], out var area)
                    ? (Math.Min(area.Top, row), Math.Min(area.Left, column), Math.Max(area.Bottom, row), Math.Max(area.Right, column))
                    : (row, column, row, column);
        return areas;
    }
}
