using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Telemetry;

namespace GovReportIngest.Reading.Worker;

/// <summary>
/// A document that a worker holds open. What fails is tried once more, alone, in a fresh worker, and only the second outcome
/// counts: a problem then depends on the content, not on what the worker had done before or on the load.
/// </summary>
internal sealed class WorkerDocument(WorkerPool pool, SourceDocument source) : IOpenDocument
{
    /// <summary>After so many kills from outside on one document they count as its own fault: something about it may provoke them.</summary>
    private const int MostKills = 5;

    private static readonly Counter<long> Failures = JourneyTelemetry.Meter.CreateCounter<long>(
        "govreport.worker.failures", "{failure}", "Workers that ended in the middle of a document, by the category of what ended them");

    private readonly List<Problem> ownProblems = [];
    private IReadOnlyList<Problem> documentProblems = [];
    private WorkerProcess? worker;

    /// <summary>Source page that the worker delivers next.</summary>
    private int workerPosition;
    private bool isClosed;
    private int kills;

    public string MediaType { get; private set; } = "application/octet-stream";

    public int PageCount { get; private set; }

    public IReadOnlyList<Problem> Problems => [.. documentProblems, .. ownProblems];

    public async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            var failure = await TryAsync(_ => Task.CompletedTask, cancellation).ConfigureAwait(false);
            if (failure is not null)
                ownProblems.Add(new("read", failure.Category, null, WorkerFailure.Describe(failure.Category)));
        }
        catch
        {
            await LoseWorkerAsync().ConfigureAwait(false);
            throw;
        }
    }

    public IAsyncEnumerable<ReadPage> ReadPagesAsync(CancellationToken cancellation) => ReadPagesFromAsync(1, cancellation);

    public async IAsyncEnumerable<ReadPage> ReadPagesFromAsync(int sourcePage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Of a spread the first page was given, and its second is still to come; another worker begins with the first one again.
        var (position, spread, repeats) = (sourcePage, 0, 0);
        while (PageCount > 0 && position <= PageCount + 1)
        {
            PageMessage? message = null;
            var failure = await TryAsync(async asked => message = await NextAsync(asked, position, cancellation).ConfigureAwait(false), cancellation)
                .ConfigureAwait(false);
            if (message is null && (failure is null || position > PageCount))
                yield break;
            var page = message?.ToPage() ?? Unread(position, spread == position ? PagePart.Right : PagePart.Whole, failure!.Category);
            if (page.Part is PagePart.Left && page.SourcePage == spread)
            {
                if (repeats++ == 0)
                    continue;
                page = Unread(position, PagePart.Right, WorkerFailure.Crash);
            }

            yield return page;
            if (message is null && position == PageCount)
                yield break;
            (position, spread, repeats) = page.Part is PagePart.Left ? (page.SourcePage, page.SourcePage, 0) : (page.SourcePage + 1, 0, 0);
        }
    }

    public async Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cells);
        IReadOnlyList<CellReading> readings = [];
        var request = new WorkerRequest { Id = 0, Verb = WorkerVerb.Cells, Page = page, Cells = cells };
        var failure = await TryAsync(
            async asked => readings = (await asked.AskAsync(request, cancellation).ConfigureAwait(false)).Cells!, cancellation).ConfigureAwait(false);
        if (failure is null)
            return readings;
        ownProblems.Add(new("read", failure.Category, PageNumbers.SourceOf(page), WorkerFailure.Describe(failure.Category)));
        var unread = new CellReading { Ink = CellInk.Unreadable, Text = "", Doubts = [failure.Category] };
        return [.. Enumerable.Repeat(unread, cells.Count)];
    }

    /// <summary>A worker that fails at a picture costs the picture, never the record.</summary>
    public async Task<byte[]?> DrawAsync(PageOverlay overlay, CancellationToken cancellation)
    {
        byte[]? picture = null;
        var request = new WorkerRequest { Id = 0, Verb = WorkerVerb.Draw, Overlay = overlay };
        var failure = await TryAsync(
            async asked => picture = (await asked.AskAsync(request, cancellation).ConfigureAwait(false)).Picture, cancellation).ConfigureAwait(false);
        return failure is null ? picture : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (isClosed)
            return;
        isClosed = true;
        try
        {
            if (worker is not null)
                await CloseAsync(worker).ConfigureAwait(false);
        }
        finally
        {
            pool.Release();
        }
    }

    /// <summary>
    /// Does something with the worker that holds the document; if that fails, once more with a fresh one, unless a limit was met
    /// in a fresh one already. A worker that was killed from outside does not count.
    /// </summary>
    /// <returns>The failure that counts, or null.</returns>
    private async Task<WorkerFailure?> TryAsync(Func<WorkerProcess, Task> act, CancellationToken cancellation)
    {
        WorkerFailure? failure = null;
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                await act(await HoldAsync(isFresh: attempt > 1, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
                return null;
            }
            catch (WorkerFailure met) when (met.Category is WorkerFailure.Killed && kills++ < MostKills)
            {
                Failures.Add(1, new KeyValuePair<string, object?>("category", met.Category));
                await LoseWorkerAsync().ConfigureAwait(false);
                attempt--;
            }
            catch (WorkerFailure met)
            {
                Failures.Add(1, new KeyValuePair<string, object?>("category", met.Category));
                failure = met.AsCrash();
                var wasAlone = worker is { Pages: 0 };
                await LoseWorkerAsync().ConfigureAwait(false);
                if (wasAlone && met.IsOfContent)
                    return met;
            }
            catch (OperationCanceledException)
            {
                await LoseWorkerAsync().ConfigureAwait(false);
                throw;
            }
        }

        return failure;
    }

    /// <summary>The worker with the document open in it; a new or another one if there is none or it has done its share.</summary>
    private async Task<WorkerProcess> HoldAsync(bool isFresh, CancellationToken cancellation)
    {
        if (worker is not null && pool.IsWorn(worker))
            await LoseWorkerAsync().ConfigureAwait(false);
        if (worker is not null)
            return worker;
        worker = isFresh ? await pool.StartAsync(cancellation).ConfigureAwait(false) : await pool.TakeAsync(cancellation).ConfigureAwait(false);
        var answer = await worker.AskAsync(new() { Id = 0, Verb = WorkerVerb.Open, Source = source }, cancellation).ConfigureAwait(false);
        workerPosition = 0;
        Learn(answer);
        return worker;
    }

    private async Task<PageMessage?> NextAsync(WorkerProcess asked, int position, CancellationToken cancellation)
    {
        if (workerPosition != position && workerPosition != 0)
            await asked.AskAsync(new() { Id = 0, Verb = WorkerVerb.Rewind }, cancellation).ConfigureAwait(false);
        var answer = await asked.AskAsync(new() { Id = 0, Verb = WorkerVerb.Next, Page = position }, cancellation).ConfigureAwait(false);
        asked.Count(answer.Page);
        Learn(answer);
        workerPosition = answer.Page is not { } page ? PageCount + 1 : page.Part is PagePart.Left ? page.SourcePage : page.SourcePage + 1;
        return answer.Page;
    }

    private void Learn(WorkerAnswer answer)
    {
        MediaType = answer.MediaType!;
        PageCount = answer.PageCount;
        documentProblems = answer.Problems!;
    }

    private async Task CloseAsync(WorkerProcess held)
    {
        worker = null;
        try
        {
            await held.AskAsync(new() { Id = 0, Verb = WorkerVerb.Close }, CancellationToken.None).ConfigureAwait(false);
            await pool.ReturnAsync(held).ConfigureAwait(false);
        }
        catch (WorkerFailure)
        {
            await pool.RetireAsync(held).ConfigureAwait(false);
        }
    }

    private async Task LoseWorkerAsync()
    {
        if (worker is not null)
            await pool.RetireAsync(worker).ConfigureAwait(false);
        worker = null;
    }

    private static ReadPage Unread(int sourcePage, PagePart part, string category) => new()
    {
        Number = PageNumbers.Of(sourcePage, part),
        SourcePage = sourcePage,
        Part = part,
        Reading = PageReading.None,
        Why = category,
        Problems = [new("read", category, sourcePage, WorkerFailure.Describe(category))],
    };
}
