using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Docx;

/// <param name="Cell">The cell.</param>
/// <param name="Column">Of the table's own grid, from 0.</param>
/// <param name="Columns">Over which it goes.</param>
/// <param name="IsMerged">It is one of several cells below each other that are shown as one.</param>
/// <param name="GoesOn">It is not the first of them.</param>
internal readonly record struct WordCell(TableCell Cell, int Column, int Columns, bool IsMerged, bool GoesOn);

/// <summary>Rows and merged cells of a table (ECMA-376 part 1, 17.4).</summary>
internal static class WordTable
{
    private const int MostColumns = 1000;

    /// <summary>See <see cref="SpanGrid"/>.</summary>
    private const int WidestSpan = 200;

    /// <summary>Every row that is not deleted or hidden, cells left to right.</summary>
    public static IReadOnlyList<IReadOnlyList<WordCell>> Rows(Table table) => [.. RowsOf(table).Where(IsShown).Select(Cells)];

    public static FlowBlock.Grid GridOf(string node, IReadOnlyList<IReadOnlyList<WordCell>> rows, Dictionary<TableCell, string> texts)
    {
        var grid = new SpanGrid();
        grid.BeginGroup(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            grid.BeginRow();
            for (var index = 0; index < rows[row].Count; index++)
            {
                var cell = rows[row][index];
                if (IsContinued(rows, row, cell))
                    continue;
                grid.MoveTo(cell.Column);
                grid.Add(Height(rows, row, cell), cell.Columns, string.Create(CultureInfo.InvariantCulture, $"{node}/tr[{row + 1}]/td[{index + 1}]"), texts[cell.Cell]);
            }
        }

        return grid.ToGrid(node);
    }

    private static IEnumerable<TableRow> RowsOf(OpenXmlElement outer) => outer.ChildElements.SelectMany(element => element switch
    {
        TableRow row => [row],
        SdtRow or SdtContentRow or CustomXmlRow or InsertedRun => RowsOf(element),
        _ => Enumerable.Empty<TableRow>(),
    });

    private static bool IsShown(TableRow row) =>
        row.TableRowProperties is not { } properties || (properties.GetFirstChild<Deleted>() is null && properties.GetFirstChild<Hidden>() is null);

    private static List<WordCell> Cells(TableRow row)
    {
        var cells = new List<WordCell>();
        var column = Math.Min(MostColumns, Number(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.InnerText) ?? 0);
        foreach (var cell in CellsOf(row))
        {
            var columns = Math.Clamp(Number(cell.TableCellProperties?.GridSpan?.Val?.InnerText) ?? 1, 1, WidestSpan);
            // The old way to merge cells of a row: what goes on belongs to the cell before.
            if (cell.TableCellProperties?.HorizontalMerge is { } merge && merge.Val?.InnerText is not "restart" && cells.Count > 0)
                cells[^1] = cells[^1] with { Columns = Math.Min(MostColumns, cells[^1].Columns + columns) };
            else
                cells.Add(CellOf(cell, column, columns));
            column = Math.Min(MostColumns * 2, column + columns);
        }

        return cells;
    }

    private static WordCell CellOf(TableCell cell, int column, int columns) => cell.TableCellProperties?.VerticalMerge is { } merge
        ? new(cell, column, columns, IsMerged: true, GoesOn: merge.Val?.InnerText is not "restart")
        : new(cell, column, columns, IsMerged: false, GoesOn: false);

    private static IEnumerable<TableCell> CellsOf(OpenXmlElement outer) => outer.ChildElements.SelectMany(element => element switch
    {
        TableCell cell => [cell],
        SdtCell or SdtContentCell or CustomXmlCell => CellsOf(element),
        _ => Enumerable.Empty<TableCell>(),
    });

    /// <summary>The cell above is merged as well and lies on the same columns.</summary>
    private static bool IsContinued(IReadOnlyList<IReadOnlyList<WordCell>> rows, int row, WordCell cell) =>
        cell.GoesOn && row > 0 && Find(rows[row - 1], cell) is { IsMerged: true };

    private static int Height(IReadOnlyList<IReadOnlyList<WordCell>> rows, int row, WordCell cell)
    {
        var height = 1;
        while (cell.IsMerged && row + height < rows.Count && Find(rows[row + height], cell) is { GoesOn: true })
            height++;
        return height;
    }

    private static WordCell? Find(IReadOnlyList<WordCell> row, WordCell like)
    {
        foreach (var cell in row)
            if (cell.Column == like.Column && cell.Columns == like.Columns)
                return cell;
        return null;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
