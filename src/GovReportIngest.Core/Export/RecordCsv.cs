using System.Globalization;
using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>
/// Tidy CSV (RFC 4180, UTF-8): one row a field. With <paramref name="excelSafe"/> the file begins with a byte order mark, and a
/// text that a spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
public sealed class RecordCsv(bool excelSafe = false)
{
    private static readonly string[] Columns =
    [
        "source", "part", "form", "outcome", "path", "state", "value", "printed", "probability", "review", "reasons",
        "page", "x", "y", "width", "height", "line", "column", "length", "node",
    ];

    public byte[] Write(IEnumerable<ReportRecord> records)
    {
        var text = new StringBuilder();
        Row(text, Columns);
        foreach (var record in records)
            foreach (var (path, field) in record.Fields)
                Row(text, [.. CellsOf(record), path, .. CellsOf(field), .. CellsOf(field.Evidence)]);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return excelSafe ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
    }

    private string[] CellsOf(ReportRecord record) =>
        [Safe(record.Source.Path), Number(record.Source.Part), record.Form?.Id ?? "", Codes.Of(record.Outcome)];

    private string[] CellsOf(RecordField field) =>
    [
        Codes.Of(field.State), ValueOf(field), Safe(field.Printed ?? ""), Number(field.Probability),
        Codes.Of(field.Review), string.Join(' ', field.Reasons),
    ];

    private string ValueOf(RecordField field) => field.Value switch
    {
        FieldValue.Number(var amount) => Number(amount),
        FieldValue.Words(var words) => Safe(words),
        _ => "",
    };

    /// <summary>The first place; a cell over a page break has the others in its JSON.</summary>
    private static string[] CellsOf(IReadOnlyList<Evidence> evidence) => (evidence.Count > 0 ? evidence[0] : null) switch
    {
        Evidence.OnPage(var page, var box) =>
            [Number(page), Points(box.X), Points(box.Y), Points(box.Width), Points(box.Height), "", "", "", ""],
        Evidence.InText(var line, var column, var length) => ["", "", "", "", "", Number(line), Number(column), Number(length), ""],
        Evidence.AtNode(var node) => ["", "", "", "", "", "", "", "", node],
        _ => ["", "", "", "", "", "", "", "", ""],
    };

    private string Safe(string text) =>
        excelSafe && text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Points(double value) => Math.Round(value, 1).ToString("0.0", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            if (cells[i].AsSpan().IndexOfAny(",\"\r\n") < 0)
                text.Append(cells[i]);
            else
                text.Append('"').Append(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append("\r\n");
    }
}
