using System.Diagnostics;
using Xunit.Abstractions;

namespace GovReportIngest.Jobs.Tests.Watching;

/// <summary>Ten thousand small files dropped at once, a thousand in the gate.</summary>
public sealed class RegistrationSpeedTests(ITestOutputHelper output) : WatchedStore
{
    private const int LeastPerSecond = 200;
    private const long MostGrowth = 64L << 20;

    private static readonly int Dropped = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? 1_000 : 10_000;

    [Fact]
    [Trait("Judged", "by-the-clock")]
    public async Task Many_files_dropped_at_once_are_registered_fast_none_missed_and_memory_stays_flat()
    {
        for (var file = 0; file < Dropped; file++)
            Drop($"一、总体情况\n第{file}份报告。\n", $"{file % 10}", $"{file}.txt");
        await Watcher.PassAsync(default);
        Clock.Pass(Watched.Stable);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();

        var pass = await Watcher.PassAsync(default);

        var seconds = (decimal)Stopwatch.GetElapsedTime(began).TotalSeconds;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"» Registered {Dropped:#,0} files in {seconds:0.0} s: {Dropped / seconds:#,0} a second; {grown >> 20} MB of managed memory more than before");
        Assert.Equal((Dropped, (long)Dropped), (pass.Registered, (await Store.Queries.CountAsync(default)).Documents["collected"]));
        Assert.InRange(Dropped / seconds, LeastPerSecond, decimal.MaxValue);
        Assert.InRange(grown, long.MinValue, MostGrowth);
    }
}
