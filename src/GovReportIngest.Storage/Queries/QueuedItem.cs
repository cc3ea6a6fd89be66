namespace GovReportIngest.Storage.Queries;

/// <summary>One question to people.</summary>
public sealed record QueuedItem
{
    public required long ItemId { get; init; }

    public required long DocumentId { get; init; }

    public required long Part { get; init; }

    public required string Path { get; init; }

    /// <summary>Path of the field, or <c>document:</c> and the reason.</summary>
    public required string Subject { get; init; }

    public required string Reason { get; init; }

    /// <summary>Millionths; null for the whole document.</summary>
    public long? Probability { get; init; }

    public long Weight { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long OpenedAt { get; init; }

    public RecordId Id => new(DocumentId, Part);
}
