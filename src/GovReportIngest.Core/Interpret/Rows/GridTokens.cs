using GovReportIngest.Core.Document;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>The cells of a grid as tokens, row by row: a cell with a row span stands in the row where it begins.</summary>
internal static class GridTokens
{
    public static IEnumerable<IReadOnlyList<LineToken>> Rows(Table table) => table.Cells
        .GroupBy(cell => cell.Row)
        .OrderBy(row => row.Key)
        .Select(row => (IReadOnlyList<LineToken>)[.. row.OrderBy(cell => cell.Column).Select(Token)]);

    private static LineToken Token(TableCell cell)
    {
        var text = cell.Text.Trim();
        var value = new ValueToken(text, Locate(cell), cell);
        if (text.Length == 0)
            return new(LineTokenKind.Blank, value);
        // One character is no label: on scans it is a figure or a mark that the page's reader took for a character.
        return new(ValueText.IsValue(text) || !LabelText.HasHan(text) || text.Length == 1 ? LineTokenKind.Value : LineTokenKind.Label, value);
    }

    private static IReadOnlyList<Evidence> Locate(TableCell cell)
    {
        if (cell.Lines.Count > 0)
            return [.. cell.Lines.Select(line => line.Locate()).Distinct()];
        return [.. cell.Regions.Select(region => region.Locate())];
    }
}
