using System.Collections.Concurrent;

namespace GovReportIngest.Server.Accounts;

/// <summary>Who gives a wrong password waits before the next attempt counts, twice as long each time; so do all who try that name.</summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int FreeAttempts = 3;
    private const int MostNames = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> names = new(StringComparer.Ordinal);

    /// <summary>Null where an attempt counts; else how long it does not yet.</summary>
    public TimeSpan? WaitOf(string name) =>
        names.TryGetValue(name, out var known) && known.Until > time.GetUtcNow() ? known.Until - time.GetUtcNow() : null;

    public void Failed(string name)
    {
        var now = time.GetUtcNow();
        if (names.Count >= MostNames)
            foreach (var (old, known) in names)
                if (known.Until <= now)
                    names.TryRemove(old, out _);
        names.AddOrUpdate(name, (1, now), (_, known) =>
        {
            var wait = known.Failures < FreeAttempts ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Pow(2, Math.Min(known.Failures - FreeAttempts, 10)));
            return (known.Failures + 1, now + (wait < LongestWait ? wait : LongestWait));
        });
    }

    public void Succeeded(string name) => names.TryRemove(name, out _);
}
