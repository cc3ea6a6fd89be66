using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage;

namespace GovReportIngest.Cli.Watch;

/// <summary>A whole <c>watch</c>: opens the store, and takes in and reads what is dropped until it is ended.</summary>
internal sealed class WatchRun(IWatchTeller teller, TextWriter notes, Tongue tongue, TimeProvider time)
{
    public async Task<int> RunAsync(WatchSettings settings, bool isOnce, CancellationToken cancellation)
    {
        WatchSettingsCheck.Require(settings);
        await using var work = await StoreAtWork.OpenAsync(settings, teller, time, cancellation);
        await work.Store.Audit.WriteAsync("watch-began", string.Join(", ", work.Watchers.Select(watcher => watcher.Place)), cancellation);
        await TellBeginAsync(settings, work.Store, cancellation);
        await RunAsync(work, isOnce, cancellation);
        var read = work.Processing.Status.Finished;
        await work.Store.Audit.WriteAsync("watch-ended", $"{read} documents read", CancellationToken.None);
        notes.WriteLine(tongue[$"Ended: {read} documents read.", $"已结束：处理文件 {read} 份。"]);
        return (int)ExitCode.Done;
    }

    private async Task TellBeginAsync(WatchSettings settings, ReportStore store, CancellationToken cancellation)
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
    private static async Task RunAsync(StoreAtWork work, bool isOnce, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await work.Processing.StartAsync(CancellationToken.None);
        if (!isOnce)
            await work.Watching.StartAsync(CancellationToken.None);
        var watching = isOnce ? work.Watching.RunOnceAsync(end.Token) : Task.Delay(Timeout.Infinite, end.Token);
        try
        {
            await await Task.WhenAny(watching, work.Processing.ExecuteTask!);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Being ended is how a watch ends.
        }
        finally
        {
            await end.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await work.StopAsync();
        }
    }
}
