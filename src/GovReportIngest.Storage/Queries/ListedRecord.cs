namespace GovReportIngest.Storage.Queries;

/// <summary>A document, or one report of it, as lists show it; without a record it waits to be read.</summary>
public sealed record ListedRecord
{
    public required long DocumentId { get; init; }

    public required long Part { get; init; }

    public required string Path { get; init; }

    /// <summary>Code of the document's state.</summary>
    public required string State { get; init; }

    public string? Form { get; init; }

    public string? Agency { get; init; }

    public long? Year { get; init; }

    /// <summary>Of the register; null where it has none, or no single one, of the printed name.</summary>
    public string? AgencyId { get; init; }

    /// <summary>Of the report that this is a source of, the document with the most trusted source; null where the agency is not known.</summary>
    public long? MasterId { get; init; }

    public long Version { get; init; }

    /// <summary>What the record depends on (<see cref="Documents.EngineText"/>); null without a record.</summary>
    public string? Engine { get; init; }

    public long Bytes { get; init; }

    public long Pages { get; init; }

    public long Fields { get; init; }

    public long Open { get; init; }

    public long Findings { get; init; }

    public RecordId Id => new(DocumentId, Part);
}
