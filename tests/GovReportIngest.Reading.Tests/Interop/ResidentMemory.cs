using System.Globalization;

namespace GovReportIngest.Reading.Tests.Interop;

/// <summary>Resident memory belongs to the whole process: tests that weigh it run alone.</summary>
[CollectionDefinition(nameof(MemoryAlone), DisableParallelization = true)]
public sealed class MemoryAlone;

/// <summary>
/// Weighs the process between two halves of the same work. Garbage, and heap that earlier tests left to the process, are given
/// back before each weighing: what remains is held by somebody.
/// </summary>
internal static class ResidentMemory
{
    private const double Growth = 1.05;
    private const long Noise = 4_000_000;

    public static void AssertSteady(int rounds, Action round) =>
        AssertSteadyAsync(rounds, () =>
        {
            round();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();

    public static async Task AssertSteadyAsync(int rounds, Func<Task> round)
    {
        for (var i = 0; i < rounds / 2; i++)
            await round();
        var half = Bytes();
        for (var i = 0; i < rounds / 2; i++)
            await round();
        Assert.InRange(Bytes(), 0, (half * Growth) + Noise);
    }

    private static long Bytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var line = File.ReadLines("/proc/self/status").First(status => status.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line["VmRSS:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
