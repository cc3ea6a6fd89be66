using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Makes a table of a grid: elementary cells without a rule between them are one, and words go where their middle lies.</summary>
internal static class GridTable
{
    /// <summary>The table, and the words that lie in it (by index).</summary>
    public static (Table Table, IReadOnlyList<int> Words) Of(
        GridLines grid, ReadPage page, IReadOnlyList<Word> words)
    {
        var borders = new CellBorders(grid);
        if (page.Reading is PageReading.Ocr)
            borders.Mend(words);
        var areas = borders.Cells();
        var owner = Owners(grid, areas);
        var used = new List<int>();
        var content = areas.Select(_ => new List<Word>()).ToArray();
        for (var i = 0; i < words.Count; i++)
            if (grid.Box.Contains(words[i].Box.CentreX, words[i].Box.CentreY))
            {
                used.Add(i);
                foreach (var part in WordParts.Cut(words[i], grid.Xs))
                    content[owner[Row(grid, part.Box.CentreY), Column(grid, part.Box.CentreX)]].Add(part);
            }

        var inked = page.UnreadInk.Where(box => grid.Box.Contains(box.CentreX, box.CentreY))
            .Select(box => owner[Row(grid, box.CentreY), Column(grid, box.CentreX)]).ToHashSet();
        var cells = areas.Select((area, index) => Cell(area, grid, page, content[index]) with { HasUnreadInk = inked.Contains(index) });
        return (new()
        {
            Kind = grid.IsAligned ? TableKind.Aligned : TableKind.Ruled,
            Rows = grid.Rows,
            Columns = grid.Columns,
            Cells = [.. cells],
        }, used);
    }

    private static TableCell Cell((int Top, int Left, int Bottom, int Right) area, GridLines grid, ReadPage page, List<Word> words)
    {
        var box = Box.FromEdges(grid.Xs[area.Left], grid.Ys[area.Top], grid.Xs[area.Right + 1], grid.Ys[area.Bottom + 1]);
        var lines = LineBuilder.Build(words, page.Number, page.Frame);
        return new()
        {
            Row = area.Top,
            Column = area.Left,
            RowSpan = area.Bottom - area.Top + 1,
            ColumnSpan = area.Right - area.Left + 1,
            Text = Join(lines),
            Lines = lines,
            Regions = [new(page.Number, page.Frame, box, page.Turn)],
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

    /// <summary>For every elementary cell the index of the area that holds it.</summary>
    private static int[,] Owners(GridLines grid, IReadOnlyList<(int Top, int Left, int Bottom, int Right)> areas)
    {
        var owner = new int[grid.Rows, grid.Columns];
        for (var i = 0; i < areas.Count; i++)
            for (var row = areas[i].Top; row <= areas[i].Bottom; row++)
                for (var column = areas[i].Left; column <= areas[i].Right; column++)
                    owner[row, column] = i;
        return owner;
    }
}
