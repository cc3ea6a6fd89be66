using System.Globalization;
using System.Net;
using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>The tables of a document as one HTML page with real spans, to look at or to paste into a spreadsheet.</summary>
public static class TablesHtml
{
    private const string Style = """
        body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin:0 0 2em}caption{text-align:left;color:#555;padding:.3em 0}
        td{border:1px solid #999;padding:.2em .5em;vertical-align:middle}td.n{text-align:right;font-variant-numeric:tabular-nums}
        """;

    /// <param name="records">Of one document, in their order.</param>
    public static byte[] Write(IReadOnlyList<ReportRecord> records)
    {
        var html = new StringBuilder();
        var name = WebUtility.HtmlEncode(records[0].Source.Path);
        html.Append("<!DOCTYPE html>\n<html lang=\"zh\">\n<head><meta charset=\"utf-8\"><title>").Append(name).Append("</title>\n<style>").Append(Style)
            .Append("</style></head>\n<body>\n<h1>").Append(name).Append("</h1>\n");
        var number = 0;
        foreach (var table in records.SelectMany(record => record.Tables))
            Write(html, table, ++number);
        html.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Write(StringBuilder html, RecordTable table, int number)
    {
        html.Append("<table>\n<caption>表 ").Append(number).Append(" · Table ").Append(number).Append(PlaceOf(table)).Append("</caption>\n");
        var cells = table.Cells.ToLookup(cell => cell.Row);
        for (var row = 0; row < table.Rows; row++)
        {
            html.Append("<tr>");
            foreach (var cell in cells[row].OrderBy(cell => cell.Column))
                Write(html, cell);
            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void Write(StringBuilder html, RecordCell cell)
    {
        html.Append("<td");
        if (decimal.TryParse(cell.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            html.Append(" class=\"n\"");
        if (cell.RowSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (cell.ColumnSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        html.Append('>').Append(WebUtility.HtmlEncode(cell.Text)).Append("</td>");
    }

    private static string PlaceOf(RecordTable table)
    {
        var pages = table.Cells.SelectMany(cell => cell.Evidence).OfType<Evidence.OnPage>().Select(place => place.Page).Distinct().Order().ToList();
        return pages.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" — p. {(pages.Count == 1 ? $"{pages[0]}" : $"{pages[0]}–{pages[^1]}")}");
    }
}
