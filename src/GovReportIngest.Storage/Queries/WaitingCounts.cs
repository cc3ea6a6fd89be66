namespace GovReportIngest.Storage.Queries;

/// <summary>What waits for this program and for people. Times are milliseconds since 1970, UTC; null where nothing waits.</summary>
public sealed record WaitingCounts
{
    /// <summary>Documents that wait to be read.</summary>
    public required long Waiting { get; init; }

    /// <summary>Since when the first of them does.</summary>
    public long? WaitingSince { get; init; }

    /// <summary>Reports with open items.</summary>
    public required long InReview { get; init; }

    public long? InReviewSince { get; init; }
}
