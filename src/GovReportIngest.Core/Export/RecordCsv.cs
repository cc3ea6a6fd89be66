using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>
/// Tidy CSV: one row a field.
/// </summary>
/// <param name="excelSafe">See <see cref="CsvText"/>.</param>
public sealed class RecordCsv(bool excelSafe = false)
{
    private static readonly string[] Columns =
    [
        "source", "part", "form", "outcome", "path", "state", "value", "printed", "probability", "review", "reasons",
        "page", "x", "y", "width", "height", "line", "column", "length", "node",
    ];

    public byte[] Write(IEnumerable<ReportRecord> records) => [.. Head(), .. records.SelectMany(Rows)];

    /// <summary>The first line, with the byte order mark where there is one.</summary>
    public byte[] Head()
    {
        var text = new CsvText(excelSafe);
        text.Row(Columns);
        return text.ToUtf8(isFirst: true);
    }

    /// <summary>The fields of one record.</summary>
    public byte[] Rows(ReportRecord record)
    {
        var text = new CsvText(excelSafe);
        foreach (var (path, field) in record.Fields)
            text.Row([.. CellsOf(record), path, .. CellsOf(field), .. CellsOf(field.Evidence)]);
        return text.ToUtf8();
    }

    private static string[] CellsOf(ReportRecord record) =>
        [record.Source.Path, WrittenValue.Of(record.Source.Part), record.Form?.Id ?? "", Codes.Of(record.Outcome)];

    private static string[] CellsOf(RecordField field) =>
    [
        Codes.Of(field.State), field.Value is { } value ? WrittenValue.Of(value) : "", field.Printed ?? "", WrittenValue.Of(field.Probability),
        Codes.Of(field.Review), string.Join(' ', field.Reasons),
    ];

    /// <summary>The first place; a cell over a page break has the others in its JSON.</summary>
    private static string[] CellsOf(IReadOnlyList<Evidence> evidence) => (evidence.Count > 0 ? evidence[0] : null) switch
    {
        Evidence.OnPage(var page, var box) =>
            [WrittenValue.Of(page), Points(box.X), Points(box.Y), Points(box.Width), Points(box.Height), "", "", "", ""],
        Evidence.InText(var line, var column, var length) => ["", "", "", "", "", WrittenValue.Of(line), WrittenValue.Of(column), WrittenValue.Of(length), ""],
        Evidence.AtNode(var node) => ["", "", "", "", "", "", "", "", node],
        _ => ["", "", "", "", "", "", "", "", ""],
    };

    private static string Points(double value) => Math.Round(value, 1).ToString("0.0", CultureInfo.InvariantCulture);
}
