using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Cuts a line into its cells at tabs, or at pipes and drawn lines where it has none.</summary>
public static class DelimitedRow
{
    public static IReadOnlyList<LayoutLine.OfText> Split(LayoutLine.OfText line) =>
        [.. CellDelimiter.Cells(line.Content).Select(cell => Cell(line, cell.From, cell.To))];

    private static LayoutLine.OfText Cell(LayoutLine.OfText line, int from, int to)
    {
        var text = line.Content;
        var (start, end) = (from, to);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start == end)
            (start, end) = (from, from);
        return new(line.Number, line.ColumnAt(start), text[start..end]);
    }
}
