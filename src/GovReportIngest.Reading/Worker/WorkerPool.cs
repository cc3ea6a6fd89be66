using System.Collections.Concurrent;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Worker;

/// <summary>
/// Reads documents in child processes. Workers start when first needed, stay warm between documents, and are replaced after
/// <see cref="WorkerOptions.RecycleAfterPages"/> pages or when they have grown. A document holds one worker while it is open;
/// with all of them taken, opening waits.
/// </summary>
public sealed class WorkerPool : IDocumentReader, IAsyncDisposable
{
    private readonly WorkerOptions options;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentStack<WorkerProcess> idle = [];
    private readonly ConcurrentDictionary<WorkerProcess, byte> all = [];
    private volatile bool isDisposed;

    public WorkerPool(WorkerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        this.options = options;
        free = new(options.Workers);
    }

    /// <exception cref="WorkerStartException">No worker can be started: a broken installation.</exception>
    public async Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await free.WaitAsync(cancellation).ConfigureAwait(false);
        var document = new WorkerDocument(this, source);
        try
        {
            await document.OpenAsync(cancellation).ConfigureAwait(false);
            return document;
        }
        catch
        {
            await document.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        foreach (var worker in all.Keys)
            await RetireAsync(worker).ConfigureAwait(false);
    }

    /// <summary>A warm worker if there is one.</summary>
    internal async Task<WorkerProcess> TakeAsync(CancellationToken cancellation) =>
        idle.TryPop(out var worker) ? worker : await StartAsync(cancellation).ConfigureAwait(false);

    internal async Task<WorkerProcess> StartAsync(CancellationToken cancellation)
    {
        var worker = await WorkerProcess.StartAsync(options, cancellation).ConfigureAwait(false);
        all[worker] = 0;
        if (isDisposed)
            await RetireAsync(worker).ConfigureAwait(false);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return worker;
    }

    internal bool IsWorn(WorkerProcess worker) => worker.Wear >= options.RecycleAfterPages * WorkerOptions.TextPagesAPage;

    /// <summary>Takes back a worker without an open document.</summary>
    internal async Task ReturnAsync(WorkerProcess worker)
    {
        if (isDisposed || IsWorn(worker) || worker.ResidentBytes > options.RecycleAboveResidentBytes)
            await RetireAsync(worker).ConfigureAwait(false);
        else
            idle.Push(worker);
    }

    internal async Task RetireAsync(WorkerProcess worker)
    {
        if (all.TryRemove(worker, out _))
            await worker.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A document was closed: another may take its place.</summary>
    internal void Release() => free.Release();
}
