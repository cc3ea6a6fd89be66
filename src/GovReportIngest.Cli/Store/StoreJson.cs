using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovReportIngest.Cli.Agencies;
using GovReportIngest.Cli.Reread;
using GovReportIngest.Cli.Series;
using GovReportIngest.Core.Archives;

namespace GovReportIngest.Cli.Store;

/// <summary>JSON of the verbs over a store, described in docs/cli.md. Times are UTC; no characters are escaped but those that must be.</summary>
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(ListJson))]
[JsonSerializable(typeof(QueueJson))]
[JsonSerializable(typeof(DocumentJson))]
[JsonSerializable(typeof(VerificationJson))]
[JsonSerializable(typeof(RereadJson))]
[JsonSerializable(typeof(CopyJson))]
[JsonSerializable(typeof(CoverageJson))]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(CatalogueJson))]
[JsonSerializable(typeof(SeriesJson))]
[JsonSerializable(typeof(ConceptsJson))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    private static StoreJson Readable { get; } = new(new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Readable);

    public static DateTimeOffset Time(long milliseconds) => System.DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

internal sealed record StatusJson(
    string Schema, bool IsPaused, IReadOnlyDictionary<string, long> Documents, long Replaced, long Records, long Pages, long Fields, long Open, long Findings,
    IReadOnlyList<ActJson> Recent);

internal sealed record ActJson(DateTimeOffset At, string Actor, string Action, string Detail);

/// <param name="Schema">govreport.list/1.</param>
/// <param name="Records">In the order of their ids.</param>
/// <param name="Next">For <c>--after</c>; null where this is the end.</param>
internal sealed record ListJson(string Schema, IReadOnlyList<ListedJson> Records, string? Next);

internal sealed record ListedJson(
    string Id, string Path, string State, long Version, string? Form, string? Agency, string? AgencyId, long? Year, long? Master, long Pages, long Fields, long Open,
    long Findings);

internal sealed record QueueJson(string Schema, IReadOnlyList<QueuedJson> Items);

internal sealed record QueuedJson(long Item, string Id, string Path, string Subject, string Reason, decimal? Probability, long Weight, DateTimeOffset OpenedAt);

internal sealed record DocumentJson(
    string Schema, long Id, string Path, string Sha256, long Bytes, string State, DateTimeOffset CollectedAt, DateTimeOffset ChangedAt, long Priority, long Attempts,
    DateTimeOffset? RetryAt, string? Location, long? ReplacedBy, IReadOnlyList<long> SameBytes, IReadOnlyList<string> Tags, IReadOnlyList<FileJson> Files, IReadOnlyList<VersionJson> Versions,
    IReadOnlyList<SourceJson> Sources, IReadOnlyList<OpenJson> Open,
    IReadOnlyList<FindingJson> Findings, CatalogueEntry? Archive);

internal sealed record FileJson(string Name, string Sha256);

internal sealed record VersionJson(
    long Version, long Part, bool IsCurrent, string Record, string Engine, string Outcome, string? Form, string? Agency, long? Year, long Pages, long Fields,
    long Open, long Findings, DateTimeOffset MadeAt);

internal sealed record SourceJson(long Part, string AgencyId, string Agency, long? Master);

internal sealed record OpenJson(long Part, string Subject, string Reason, string? State, string? Value, string? Printed, decimal? Probability);

internal sealed record FindingJson(long Part, string Id, string Severity, string Left, string Right);

internal sealed record VerificationJson(string Schema, bool IsSound, long Blobs, long Records, long Unused, IReadOnlyList<DefectJson> Defects);

internal sealed record DefectJson(string Code, string Detail);

internal sealed record CopyJson(string Schema, bool IsSound, long Blobs, long Copied, IReadOnlyList<DefectJson> Defects);

/// <param name="Schema">govreport.catalogue/1.</param>
/// <param name="Matched">Documents that have an entry of the catalogue now.</param>
/// <param name="Unmatched">Archival codes of rows that no document is meant by.</param>
/// <param name="Ambiguous">Those of rows that several documents may be meant by.</param>
/// <param name="Without">Documents without an entry of any catalogue.</param>
/// <param name="LeftOut">Columns that are not taken in.</param>
internal sealed record CatalogueJson(string Schema, long Matched, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Ambiguous, long Without, IReadOnlyList<string> LeftOut);
