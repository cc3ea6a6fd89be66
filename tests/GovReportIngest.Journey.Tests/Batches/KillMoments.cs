using System.Diagnostics;

namespace GovReportIngest.Journey.Tests.Batches;

/// <summary>
/// Moments at which a program is killed, by chance: some so long after its start, which reach what it does before it reads anything; others when it has
/// written so many further records, however slow the machine is.
/// </summary>
/// <param name="random">Seeded.</param>
/// <param name="records">How many records there are.</param>
/// <param name="further">Records that it will write at least.</param>
internal sealed class KillMoments(Random random, Func<int> records, int further)
{
    private const int MostMilliseconds = 800;

    /// <summary>Whether the next moment, which counts from now, has come.</summary>
    public Func<bool> Next()
    {
        if (random.Next(2) == 0)
            return After(TimeSpan.FromMilliseconds(random.Next(MostMilliseconds)));
        var enough = records() + random.Next(1, further + 1);
        return () => records() >= enough;
    }

    public static Func<bool> After(TimeSpan wait)
    {
        var began = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(began) >= wait;
    }
}
