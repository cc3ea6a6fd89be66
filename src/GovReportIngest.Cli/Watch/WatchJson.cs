using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovReportIngest.Cli.Watch;

/// <summary>One line of <c>watch --json</c>; what does not apply is left out.</summary>
/// <param name="Event">registered, duplicate, read, damaged, refused, settled or hindered.</param>
internal sealed record WatchLine(DateTimeOffset At, string Event)
{
    public string? Path { get; init; }

    public long? Document { get; init; }

    public long? Replaces { get; init; }

    public string? Outcome { get; init; }

    public int? Fields { get; init; }

    public int? Open { get; init; }

    public int? Findings { get; init; }

    public string? Verdict { get; init; }

    public string? Reason { get; init; }

    public string? Target { get; init; }
}

[JsonSerializable(typeof(WatchLine))]
internal sealed partial class WatchJson : JsonSerializerContext
{
    private static WatchJson Lines { get; } = new(new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(WatchLine line) => JsonSerializer.Serialize(line, Lines.WatchLine);
}
