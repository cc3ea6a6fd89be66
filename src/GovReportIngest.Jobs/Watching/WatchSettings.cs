namespace GovReportIngest.Jobs.Watching;

/// <summary>What is watched, and where documents and records go.</summary>
public sealed record WatchSettings
{
    public required IReadOnlyList<WatchedFolder> Folders { get; init; }

    /// <summary>Folder of the store; absolute.</summary>
    public required string Data { get; init; }

    /// <summary>Where records are written as well; null for nowhere.</summary>
    public string? Out { get; init; }

    /// <summary>Documents read at the same time; null for as many as cores.</summary>
    public int? Workers { get; init; }
}
