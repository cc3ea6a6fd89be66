using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Rows;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Interpret;

/// <summary>The tables of the record: grids as they lie on the page, flattened ones in the form's own rows and columns.</summary>
internal static class RecordTables
{
    public static IReadOnlyList<RecordTable> Of(LayoutDocument layout, FormMatch match, IReadOnlyDictionary<string, CellReading> readings)
    {
        var texts = CellTexts(layout, match, readings);
        var keys = new Dictionary<Table, string>(ReferenceEqualityComparer.Instance);
        foreach (var table in match.Tables.Where(table => table.IsFound))
            foreach (var row in table.Alignment.Matches)
                foreach (var block in row.Segment.Blocks.OfType<Block.OfTable>())
                    keys.TryAdd(block.Table, table.Table.Key);
        var grids = layout.Blocks.OfType<Block.OfTable>().Select(block => OfGrid(block.Table, keys.GetValueOrDefault(block.Table), texts));
        var flattened = match.Tables
            .Where(table => table.IsFound && !keys.ContainsValue(table.Table.Key))
            .Select(OfFlattened);
        return [.. grids, .. flattened];
    }

    /// <summary>What the second call of reading found, by grid cell.</summary>
    private static Dictionary<TableCell, string> CellTexts(LayoutDocument layout, FormMatch match, IReadOnlyDictionary<string, CellReading> readings)
    {
        var texts = new Dictionary<TableCell, string>(ReferenceEqualityComparer.Instance);
        if (readings.Count == 0)
            return texts;
        foreach (var (path, cell) in UnreadCells.In(layout))
            if (readings.TryGetValue(path, out var reading))
                texts[cell] = reading.Text;
        foreach (var field in match.Tables.Where(table => table.IsFound).SelectMany(TableFields.Of))
            if (field.Token?.Cell is { } cell && readings.TryGetValue(field.Path, out var reading))
                texts[cell] = reading.Text;
        return texts;
    }

    private static RecordTable OfGrid(Table table, string? key, Dictionary<TableCell, string> texts) => new(
        key, table.Rows, table.Columns, table.RepeatedHeaders,
        [.. table.Cells.Select(cell => new RecordCell(
            cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, texts.GetValueOrDefault(cell, cell.Text),
            cell.Regions.Count > 0 ? [.. cell.Regions.Select(region => region.Locate())] : [.. cell.Lines.Select(line => line.Locate()).Distinct()]))]);

    private static RecordTable OfFlattened(TableMatch table)
    {
        var cells = new List<RecordCell>();
        var row = 0;
        var columns = 1 + table.Rows.Max(place => place.Columns);
        foreach (var block in table.Table.Blocks)
        {
            var matches = table.Alignment.Matches.Where(match => match.Place.Block == block).ToList();
            if (matches.Count == 0)
                continue;
            cells.Add(new(row, 0, 1, 1, block.ColumnHeaderCell ?? block.Header ?? "", []));
            for (var column = 0; column < block.Columns.Count; column++)
                cells.Add(new(row, column + 1, 1, 1, string.Concat(block.Columns[column].Group) + block.Columns[column].Label, []));
            row++;
            foreach (var match in matches)
            {
                cells.Add(new(row, 0, 1, 1, match.Place.Row.Label, []));
                var values = RowValues.Place(match.Segment, match.Place.Columns, null).Columns;
                for (var column = 0; column < values.Count; column++)
                    if (values[column] is { } value)
                        cells.Add(new(row, column + 1, 1, 1, value.Text, value.Evidence));
                row++;
            }
        }

        return new(table.Table.Key, row, columns, 0, cells);
    }
}
