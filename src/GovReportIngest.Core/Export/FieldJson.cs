using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>Parts of a field as the record writes them, one by one.</summary>
public static class FieldJson
{
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Write(FieldValue? value)
    {
        if (value is null)
            return null;
        var json = new JsonText();
        RecordJsonWriter.Value(json, value);
        return json.ToString();
    }

    public static string Write(IReadOnlyList<Evidence> evidence)
    {
        var json = new JsonText();
        json.Array(evidence, place => RecordJson.Write(json, place));
        return json.ToString();
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    [return: NotNullIfNotNull(nameof(json))]
    public static FieldValue? ReadValue(string? json)
    {
        if (json is null)
            return null;
        using var value = JsonDocument.Parse(json);
        return RecordJsonReader.Value(value.RootElement)!;
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<Evidence> ReadEvidence(string? json)
    {
        if (json is null)
            return [];
        using var places = JsonDocument.Parse(json);
        return [.. places.RootElement.EnumerateArray().Select(RecordJsonReader.Place)];
    }
}
