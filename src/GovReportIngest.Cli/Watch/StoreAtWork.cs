using GovReportIngest.Cli.Telemetry;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Reading.Worker;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Watch;

/// <summary>An open store, with what takes documents into it and reads them: what <c>watch</c> and <c>serve</c> are made of.</summary>
internal sealed class StoreAtWork : IAsyncDisposable
{
    private readonly WorkerPool readers;
    private readonly IDisposable? telemetry;

    private StoreAtWork(ReportStore store, Engine engine, WatchSettings settings, IWatchTeller teller, TimeProvider time)
    {
        var (limits, scratch) = (WatchOptions.LimitsOf(settings), StoreFolder.ScratchOf(settings.Data));
        telemetry = TelemetryExport.Start();
        (Store, readers) = (store, limits.CreatePool());
        var output = settings.Out is { } folder ? new RecordFolder(folder) : null;
        Processing = new(store, new(engine.CreatePipeline(readers), store, output, scratch), limits.Workers, time);
        Processing.Happened += teller.Tell;
        Watchers = settings.CreateWatchers(store, scratch, time, teller.Tell);
        Watching = new(Watchers, store, Processing, time, teller.Tell);
    }

    public ReportStore Store { get; }

    public DocumentProcessing Processing { get; }

    public IReadOnlyList<IWatcher> Watchers { get; }

    public WatchService Watching { get; }

    /// <summary>Nothing is begun yet.</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public static async Task<StoreAtWork> OpenAsync(WatchSettings settings, IWatchTeller teller, TimeProvider time, CancellationToken cancellation)
    {
        var engine = Engine.Load();
        return new(await StoreFolder.OpenAsync(settings.Data, Installation.LoadedForms, time, cancellation), engine, settings, teller, time);
    }

    /// <summary>What is being read is finished; nothing more is begun.</summary>
    public async Task StopAsync()
    {
        await Watching.StopAsync(CancellationToken.None);
        await Processing.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Watching.Dispose();
        Processing.Dispose();
        await readers.DisposeAsync();
        await Store.DisposeAsync();
        telemetry?.Dispose();
    }
}
