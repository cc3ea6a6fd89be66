using System.Text.Encodings.Web;
using System.Text.Json;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Exporting;

/// <summary>The decisions about a report as they were made, one a line (<c>govreport.decision/1</c>, docs/export.md); those that were taken back are among them.</summary>
internal static class DecisionLines
{
    public const string SchemaId = "govreport.decision/1";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(ReviewedReport report)
    {
        using var lines = new MemoryStream();
        foreach (var row in report.Log)
        {
            using (var json = new Utf8JsonWriter(lines, Readable))
                Write(json, report, row);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReviewedReport report, DecisionRow row)
    {
        json.WriteStartObject();
        json.WriteString("schema", SchemaId);
        json.WriteNumber("decision", row.DecisionId);
        json.WriteString("id", report.Id.ToString());
        json.WriteString("source", report.Record.Source.Path);
        json.WriteString("sha256", report.Record.Source.Sha256);
        json.WriteNumber("version", row.Version);
        json.WriteString("subject", row.Subject);
        json.WriteString("action", row.Action);
        WriteField(json, "read", row.OldState, row.OldValue, row.OldPrinted);
        WriteField(json, "decided", row.NewState, row.NewValue, row.NewPrinted);
        WriteShift(json, row.Shift);
        json.WriteString("hint", row.Hint);
        WriteJson(json, "evidence", row.Evidence);
        WriteJson(json, "asserted", row.Asserted);
        json.WriteBoolean("sourceWrong", row.IsSourceWrong == 1);
        json.WriteString("note", row.Note);
        if (row.Reverses is { } reversed)
            json.WriteNumber("reverses", reversed);
        else
            json.WriteNull("reverses");
        json.WriteString("by", row.DecidedBy);
        json.WriteString("at", DateTimeOffset.FromUnixTimeMilliseconds(row.DecidedAt));
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, string name, string? state, string? value, string? printed)
    {
        json.WriteStartObject(name);
        json.WriteString("state", state);
        WriteJson(json, "value", value);
        json.WriteString("printed", printed);
        json.WriteEndObject();
    }

    private static void WriteShift(Utf8JsonWriter json, string? text)
    {
        if (text is null)
        {
            json.WriteNull("shift");
            return;
        }

        var shift = BlockShift.Parse(text);
        json.WriteStartObject("shift");
        json.WriteString("from", shift.From);
        json.WriteString("to", shift.To);
        json.WriteNumber("down", shift.Down);
        json.WriteNumber("right", shift.Right);
        json.WriteEndObject();
    }

    /// <summary>What rows hold as JSON already.</summary>
    private static void WriteJson(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value ?? "null");
    }
}
