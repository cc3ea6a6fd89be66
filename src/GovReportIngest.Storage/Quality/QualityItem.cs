using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Quality;

/// <summary>A field that somebody is to read again.</summary>
public sealed record QualityItem
{
    public required long ItemId { get; init; }

    public required long SampleId { get; init; }

    public required long DocumentId { get; init; }

    public required long Part { get; init; }

    public required string Path { get; init; }

    /// <summary>What is filled in beforehand; null where nothing is.</summary>
    public string? Shown { get; init; }

    public RecordId Report => new(DocumentId, Part);
}
