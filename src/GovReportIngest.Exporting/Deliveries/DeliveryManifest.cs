using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovReportIngest.Exporting.Deliveries;

/// <summary>What a delivery holds: <c>govreport.delivery/1</c>, described in docs/warehouse.md. It is written last.</summary>
/// <param name="Schema">Its id.</param>
/// <param name="Program">Version that wrote it.</param>
/// <param name="Format">csv or jsonl.</param>
/// <param name="Since">Token of the delivery that this one follows; <c>start</c> for a whole one.</param>
/// <param name="Token">For the next one.</param>
/// <param name="Upserts">Reports that are new or changed.</param>
/// <param name="Withdrawals">Reports that are no longer there.</param>
/// <param name="Unread">Documents that were not read yet, and are not in it.</param>
/// <param name="Files">In the order in which they are loaded.</param>
/// <param name="MadeBy">What the records of the upserts depend on.</param>
public sealed record DeliveryManifest(
    string Schema, string Program, string Format, string Since, string Token, long Upserts, long Withdrawals, long Unread, IReadOnlyList<DeliveredFile> Files, IReadOnlyList<ManifestEngine> MadeBy)
{
    public const string SchemaId = "govreport.delivery/1";

    public string ToJson() => JsonSerializer.Serialize(this, DeliveryJson.Readable.DeliveryManifest) + "\n";

    /// <exception cref="JsonException">The text is none.</exception>
    public static DeliveryManifest Read(string text) => JsonSerializer.Deserialize(text, DeliveryJson.Readable.DeliveryManifest) ?? throw new JsonException("The manifest is empty.");
}

/// <param name="File">Name in the folder.</param>
/// <param name="Bytes">Of it.</param>
/// <param name="Sha256">Of it.</param>
public sealed record DeliveredFile(string File, long Bytes, string Sha256);

/// <summary>What an unfinished delivery was asked to hold.</summary>
internal sealed record DeliveryPlan(string Format, string Since, string Token);

[JsonSerializable(typeof(DeliveryManifest))]
[JsonSerializable(typeof(DeliveryPlan))]
internal sealed partial class DeliveryJson : JsonSerializerContext
{
    public static DeliveryJson Readable { get; } = new(new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
