using System.Text.Json;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>
/// The file <c>*.record.json</c> (<c>govreport.record/1</c>, docs/record.schema.json): UTF-8 without byte order mark, the same
/// record gives the same bytes.
/// </summary>
public static class RecordJson
{
    public static byte[] Write(ReportRecord record)
    {
        var json = new JsonText();
        json.Object(() => new RecordJsonWriter(json).Write(record), block: true);
        return json.ToUtf8();
    }

    /// <exception cref="InvalidDataException">The bytes are no record of this version.</exception>
    public static ReportRecord Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            if (json.RootElement.GetProperty("schema").GetString() != ReportRecord.SchemaId)
                throw new InvalidDataException($"schema is not {ReportRecord.SchemaId}");
            return RecordJsonReader.Read(json.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"This is no {ReportRecord.SchemaId}: {wrong.Message}", wrong);
        }
    }

    internal static void Write(JsonText json, Evidence evidence) => json.Object(() =>
    {
        switch (evidence)
        {
            case Evidence.OnPage(var page, var box):
                json.Name("page").Number(page).Name("box").Array([box.X, box.Y, box.Width, box.Height], value => json.Points(value));
                break;
            case Evidence.InText(var line, var column, var length):
                json.Name("text").Object(() => json.Name("line").Number(line).Name("column").Number(column).Name("length").Number(length));
                break;
            case Evidence.AtNode(var node):
                json.Name("node").Text(node);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    });
}
