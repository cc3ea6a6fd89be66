using System.Text.Json;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>What a field of a labelled document is known to be.</summary>
public readonly record struct ExpectedField(FieldState State, FieldValue? Value);

public readonly record struct ExpectedHeading(int Level, string Title);

/// <summary>The truth about a document (<c>govreport.expected/1</c>); what is null or absent is not scored.</summary>
public sealed record ExpectedReport
{
    public string? Form { get; init; }

    public required IReadOnlyDictionary<string, ExpectedField> Fields { get; init; }

    public IReadOnlyList<ExpectedHeading>? Outline { get; init; }

    /// <summary>Prose page by page, without white space.</summary>
    public IReadOnlyList<string>? Text { get; init; }

    /// <summary>Ids of the identities that the document violates in print.</summary>
    public IReadOnlyList<string>? Violations { get; init; }
}

/// <summary>Reads <c>*.expected.json</c>.</summary>
public static class ExpectedJson
{
    public const string SchemaId = "govreport.expected/1";

    public const string Suffix = ".expected.json";

    /// <exception cref="InvalidDataException">The bytes are no truth of this version.</exception>
    public static ExpectedReport Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            var root = json.RootElement;
            if (root.GetProperty("schema").GetString() != SchemaId)
                throw new InvalidDataException($"schema is not {SchemaId}");
            return new()
            {
                Form = root.TryGetProperty("form", out var form) ? form.GetString() : null,
                Fields = root.TryGetProperty("fields", out var fields)
                    ? fields.EnumerateObject().ToDictionary(field => field.Name, field => Field(field.Value), StringComparer.Ordinal)
                    : new Dictionary<string, ExpectedField>(),
                Outline = List(root, "outline", pair => new ExpectedHeading(pair[0].GetInt32(), pair[1].GetString()!)),
                Text = List(root, "text", page => page.GetString()!),
                Violations = List(root, "violations", id => id.GetString()!),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"This is no {SchemaId}: {wrong.Message}", wrong);
        }
    }

    private static ExpectedField Field(JsonElement field) => new(
        Codes.Parse<FieldState>(field.GetProperty("state").GetString(), Codes.Of),
        field.TryGetProperty("value", out var value) ? RecordJsonReader.Value(value) : null);

    private static IReadOnlyList<T>? List<T>(JsonElement root, string name, Func<JsonElement, T> read) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(read)] : null;
}
