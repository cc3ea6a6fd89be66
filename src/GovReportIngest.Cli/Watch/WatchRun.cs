using GovReportIngest.Cli.Telemetry;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Watch;

/// <summary>A whole <c>watch</c>: opens the store, and takes in and reads what is dropped until it is ended.</summary>
internal sealed class WatchRun(IWatchTeller teller, TextWriter notes, Tongue tongue, TimeProvider time)
{
    public async Task<int> RunAsync(WatchSettings settings, bool isOnce, CancellationToken cancellation)
    {
        WatchSettingsCheck.Require(settings);
        using var telemetry = TelemetryExport.Start();
        var (engine, limits, scratch) = (Engine.Load(), WatchOptions.LimitsOf(settings), StoreFolder.ScratchOf(settings.Data));
        await using var store = await StoreFolder.OpenAsync(settings.Data, Installation.LoadedForms, time, cancellation);
        await using var pool = limits.CreatePool();
        var output = settings.Out is { } folder ? new RecordFolder(folder) : null;
        using var processing = new DocumentProcessing(store, new(engine.CreatePipeline(pool), store, output, scratch), limits.Workers, time);
        processing.Happened += teller.Tell;
        var watchers = settings.CreateWatchers(store, scratch, time, teller.Tell);
        using var service = new WatchService(watchers, store, processing, time, teller.Tell);
        await store.Audit.WriteAsync("watch-began", string.Join(", ", watchers.Select(watcher => watcher.Place)), cancellation);
        await TellBeginAsync(settings, processing, store, cancellation);
        await RunAsync(service, processing, isOnce, cancellation);
        await store.Audit.WriteAsync("watch-ended", $"{processing.Status.Finished} documents read", CancellationToken.None);
        notes.WriteLine(tongue[$"Ended: {processing.Status.Finished} documents read.", $"已结束：处理文件 {processing.Status.Finished} 份。"]);
        return (int)ExitCode.Done;
    }

    private async Task TellBeginAsync(WatchSettings settings, DocumentProcessing processing, ReportStore store, CancellationToken cancellation)
    {
        foreach (var watched in settings.Folders)
            notes.WriteLine(watched.IsLeftInPlace
                ? tongue[$"Watching {watched.Folder}; originals stay in place.", $"正在监视 {watched.Folder}；原件留在原处。"]
                : tongue[$"Watching {watched.Folder}; originals go to {watched.Done} or {watched.Failed}.", $"正在监视 {watched.Folder}；原件移至 {watched.Done} 或 {watched.Failed}。"]);
        foreach (var watched in settings.Listings)
            notes.WriteLine(tongue[$"Watching {watched.Pages[0]}.", $"正在监视 {watched.Pages[0]}。"]);
        if (await store.Claims.IsPausedAsync(cancellation))
            notes.WriteLine(tongue["Reading is paused: documents are only taken in.", "处理已暂停：只收件，不处理。"]);
    }

    /// <summary>Until it is interrupted, all is done (<c>--once</c>), or a lane fails for good.</summary>
    private static async Task RunAsync(WatchService service, DocumentProcessing processing, bool isOnce, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await processing.StartAsync(CancellationToken.None);
        if (!isOnce)
            await service.StartAsync(CancellationToken.None);
        var watching = isOnce ? service.RunOnceAsync(end.Token) : Task.Delay(Timeout.Infinite, end.Token);
        try
        {
            await await Task.WhenAny(watching, processing.ExecuteTask!);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Being ended is how a watch ends.
        }
        finally
        {
            await end.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await service.StopAsync(CancellationToken.None);
            await processing.StopAsync(CancellationToken.None);
        }
    }
}
