using GovReportIngest.Core.Collect;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Arrivals;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Listing;

/// <summary>
/// Looks at lists of reports on the web again and again, and takes in what they lead to. What it knows is in the store, so that it may end at
/// any moment, and asks for nothing that it has.
/// </summary>
public sealed class ListingWatcher : IWatcher, IDisposable
{
    private const int MostPages = 50;
    private const int MostPageBytes = 10_000_000;
    private const int Slice = 100;

    /// <summary>When what a server can tell to be unchanged is asked for again, and what was refused.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromDays(1);

    private readonly WatchedListing watched;
    private readonly ReportStore store;
    private readonly string scratch;
    private readonly TimeProvider time;
    private readonly Action<WatchEvent> tell;
    private readonly WebFetcher fetcher;
    private readonly PageFiles pages;
    private readonly DocumentIntake intake;
    private readonly CollectOptions options;
    private readonly OnceTeller once;

    /// <param name="watched">The list.</param>
    /// <param name="store">Takes what it leads to.</param>
    /// <param name="scratch">Folder for bytes on their way.</param>
    /// <param name="time">For the time between requests, and until the next.</param>
    /// <param name="tell">Told of what happens; must not throw.</param>
    public ListingWatcher(WatchedListing watched, ReportStore store, string scratch, TimeProvider time, Action<WatchEvent> tell)
    {
        (this.watched, this.store, this.scratch, this.time, this.tell) = (watched, store, scratch, time, tell);
        once = new(tell);
        fetcher = new(watched, time, System.Net.Dns.GetHostAddressesAsync);
        pages = new(watched, fetcher);
        intake = new(store, scratch);
        options = new() { Priority = watched.Priority, Tags = watched.Tags, ExpectedForm = watched.Form, IsWithoutTwins = true };
    }

    public string Name => watched.Name;

    public string Place => watched.Pages[0].AbsoluteUri;

    public TimeSpan Every => watched.Every;

    public bool IsElsewhere => true;

    public async Task<PassResult> PassAsync(CancellationToken cancellation)
    {
        using var folder = new ScratchFolder(scratch);
        await ReadPagesAsync(Path.Combine(folder.Path, "list"), cancellation);
        var taken = 0;
        while (await store.Fetches.FindDueAsync(Name, Slice, cancellation) is { Count: > 0 } due)
            foreach (var report in due)
                taken += await TakeAsync(report, cancellation) ? 1 : 0;
        return new(taken, 0);
    }

    public void Dispose() => fetcher.Dispose();

    /// <summary>The pages of the list, as long as one leads to the next.</summary>
    private async Task ReadPagesAsync(string file, CancellationToken cancellation)
    {
        var known = (await store.Fetches.ListPagesAsync(Name, cancellation)).ToDictionary(page => page.Url, StringComparer.Ordinal);
        var left = new Queue<Uri>(watched.Pages.Concat(known.Keys.Select(page => new Uri(page))));
        var seen = new HashSet<Uri>();
        while (left.TryDequeue(out var page) && seen.Count < MostPages)
            if (seen.Add(page))
                try
                {
                    foreach (var next in await ReadPageAsync(page, known.GetValueOrDefault(page.AbsoluteUri), file, cancellation))
                        left.Enqueue(next);
                }
                catch (Exception wrong) when (wrong is FetchRefusedException or FetchFailedException)
                {
                    once.Tell(new WatchEvent.Hindered(page.AbsoluteUri, wrong.Message));
                }

        foreach (var page in left.Where(page => !seen.Contains(page)).Take(1))
            once.Tell(new WatchEvent.Hindered(page.AbsoluteUri, $"The list has more than {MostPages} pages; the others are not looked at. Name the pages behind them in the settings (pages:) of a list of their own."));
    }

