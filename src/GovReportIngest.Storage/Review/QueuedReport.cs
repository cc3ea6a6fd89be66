using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Review;

/// <summary>A report with open items.</summary>
public sealed record QueuedReport
{
    public required long DocumentId { get; init; }

    public required long Part { get; init; }

    public required string Path { get; init; }

    public string? Form { get; init; }

    public string? Agency { get; init; }

    public long? Year { get; init; }

    /// <summary>Items.</summary>
    public required long Open { get; init; }

    /// <summary>Of the item that matters most; of the whole document 1000, of a field the sums that it breaks.</summary>
    public required long Weight { get; init; }

    /// <summary>Of the oldest item; milliseconds since 1970, UTC.</summary>
    public required long OpenedAt { get; init; }

    /// <summary>Who works on it now.</summary>
    public string? LeasedBy { get; init; }

    /// <summary>Who is to review it; null for anybody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Of the item that matters most.</summary>
    public string? Reason { get; init; }

    public RecordId Id => new(DocumentId, Part);
}

public sealed record QueueSize
{
    /// <summary>With open items.</summary>
    public required long Reports { get; init; }

    /// <summary>Open.</summary>
    public required long Items { get; init; }

    /// <summary>When the oldest was opened, milliseconds since 1970, UTC; null where there is none.</summary>
    public long? Oldest { get; init; }
}

public sealed record ReasonCount
{
    public required string Reason { get; init; }

    /// <summary>Open, of this reason first of all.</summary>
    public required long Items { get; init; }
}
