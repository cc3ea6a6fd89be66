using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>Cells of scanned tables that no form asks for, and whose ink the first call of reading left: numbers of tables nobody defined.</summary>
public static class UnreadCells
{
    /// <summary>The cells to read, page by page; nobody knows whether they are whole numbers.</summary>
    public static IReadOnlyList<CellToRead> Of(ReportPart part)
    {
        var scanned = part.Match.ScannedPages;
        if (scanned.Count == 0)
            return [];
        var asked = part.Match.Tables.Where(table => table.IsFound).SelectMany(TableFields.Of)
            .Select(field => field.Token?.Cell).OfType<TableCell>().ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. In(part.Layout).Where(cell => !asked.Contains(cell.Cell))
            .SelectMany(cell => cell.Cell.Regions.Where(region => scanned.Contains(region.Page)).Select(region =>
                new CellToRead(cell.Path, region.Page, new(region.Box, CellKind.Decimal, cell.Cell.Row, region.Turn))))
            .OrderBy(cell => cell.Page)];
    }

    /// <summary>All such cells, with a path that is no field's.</summary>
    internal static IEnumerable<(string Path, TableCell Cell)> In(LayoutDocument layout) => layout.Blocks.OfType<Block.OfTable>().SelectMany((block, index) =>
        block.Table.Cells.Where(cell => cell is { HasUnreadInk: true, Text.Length: 0 }).Select(cell => ($"tables[{index}]/{cell.Row}/{cell.Column}", cell)));
}
