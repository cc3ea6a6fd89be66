using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>Tables as CSV: a cell's text stands in its first row and column, the rest of what it spans is empty.</summary>
/// <param name="excelSafe">See <see cref="CsvText"/>.</param>
public sealed class TablesCsv(bool excelSafe = false)
{
    /// <summary>The tables one after the other, with an empty line between two.</summary>
    public byte[] Write(IEnumerable<RecordTable> tables)
    {
        var text = new CsvText(excelSafe);
        var isFirst = true;
        foreach (var table in tables)
        {
            if (!isFirst)
                text.EmptyLine();
            isFirst = false;
            foreach (var row in Grid(table))
                text.Row(row);
        }

        return text.ToUtf8(isFirst: true);
    }

    /// <summary>Texts by row and column; a cell's lines are joined already.</summary>
    internal static string[][] Grid(RecordTable table)
    {
        var grid = Enumerable.Range(0, table.Rows).Select(_ => Enumerable.Repeat("", table.Columns).ToArray()).ToArray();
        foreach (var cell in table.Cells)
            grid[cell.Row][cell.Column] = cell.Text;
        return grid;
    }
}
