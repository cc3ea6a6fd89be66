using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovReportIngest.Core.Archives;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Exporting;

/// <summary>What an export was made of: <c>govreport.export/1</c>, described in docs/export.md. It is written after what it tells of.</summary>
/// <param name="Schema">Its id.</param>
/// <param name="Program">Version that wrote it.</param>
/// <param name="Format">Code.</param>
/// <param name="File">Name, relative to the manifest; null where files are listed one by one in <c>manifest.jsonl</c>, or what was written went to a pipe.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Reports">How many.</param>
/// <param name="Open">Questions about them that wait for review.</param>
/// <param name="Unread">Documents of the choice that were not read yet, and are not in it.</param>
/// <param name="MadeBy">What their records depend on.</param>
public sealed record ExportManifest(
    string Schema, string Program, string Format, string? File, long? Bytes, string? Sha256, long Reports, long Open, long Unread, IReadOnlyList<ManifestEngine> MadeBy)
{
    public const string SchemaId = "govreport.export/1";

    /// <summary>Name of the file that tells of the file of this name.</summary>
    public static string PathFor(string path) => path + ".manifest.json";

    public static ExportManifest Of(ChosenReports reports, ExportFormat format, string program) => new(
        SchemaId, program, ExportFormats.CodeOf(format), null, null, null, reports.Rows.Count, reports.Rows.Sum(row => row.Open), reports.Unread, EnginesOf(reports.Rows));

    /// <summary>With name, size and hash of the file that was written.</summary>
    public async Task<ExportManifest> OfFileAsync(string path, CancellationToken cancellation)
    {
        await using var file = System.IO.File.OpenRead(path);
        return this with { File = Path.GetFileName(path), Bytes = file.Length, Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) };
    }

    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Readable.ExportManifest) + "\n";

    private static IReadOnlyList<ManifestEngine> EnginesOf(IEnumerable<ListedRecord> rows) =>
        [.. rows.GroupBy(row => (row.Form, row.Engine)).OrderBy(group => group.Key.Form, StringComparer.Ordinal).ThenBy(group => group.Key.Engine, StringComparer.Ordinal)
            .Select(group => new ManifestEngine(group.Key.Form, group.Key.Engine ?? "", group.Count()))];
}

/// <param name="Form">Id; null for reports without one.</param>
/// <param name="Engine">Program, hashes of form definition and models, versions of libraries: <c>name=value</c>, parted by spaces.</param>
/// <param name="Reports">How many.</param>
public sealed record ManifestEngine(string? Form, string Engine, long Reports);

/// <summary>A line of <c>manifest.jsonl</c> in a folder with one file a report.</summary>
/// <param name="Id">Of the report.</param>
/// <param name="Version">Which reading of the document.</param>
/// <param name="Decision">The last decision; 0 where there is none.</param>
/// <param name="Program">Version that wrote the file.</param>
/// <param name="File">Path below the folder.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Source">Path of the source.</param>
/// <param name="SourceSha256">Of the source.</param>
/// <param name="Form">Id; null where there is none.</param>
/// <param name="Engine">As in <see cref="ManifestEngine"/>.</param>
/// <param name="Shape">As <see cref="ExportFormats.ShapeOf"/> has it.</param>
/// <param name="RecordSha256">Of the records in the file as they stand.</param>
/// <param name="Archive">What the catalogue of an archive says of the source; null where none does.</param>
public sealed record ManifestLine(
    string Id, long Version, long Decision, string Program, string File, long Bytes, string Sha256, string Source, string SourceSha256, string? Form, string Engine, string Shape, string RecordSha256,
    CatalogueEntry? Archive = null);

[JsonSerializable(typeof(ExportManifest))]
[JsonSerializable(typeof(ManifestLine))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    public static ManifestJson Readable { get; } = new(new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static ManifestJson Line { get; } = new(new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
