using System.Collections.Concurrent;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Jobs.Tests.Watching;

/// <summary>A watched folder beside a store.</summary>
public abstract class WatchedStore : JobStore
{
    private readonly ConcurrentQueue<WatchEvent> told = [];

    protected ManualTime Clock { get; } = new();

    protected string Inbox => In("inbox");

    protected IEnumerable<WatchEvent> Told => told;

    protected virtual WatchedFolder Watched => new() { Folder = RealPath.Of(Inbox), Name = "inbox", Done = In("done"), Failed = In("failed") };

    protected FolderWatcher Watcher { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(Inbox);
        StartAgain();
    }

    /// <summary>A watcher that knows only what the store does.</summary>
    protected void StartAgain() => Watcher = new(Watched, Store, Scratch, Clock, told.Enqueue);

    protected string Drop(string text, params string[] names) => Put(text, ["inbox", .. names]);

    /// <summary>Two looks, with the time between in which files must not change.</summary>
    protected async Task TakeAsync()
    {
        await Watcher.PassAsync(default);
        Clock.Pass(Watched.Stable);
        await Watcher.PassAsync(default);
    }

    protected async Task TakeAndReadAsync()
    {
        await TakeAsync();
        await ProcessAsync(Processing());
        await Watcher.PassAsync(default);
    }

    protected async Task<IEnumerable<string>> PathsAsync() => (await Store.Queries.ListAsync(new(), default)).Select(row => row.Path);

    protected IEnumerable<string> Files(string folder) => Directory.Exists(In(folder))
        ? Directory.EnumerateFiles(In(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(In(folder), file)).Order(StringComparer.Ordinal) : [];
}
