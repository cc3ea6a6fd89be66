namespace GovReportIngest.Storage.Arrivals;

/// <summary>Something in a watched folder that was taken in.</summary>
public sealed record Arrival
{
    /// <summary>A file, or a folder of page images.</summary>
    public required string Location { get; init; }

    /// <summary>The watched folder.</summary>
    public required string Watched { get; init; }

    /// <summary>Names, sizes and times of its files, in the words of the watcher: another text is another delivery.</summary>
    public required string Files { get; init; }

    /// <summary>Null while its documents are read.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why it failed, or is there already; for people.</summary>
    public string? Reason { get; init; }

    /// <summary>The folder that its files go to, while they are moved.</summary>
    public string? Target { get; init; }

    /// <summary>Taken of it; not filled by <see cref="ArrivalTable.ListAsync"/>.</summary>
    public IReadOnlyList<long> DocumentIds { get; init; } = [];
}
