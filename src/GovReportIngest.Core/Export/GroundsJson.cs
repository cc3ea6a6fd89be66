using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>A scanned field with the grounds of its probability.</summary>
/// <param name="Document">Path of the source, as in its record.</param>
public sealed record GroundsLine(
    string Document, int Part, string Path, FieldState State, FieldValue? Value, decimal Probability, bool IsOpen, FieldGrounds Grounds);

/// <summary>JSON lines of grounds: one object for each scanned field.</summary>
public static class GroundsJson
{
    /// <summary>A line for every field of the record that was read from a scan, in the record's order; empty if there is none.</summary>
    public static string Write(ReportRecord record)
    {
        var lines = new StringBuilder();
        foreach (var (path, field) in record.Fields)
            if (field.Grounds is { } grounds)
                lines.Append(Line(new(record.Source.Path, record.Source.Part, path, field.State, field.Value, field.Probability, field.Review == ReviewState.Open, grounds)));
        return lines.ToString();
    }

    public static string Line(GroundsLine line)
    {
        var json = new JsonText();
        json.Object(() =>
        {
            json.Name("document").Text(line.Document).Name("part").Number(line.Part).Name("path").Text(line.Path).Name("state").Text(Codes.Of(line.State));
            RecordJsonWriter.Value(json.Name("value"), line.Value);
            json.Name("probability").Number(line.Probability).Name("open").Truth(line.IsOpen)
                .Name("kind").Text(line.Grounds.Kind).Name("against").Array(line.Grounds.Against, code => json.Text(code));
        });
        return json.ToString() + '\n';
    }

    /// <exception cref="InvalidDataException">The text is no such line.</exception>
    public static GroundsLine Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new(
                root.GetProperty("document").GetString()!, root.GetProperty("part").GetInt32(), root.GetProperty("path").GetString()!,
                Codes.Parse<FieldState>(root.GetProperty("state").GetString(), Codes.Of), RecordJsonReader.Value(root.GetProperty("value")),
                root.GetProperty("probability").GetDecimal(), root.GetProperty("open").GetBoolean(),
                new(root.GetProperty("kind").GetString()!, [.. root.GetProperty("against").EnumerateArray().Select(code => code.GetString()!)]));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"This is no line of grounds: {wrong.Message}", wrong);
        }
    }
}
