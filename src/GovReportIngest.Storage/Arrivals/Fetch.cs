namespace GovReportIngest.Storage.Arrivals;

/// <summary>An address that a watched list has led to.</summary>
public sealed record Fetch
{
    public required string Listing { get; init; }

    public required string Url { get; init; }

    /// <summary>Of a page of the list, by which rules its links were chosen; null for reports.</summary>
    public string? Rules { get; init; }

    /// <summary>As the server wrote it.</summary>
    public string? ETag { get; init; }

    /// <summary>As the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>When it is to be asked for, milliseconds since 1970, UTC; null for not again.</summary>
    public long? DueAt { get; init; }

    /// <summary>That failed, one after the other.</summary>
    public long Attempts { get; init; }

    /// <summary>Why it was not taken; for people.</summary>
    public string? Reason { get; init; }
}
