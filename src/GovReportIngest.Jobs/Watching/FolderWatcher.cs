using System.Collections.Concurrent;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Arrivals;

namespace GovReportIngest.Jobs.Watching;

/// <summary>
/// Looks at a drop folder again and again: takes in what is complete, and moves originals away when all their documents were read. What it
/// knows is in the store, so that it may end at any moment.
/// </summary>
/// <param name="scratch">Folder to unpack archives in.</param>
/// <param name="tell">Told of what happens, also from several threads; must not throw.</param>
public sealed class FolderWatcher(WatchedFolder watched, ReportStore store, string scratch, TimeProvider time, Action<WatchEvent> tell) : IWatcher
{
    private const int Slice = 200;
    private const int Lanes = 8;

    private readonly DropFolder folder = new(watched);
    private readonly StillItems still = new(watched.Stable, time);
    private readonly ItemIntake intake = new(watched, new DocumentIntake(store, scratch), scratch, tell);
    private readonly OnceTeller once = new(tell);

    public string Name => watched.Name;

    public string Place => watched.Folder;

    public TimeSpan Every => watched.Every;

    public bool IsElsewhere => false;

    public async Task<PassResult> PassAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(watched.Folder))
        {
            once.Tell(new WatchEvent.Hindered(watched.Folder, "The folder is not there."));
            return new(0, 0);
        }

        await FinishMovesAsync(cancellation);
        var known = (await store.Arrivals.ListAsync(watched.Folder, cancellation)).ToDictionary(arrival => arrival.Location, StringComparer.Ordinal);
        var (items, refused) = folder.List();
        foreach (var (path, reason) in refused)
            once.Tell(new WatchEvent.Refused($"{watched.Name}/{path}", reason));
        if (known.Keys.Except(items.Select(item => item.Location)).ToList() is { Count: > 0 } gone)
            await store.Arrivals.ForgetAsync(gone, cancellation);
        var fresh = items.Where(item => known.GetValueOrDefault(item.Location)?.Files != item.Fingerprint).ToList();
        var written = fresh.Count == 0 ? [] : OpenFiles.WrittenBelow(watched.Folder);
        var complete = still.Choose(fresh).Where(item => !item.Entry.Files.Any(written.Contains)).ToList();
        var registered = await TakeAsync(complete, cancellation);
        await SettleAsync(cancellation);
        return new(registered, fresh.Count - complete.Count);
    }

    /// <summary>What an ended process, or a fault that has passed, left on its way.</summary>
    private async Task FinishMovesAsync(CancellationToken cancellation) =>
        await MoveAsync((await store.Arrivals.ListAsync(watched.Folder, cancellation)).Where(arrival => arrival.Target is not null), cancellation);

    private async Task<int> TakeAsync(IReadOnlyList<DroppedItem> complete, CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var slice in complete.Chunk(Slice))
        {
            var arrivals = new ConcurrentBag<Arrival>();
            await Parallel.ForEachAsync(slice, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellation }, async (item, token) =>
            {
                if (await intake.TakeAsync(item, token) is { } arrival)
                    arrivals.Add(arrival);
                else
                    once.Tell(new WatchEvent.Refused($"{watched.Name}/{item.Entry.Path}", "It cannot be read; check its rights. It is tried again."));
            });
            await store.Arrivals.AddAsync([.. arrivals], cancellation);
            taken += arrivals.Count;
        }

        return taken;
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        var finished = (await store.Arrivals.FindFinishedAsync(watched.Folder, cancellation)).ToDictionary(arrival => arrival.Location, StringComparer.Ordinal);
        var due = (await store.Arrivals.ListAsync(watched.Folder, cancellation))
            .Where(arrival => finished.ContainsKey(arrival.Location) || (arrival.Verdict is not null && !watched.IsLeftInPlace)).ToList();
        foreach (var slice in due.Chunk(Slice))
        {
            var judged = new List<Arrival>();
            foreach (var arrival in slice)
                judged.Add(await JudgeAsync(arrival, finished.GetValueOrDefault(arrival.Location), cancellation));
            await store.Arrivals.JudgeAsync(judged, cancellation);
            if (watched.IsLeftInPlace)
                judged.ForEach(arrival => tell(new WatchEvent.Settled(arrival.Location, arrival.Verdict!.Value, arrival.Reason, null)));
            else
                await MoveAsync(judged, cancellation);
        }
    }

    private async Task<Arrival> JudgeAsync(Arrival arrival, FinishedArrival? finished, CancellationToken cancellation)
    {
        var judged = finished is null ? arrival : finished.Rejected.Count == 0 ? arrival with { Verdict = Verdict.Done }
            : arrival with { Verdict = Verdict.Failed, Reason = await ReasonAsync(finished.Rejected, cancellation) };
        return watched.IsLeftInPlace ? judged : judged with
        {
            Target = Originals.FreeTarget(judged.Verdict is Verdict.Done ? watched.Done! : watched.Failed!, FilesJson.Read(judged.Files)),
        };
    }

    /// <summary>What is wrong with documents, as their records say it.</summary>
    private async Task<string> ReasonAsync(IReadOnlyList<long> rejected, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var id in rejected)
        {
            var records = await store.Extractions.ReadCurrentAsync(id, cancellation);
            var problems = records.SelectMany(record => record.Problems).Select(problem => problem.Message).Distinct().ToList();
            lines.Add($"{(records is [var first, ..] ? $"{first.Source.Path}, document {id}" : $"document {id}")}: {(problems.Count > 0 ? string.Join(" ", problems) : "Its bytes in the store are damaged.")}");
        }

        return string.Join('\n', lines);
    }

    private async Task MoveAsync(IEnumerable<Arrival> arrivals, CancellationToken cancellation)
    {
        var moved = new List<string>();
        foreach (var arrival in arrivals)
            try
            {
                Originals.Move(watched.Folder, arrival.Location, arrival.Target!, FilesJson.Read(arrival.Files), arrival.Reason);
                moved.Add(arrival.Location);
                tell(new WatchEvent.Settled(arrival.Location, arrival.Verdict!.Value, arrival.Reason, arrival.Target));
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                once.Tell(new WatchEvent.Hindered(watched.Folder, wrong.Message));
            }

        if (moved.Count > 0)
            await store.Arrivals.ForgetAsync(moved, cancellation);
    }
}
