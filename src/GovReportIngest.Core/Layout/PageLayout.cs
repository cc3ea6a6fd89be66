using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Layout.Tables.Open;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout;

/// <summary>Pages with geometry: tables by their rulings, everything else as lines, from top to bottom, page by page.</summary>
internal static class PageLayout
{
    /// <param name="pages">In document order.</param>
    /// <param name="ofForms">Tables are those of a known form, whose labels and figures help to find them.</param>
    public static IReadOnlyList<Block> Of(IReadOnlyList<ReadPage> pages, bool ofForms)
    {
        var parts = pages.Select(page => page.Parts().Select(part => Split(part, ofForms)).ToList()).ToList();
        var looks = new LineLooks([.. parts.SelectMany(page => page)]);
        var blocks = new List<Block>();
        foreach (var page in parts)
            foreach (var block in PageParts.InOrder(page, looks))
                Append(blocks, block);
        return blocks;
    }

    private static PagePart Split(ReadPage page, bool ofForms)
    {
        var tables = new List<Table>();
        var left = page.Words;
        void Add(GridLines grid)
        {
            var (table, used) = GridTable.Of(grid, page, left);
            // A frame without writing on a text page is a decoration; on a scan its numbers are still unread.
            if (table.Cells.Count < 2 || (used.Count == 0 && page.Reading is not PageReading.Ocr))
                return;
            tables.Add(table);
            var inside = used.ToHashSet();
            left = [.. left.Where((_, index) => !inside.Contains(index))];
        }

        var grids = GridLines.Find(page.Rulings);
        if (!ofForms)
        {
            foreach (var grid in grids.Where(grid => grid.Columns > 1))
                Add(grid);
            foreach (var grid in OpenTable.Find(page, left, [.. tables.Select(BoxOf)]))
                Add(grid);
            return new(page, tables, LineBuilder.Build(left, page.Number, page.Frame));
        }

        var figures = new FigureTables(page);
        foreach (var grid in grids.Where(figures.AreParted))
            Add(grid);
        foreach (var grid in figures.Find(left, [.. tables.Select(BoxOf)]))
            Add(grid);
        foreach (var grid in grids.Where(grid => !tables.Exists(table => Meet(BoxOf(table), grid.Box))))
            Add(AlignedColumns.Infer(grid, page.Rulings, left) ?? grid);
        return new(page, tables, LineBuilder.Build(left, page.Number, page.Frame));
    }

    private static bool Meet(Box one, Box other) => one.Intersect(other).Area > 0;

    private static Box BoxOf(Table table) =>
        table.Cells.SelectMany(cell => cell.Regions).Select(region => region.Box).Aggregate((all, box) => all.Union(box));

    /// <summary>A table at the top of a page may go on with the one that ended the page before; running lines between do not count.</summary>
    private static void Append(List<Block> blocks, Block block)
    {
        if (block is Block.OfTable table)
        {
            var last = blocks.Count - 1;
            while (last >= 0 && blocks[last] is Block.OfLine line && (line.Look.IsRunning || IsSpeck(line.Line.Text)))
                last--;
            if (last >= 0 && blocks[last] is Block.OfTable before && before.AssignedTo == block.AssignedTo && PageOf(before.Table) != PageOf(table.Table)
                && TableJoiner.Join(before.Table, table.Table) is { } joined)
            {
                blocks[last] = before with { Table = joined };
                return;
            }
        }

        blocks.Add(block);
    }

    // Dirt at the edge of a scan is read as a stroke or two.
    private static bool IsSpeck(string text) => text.Length <= 3 && !text.Any(character => character >= '\u3400' && char.IsLetter(character)) && !text.Any(char.IsDigit);

    private static int PageOf(Table table) => table.Cells.Max(cell => cell.Regions.Max(region => region.Page));
}
