using GovReportIngest.Jobs.Processing;
using GovReportIngest.Jobs.Telemetry;
using GovReportIngest.Storage;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Watchers and upkeep on their schedules, until it is stopped.</summary>
/// <param name="processing">Woken when documents were taken in.</param>
public sealed class WatchService(
    IReadOnlyList<IWatcher> watchers, ReportStore store, DocumentProcessing processing, TimeProvider time, Action<WatchEvent> tell) : BackgroundService
{
    /// <summary>What is due to be tried again, and claims of owners that are gone.</summary>
    private static readonly TimeSpan UpkeepEvery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private readonly StoreGauges gauges = new(store, time);

    /// <summary>Until all that lies in the folders is taken, read and settled; what cannot be taken is left, and while paused what waits.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        var left = watchers.ToList();
        while (true)
        {
            var isIdle = await store.Claims.IsIdleAsync(cancellation) || await store.Claims.IsPausedAsync(cancellation);
            var passes = new List<PassResult>();
            foreach (var watcher in left.ToList())
            {
                passes.Add(await PassAsync(watcher, cancellation));
                if (watcher.IsElsewhere && passes[^1].Registered == 0)
                    left.Remove(watcher);
            }

            if (isIdle && passes.TrueForAll(pass => pass is { Registered: 0, Incomplete: 0 }))
                return;
            await Task.Delay(Glance, time, cancellation);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        gauges.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var factory = QuartzSchedulerBuilder.Create().Build();
        var scheduler = await factory.GetScheduler(stoppingToken);
        foreach (var watcher in watchers)
            await RecurringJob.ScheduleAsync(scheduler, $"watch {watcher.Name}", watcher.Every, cancellation => GuardAsync(watcher.Place, () => PassAsync(watcher, cancellation)), stoppingToken);
        await RecurringJob.ScheduleAsync(scheduler, "upkeep", UpkeepEvery, cancellation => GuardAsync("", () => KeepUpAsync(cancellation)), stoppingToken);
        await scheduler.Start(stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await scheduler.Shutdown(true, CancellationToken.None);
    }

    /// <summary>A fault of one watcher is told, for the schedule would pass over it, and ends no other.</summary>
    private async Task GuardAsync(string place, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            tell(new WatchEvent.Hindered(place, $"A fault of the program ({fault.GetType().Name}): {fault.Message}"));
        }
    }

    /// <summary>A store or a folder that cannot be used for a while is told, and looked at again.</summary>
    private async Task<PassResult> PassAsync(IWatcher watcher, CancellationToken cancellation)
    {
        try
        {
            var result = await watcher.PassAsync(cancellation);
            if (result.Registered > 0)
            {
                tell(new WatchEvent.Taken(watcher.Place, result.Registered));
                processing.Wake();
            }

            return result;
        }
        catch (Exception wrong) when (wrong is StoreException or IOException or UnauthorizedAccessException)
        {
            tell(new WatchEvent.Hindered(watcher.Place, wrong.Message));
            return new(0, 1);
        }
    }

    private async Task KeepUpAsync(CancellationToken cancellation)
    {
        try
        {
            if (await store.Claims.QueueDueAsync(cancellation) > 0)
                processing.Wake();
            await gauges.RefreshAsync(cancellation);
        }
        catch (StoreException wrong)
        {
            tell(new WatchEvent.Hindered("", wrong.Message));
        }
    }
}
