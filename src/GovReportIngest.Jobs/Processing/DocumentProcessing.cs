using System.Collections.Concurrent;
using GovReportIngest.Core.Telemetry;
using GovReportIngest.Jobs.Telemetry;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using Microsoft.Extensions.Hosting;

namespace GovReportIngest.Jobs.Processing;

/// <summary>
/// Reads what waits in a store, the most urgent first, on a fixed number of lanes, until it is stopped. What it has not finished then waits
/// again. A broken environment ends it with an exception; a store that cannot be written only makes it wait.
/// </summary>
public sealed class DocumentProcessing(ReportStore store, StoredReading reading, int lanes, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, ClaimedDocument> claimed = [];
    private readonly SemaphoreSlim work = new(0);
    private long finished;

    /// <summary>Raised on the lanes as it happens; a handler must not throw.</summary>
    public event Action<ProcessingEvent>? Happened = ProcessingMeter.Count;

    public ProcessingStatus Status => new([.. claimed.Values.Select(document => document.Document).OrderBy(document => document.DocumentId)], Interlocked.Read(ref finished));

    /// <summary>Says that something may wait now; without it that is noticed after some seconds.</summary>
    public void Wake()
    {
        if (work.CurrentCount < lanes)
            work.Release(lanes);
    }

    /// <summary>Nothing more is begun, by anybody on this store, also after a restart; what is being read is finished.</summary>
    public Task PauseAsync(CancellationToken cancellation) => store.Claims.PauseAsync(cancellation);

    public async Task ResumeAsync(CancellationToken cancellation)
    {
        await store.Claims.ResumeAsync(cancellation);
        Wake();
    }

    public override void Dispose()
    {
        base.Dispose();
        work.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAll([RenewAsync(end.Token), .. Enumerable.Range(0, lanes).Select(_ => Task.Run(() => EndAllAsync(end, WorkAsync), CancellationToken.None))]);
    }

    /// <summary>A lane that cannot go on ends the others.</summary>
    private static async Task EndAllAsync(CancellationTokenSource end, Func<CancellationToken, Task> lane)
    {
        try
        {
            await lane(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // As it was asked.
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
            try
            {
                if (await store.Claims.TakeAsync(1, cancellation) is [var document])
                    await ProcessAsync(document, cancellation);
                else
                    await work.WaitAsync(LookAgain, cancellation);
            }
            catch (Exception wrong) when (wrong is StoreException or IOException or UnauthorizedAccessException)
            {
                Happened?.Invoke(new ProcessingEvent.Stalled(wrong.Message));
                await Task.Delay(AfterFailure, time, cancellation);
            }
    }

    private async Task ProcessAsync(ClaimedDocument document, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        using var activity = JourneyTelemetry.Source.StartActivity("document");
        activity?.SetTag("govreport.document", document.Claim.DocumentId);
        claimed[document.Claim.DocumentId] = document;
        try
        {
            var result = await reading.ReadAsync(document, cancellation);
            Interlocked.Increment(ref finished);
            Happened?.Invoke(new ProcessingEvent.Read(result, time.GetElapsedTime(began)));
        }
        catch (StoreException damaged) when (damaged.Fault is StoreFault.Damaged)
        {
            await store.Claims.SetAsideAsync(document.Claim, CancellationToken.None);
            Happened?.Invoke(new ProcessingEvent.SetAside(document.Document, damaged.Message));
        }
        catch
        {
            await store.Claims.GiveBackAsync(document.Claim, CancellationToken.None);
            throw;
        }
        finally
        {
            claimed.TryRemove(document.Claim.DocumentId, out _);
        }
    }

    /// <summary>What is being read stays claimed; a failure to say so shows where results are written.</summary>
    private async Task RenewAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(ClaimTable.Lease / 4, time);
        while (!cancellation.IsCancellationRequested)
            try
            {
                await timer.WaitForNextTickAsync(cancellation);
                await store.Claims.RenewAsync([.. claimed.Keys], cancellation);
            }
            catch (Exception wrong) when (wrong is StoreException or OperationCanceledException)
            {
                // Tried again, or asked to end.
            }
    }
}
