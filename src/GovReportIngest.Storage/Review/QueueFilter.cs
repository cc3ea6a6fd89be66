namespace GovReportIngest.Storage.Review;

/// <summary>Which reports of the queue to list; what is null does not matter.</summary>
public sealed record QueueFilter
{
    /// <summary>First reason of an open item.</summary>
    public string? Reason { get; init; }

    /// <summary>A part of the agency's name.</summary>
    public string? Agency { get; init; }

    public int? Year { get; init; }

    /// <summary>The whole id of the form.</summary>
    public string? Form { get; init; }

    /// <summary>Only what this person is to review.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only what nobody but this person works on, or is to.</summary>
    public string? FreeFor { get; init; }

    /// <summary>Only with an open field that was read with this probability at most.</summary>
    public decimal? MostProbability { get; init; }

    public QueueOrder Order { get; init; }

    public int Skipped { get; init; }

    public int Most { get; init; } = 50;
}
