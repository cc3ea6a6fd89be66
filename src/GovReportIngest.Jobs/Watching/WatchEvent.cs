using GovReportIngest.Storage.Arrivals;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Watching;

/// <summary>What a watcher tells as it happens.</summary>
public abstract record WatchEvent
{
    private WatchEvent()
    {
    }

    /// <summary>A document is safe in the store, or had been.</summary>
    public sealed record Registered(string Path, StoredDocument Document) : WatchEvent;

    /// <summary>One look at a folder took in so many deliveries.</summary>
    public sealed record Taken(string Folder, int Deliveries) : WatchEvent;

    /// <summary>Something cannot be taken; told once for every state of it.</summary>
    public sealed record Refused(string Path, string Reason) : WatchEvent;

    /// <summary>All documents of an original were read, and it was moved if that is asked for.</summary>
    public sealed record Settled(string Location, Verdict Verdict, string? Reason, string? Target) : WatchEvent;

    /// <summary>A folder cannot be looked at, or an original not moved; it is tried again.</summary>
    public sealed record Hindered(string Folder, string Reason) : WatchEvent;
}
