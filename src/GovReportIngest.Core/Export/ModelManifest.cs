using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovReportIngest.Core.Export;

/// <summary><c>models/manifest.json</c>: a card for every model, with how it was trained and how it did.</summary>
public static class ModelManifest
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON as files of models are written: indented, UTF-8, one newline at the end.</summary>
    public static byte[] Text(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString(Readable) + "\n");
    }

    /// <summary>Replaces the card of the same <c>file</c>, or adds it; those of other models stay as they are.</summary>
    public static void Replace(string modelsFolder, JsonObject card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var path = Path.Combine(modelsFolder, "manifest.json");
        var manifest = File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path))!.AsObject() : new() { ["schema"] = "govreport.models/1", ["models"] = new JsonArray() };
        var models = manifest["models"]!.AsArray();
        var index = models.ToList().FindIndex(entry => (string?)entry?["file"] == (string?)card["file"]);
        if (index < 0)
            models.Add(card);
        else
            models[index] = card;
        File.WriteAllBytes(path, Text(manifest));
    }
}
