using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Search;

/// <summary>A report that says what was asked for.</summary>
public sealed record FoundReport
{
    public required long DocumentId { get; init; }

    public required long Part { get; init; }

    /// <summary>The page after this one of a list begins behind it.</summary>
    public required long ExtractionId { get; init; }

    public required string Path { get; init; }

    public string? Agency { get; init; }

    public long? Year { get; init; }

    public required string Text { get; init; }

    /// <summary>The document that took its place; null where none did.</summary>
    internal long? ReplacedBy { get; init; }

    public RecordId Id => new(DocumentId, Part);
}
