using System.Text.Encodings.Web;
using System.Text.Json;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator;

/// <summary>The truth about a sample (<c>govreport.expected/1</c>). What is absent is not scored.</summary>
internal static class Expected
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="text">Prose (title, headings, paragraphs) of every page without white space; null leaves it out.</param>
    public static byte[] Write(Report report, IReadOnlyList<string>? text, IReadOnlyDictionary<string, string>? about = null)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "govreport.expected/1");
            json.WriteString("form", report.Figures.Form.Id);
            if (about is not null)
                WriteAbout(json, about);
            WriteFields(json, report);
            WriteOutline(json, report);
            if (text is not null)
                WriteStrings(json, "text", text);
            WriteStrings(json, "violations", [.. Identities.Violations(report.Figures), .. report.Contradictions]);
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteAbout(Utf8JsonWriter json, IReadOnlyDictionary<string, string> about)
    {
        json.WriteStartObject("about");
        foreach (var (name, value) in about.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("fields");
        WriteWords(json, "report.title", report.Title);
        if (report.TitleNamesAgency)
            WriteWords(json, "report.agency", report.Agency);
        WriteWords(json, "report.region", report.Region);
        WriteCell(json, "report.year", Cell.Of(report.Year));
        WriteWords(json, "report.period", report.Period);
        foreach (var (path, cell) in report.Figures.InFormOrder())
            WriteCell(json, path, cell);
        json.WriteEndObject();
    }

    /// <summary>Null is missing: the report does not say it.</summary>
    private static void WriteWords(Utf8JsonWriter json, string path, string? words)
    {
        json.WriteStartObject(path);
        json.WriteString("state", words is null ? "missing" : "printed");
        json.WriteString("value", words);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, string path, Cell cell)
    {
        json.WriteStartObject(path);
        json.WriteString("state", cell.State);
        if (cell.Value is { } value)
            json.WriteNumber("value", value);
        else
            json.WriteNull("value");
        json.WriteEndObject();
    }

    private static void WriteOutline(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("outline");
        foreach (var heading in report.Pieces.OfType<Piece.Heading>())
        {
            json.WriteStartArray();
            json.WriteNumberValue(heading.Level);
            json.WriteStringValue(heading.Title);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
