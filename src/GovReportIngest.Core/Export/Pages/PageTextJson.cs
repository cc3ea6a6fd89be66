using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovReportIngest.Core.Export.Pages;

/// <summary>Page texts as they are kept: a cache that may be deleted, never an interface.</summary>
[JsonSerializable(typeof(IReadOnlyList<PageText>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
public sealed partial class PageTextJson : JsonSerializerContext
{
    private static readonly PageTextJson Compact = new(new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(IReadOnlyList<PageText> pages) => JsonSerializer.SerializeToUtf8Bytes(pages, Compact.IReadOnlyListPageText);

    /// <summary>Null where the bytes are something else.</summary>
    public static IReadOnlyList<PageText>? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Compact.IReadOnlyListPageText);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
