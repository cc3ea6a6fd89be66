using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>A cell as the printed form has it, with its spans.</summary>
internal sealed record PrintedCell(string Text, bool IsHeader, bool IsValue, int Columns, int Rows);

/// <summary>The rows of a table that <see cref="HtmlTables"/> wrote, for writers of other markup.</summary>
internal static partial class PrintedTable
{
    /// <summary>One list of rows a table: some looks print table 4 as two.</summary>
    public static IEnumerable<List<List<PrintedCell>>> Parse(string html) => Table().Matches(html).Select(table =>
        Row().Matches(table.Value).Select(row => Cell().Matches(row.Value).Select(CellOf).ToList()).ToList());

    private static PrintedCell CellOf(Match cell) => new(
        WebUtility.HtmlDecode(cell.Groups["text"].Value), cell.Groups["tag"].Value == "th", cell.Groups["class"].Value == "value",
        Span(cell.Groups["columns"].Value), Span(cell.Groups["rows"].Value));

    private static int Span(string text) => text.Length == 0 ? 1 : int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<(?<tag>t[hd])(?: class='(?<class>[a-z]+)')?(?: colspan='(?<columns>[0-9]+)')?(?: rowspan='(?<rows>[0-9]+)')?>(?<text>[^<]*)</")]
    private static partial Regex Cell();
}