    /// <returns>Further pages of the list.</returns>
    private async Task<IReadOnlyList<Uri>> ReadPageAsync(Uri url, Fetch? known, string file, CancellationToken cancellation)
    {
        var validators = known is not null && known.Rules == Rules ? new FetchValidators(known.ETag, known.LastModified) : FetchValidators.None;
        if (await fetcher.FetchAsync(url, validators, file, MostPageBytes, cancellation) is not { } fetched)
            return [];
        var links = new PageText(await File.ReadAllBytesAsync(file, cancellation), fetched.Url).Links.ToList();
        var next = watched.Next is { } pattern ? links.Where(link => link.Fits(pattern) && watched.Knows(link.Url)).Select(link => link.Url).ToList() : [];
        var reports = links.Where(link => link.Fits(watched.Follow)).Select(link => link.Url).Except([.. next, .. watched.Pages, fetched.Url]).ToList();
        foreach (var elsewhere in reports.Where(report => !watched.Knows(report)))
            once.Tell(new WatchEvent.Refused(elsewhere.AbsoluteUri, $"{elsewhere.IdnHost} is no host of the list; name it in the settings (hosts:)."));
        var page = new Fetch { Listing = Name, Url = url.AbsoluteUri, Rules = Rules, ETag = fetched.Validators.ETag, LastModified = fetched.Validators.LastModified };
        await store.Fetches.FoundAsync(page, [.. reports.Where(watched.Knows).Select(report => report.AbsoluteUri)], cancellation);
        return next;
    }

    private string Rules => $"{watched.Follow}\n{watched.Next}\n{string.Join(' ', watched.Hosts)}";

    /// <returns>Whether a document was taken in.</returns>
    private async Task<bool> TakeAsync(Fetch report, CancellationToken cancellation)
    {
        try
        {
            using var folder = new ScratchFolder(scratch);
            var fetched = await pages.FetchAsync(new(report.Url), new(report.ETag, report.LastModified), folder.Path, cancellation);
            if (fetched is null)
                return await EndAsync(report with { DueAt = After(Recheck), Attempts = 0, Reason = null }, cancellation);
            if (fetched.Documents.Count > 0)
                await store.Fetches.AddAsync(Name, [.. fetched.Documents.Select(document => document.AbsoluteUri)], cancellation);
            foreach (var lost in fetched.Lost)
                once.Tell(new WatchEvent.Refused(lost.Url, lost.Reason));
            var document = await RegisterAsync(report, fetched, cancellation);
            var validators = fetched.Page.Validators;
            await EndAsync(report with
            {
                ETag = validators.ETag, LastModified = validators.LastModified, DueAt = validators.AreThere ? After(Recheck) : null, Attempts = 0, Reason = null,
            }, cancellation);
            return document.Standing is Standing.New;
        }
        catch (FetchRefusedException refused)
        {
            once.Tell(new WatchEvent.Refused(report.Url, refused.Message));
            return await EndAsync(report with { DueAt = After(Recheck), Reason = refused.Message }, cancellation);
        }
        catch (FetchFailedException failed)
        {
            once.Tell(new WatchEvent.Hindered(report.Url, $"{failed.Message} It is tried again."));
            var wait = RetryPlan.WaitAfter(report.Attempts + 1) ?? Recheck;
            return await EndAsync(report with { DueAt = After(failed.After > wait ? failed.After.Value : wait), Attempts = report.Attempts + 1, Reason = failed.Message }, cancellation);
        }
    }

    private async Task<StoredDocument> RegisterAsync(Fetch report, FetchedPage fetched, CancellationToken cancellation)
    {
        var entry = new SourceEntry(UrlPaths.Of(Name, fetched.Page.Url, fetched.Page.MediaType), fetched.Files, false) { Url = report.Url };
        var document = await intake.RegisterAsync(entry, options with { Location = report.Url }, cancellation)
            ?? throw new FetchRefusedException("The server's answer has no bytes.");
        tell(new WatchEvent.Registered(entry.Path, document));
        return document;
    }

    private async Task<bool> EndAsync(Fetch report, CancellationToken cancellation)
    {
        await store.Fetches.EndAsync(report, cancellation);
        return false;
    }

    private long After(TimeSpan wait) => (time.GetUtcNow() + wait).ToUnixTimeMilliseconds();
}
