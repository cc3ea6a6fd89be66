using GovReportIngest.Jobs.Listing;

namespace GovReportIngest.Jobs.Watching;

/// <summary>What is watched, and where documents and records go.</summary>
public sealed record WatchSettings
{
    public required IReadOnlyList<WatchedFolder> Folders { get; init; }

    /// <summary>Lists of reports on the web.</summary>
    public IReadOnlyList<WatchedListing> Listings { get; init; } = [];

    /// <summary>Whether anything is watched.</summary>
    public bool AreThere => Folders.Count + Listings.Count > 0;

    /// <summary>Folder of the store; absolute.</summary>
    public required string Data { get; init; }

    /// <summary>Where records are written as well; null for nowhere.</summary>
    public string? Out { get; init; }

    /// <summary>Documents read at the same time; null for as many as cores.</summary>
    public int? Workers { get; init; }

    /// <param name="store">Takes what they find.</param>
    /// <param name="scratch">Folder for bytes on their way.</param>
    /// <param name="time">Of their schedules.</param>
    /// <param name="tell">Told of what happens, also from several threads; must not throw.</param>
    public IReadOnlyList<IWatcher> CreateWatchers(Storage.ReportStore store, string scratch, TimeProvider time, Action<WatchEvent> tell) =>
    [
        .. Folders.Select(watched => new FolderWatcher(watched, store, scratch, time, tell)), .. Listings.Select(watched => new ListingWatcher(watched, store, scratch, time, tell)),
    ];
}
