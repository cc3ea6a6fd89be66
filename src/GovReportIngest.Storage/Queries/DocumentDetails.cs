using GovReportIngest.Core.Archives;

namespace GovReportIngest.Storage.Queries;

/// <summary>All rows of one document. Times are milliseconds since 1970, UTC.</summary>
public sealed record DocumentDetails
{
    public required DocumentRow Document { get; init; }

    public required IReadOnlyList<FileRow> Files { get; init; }

    /// <summary>Every version of every report, the newest first.</summary>
    public required IReadOnlyList<VersionRow> Versions { get; init; }

    /// <summary>Other documents of the same bytes.</summary>
    public required IReadOnlyList<TwinRow> Twins { get; init; }

    /// <summary>Words that whoever delivered it gave it.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Of its reports, those whose agency the register knows.</summary>
    public required IReadOnlyList<SourceRow> Sources { get; init; }

    public required IReadOnlyList<OpenFieldRow> Open { get; init; }

    public required IReadOnlyList<FindingRow> Findings { get; init; }

    /// <summary>What the catalogue of an archive says of it; null where none does.</summary>
    public CatalogueEntry? Catalogued { get; init; }
}

public sealed record DocumentRow
{
    public required long DocumentId { get; init; }

    public required string Path { get; init; }

    /// <summary>Empty where the bytes could not be read.</summary>
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public required string State { get; init; }

    public required long CollectedAt { get; init; }

    public required long ChangedAt { get; init; }

    public long Priority { get; init; }

    /// <summary>Readings that met a fault which may pass, one after the other.</summary>
    public long Attempts { get; init; }

    /// <summary>When the next attempt is due; null where none is planned.</summary>
    public long? RetryAt { get; init; }

    public long? ReplacedBy { get; init; }

    /// <summary>Where its bytes were seen last; null for what could not be read, or was replaced.</summary>
    public string? Location { get; init; }
}

public sealed record FileRow(string Name, string Sha256);

public sealed record VersionRow
{
    public required long Version { get; init; }

    public required long Part { get; init; }

    public required bool IsCurrent { get; init; }

    public required string RecordSha256 { get; init; }

    public required string Engine { get; init; }

    public required string Outcome { get; init; }

    public string? Form { get; init; }

    public string? Agency { get; init; }

    public long? Year { get; init; }

    public long Pages { get; init; }

    public long Fields { get; init; }

    public long Open { get; init; }

    public long Findings { get; init; }

    public required long MadeAt { get; init; }
}

public sealed record TwinRow(long DocumentId, string Path);

/// <summary>A report of the document, and the agency of the register whose it is.</summary>
public sealed record SourceRow
{
    public required long Part { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>The agency's name in the register.</summary>
    public required string Name { get; init; }

    /// <summary>The document with the most trusted source of the same report; null where year or form is not known.</summary>
    public long? MasterId { get; init; }
}

/// <param name="Part">Of the document.</param>
/// <param name="Subject">Path of the field, or <c>document:</c> and the reason.</param>
/// <param name="Reason">The first reason.</param>
/// <param name="State">Null for the whole document, as the three that follow.</param>
/// <param name="Value">As the record writes it.</param>
/// <param name="Printed">The characters as read.</param>
/// <param name="Probability">Millionths.</param>
public sealed record OpenFieldRow(long Part, string Subject, string Reason, string? State, string? Value, string? Printed, long? Probability);

public sealed record FindingRow(long Part, string CheckId, string Severity, string LeftSide, string RightSide);
