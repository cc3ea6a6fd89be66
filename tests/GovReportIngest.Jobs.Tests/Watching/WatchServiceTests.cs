using System.Collections.Concurrent;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Jobs.Tests.Watching;

/// <summary>Watchers on their schedules.</summary>
public sealed class WatchServiceTests : JobStore
{
    [Fact]
    public async Task A_fault_of_a_watcher_is_told_and_it_looks_again()
    {
        var told = new ConcurrentQueue<WatchEvent>();
        var watcher = new Faulty();
        using var processing = Processing();
        using var service = new WatchService([watcher], Store, processing, TimeProvider.System, told.Enqueue);

        await service.StartAsync(default);
        await UntilAsync(() => Task.FromResult(watcher.Passes > 2));
        await service.StopAsync(default);

        Assert.Contains(told, happened => happened is WatchEvent.Hindered { Folder: "there", Reason: "A fault of the program (InvalidOperationException): broken" });
    }

    private sealed class Faulty : IWatcher
    {
        public int Passes { get; private set; }

        public string Name => "faulty";

        public string Place => "there";

        public TimeSpan Every => TimeSpan.FromMilliseconds(20);

        public bool IsElsewhere => false;

        public Task<PassResult> PassAsync(CancellationToken cancellation) => ++Passes == 1 ? throw new InvalidOperationException("broken") : Task.FromResult(new PassResult(0, 0));
    }
}
