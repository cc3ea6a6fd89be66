namespace GovReportIngest.Jobs;

/// <summary>
/// Work that several ask for at the same time is done once. Whoever leaves takes nothing from the others; when the last has left, it is ended.
/// </summary>
public sealed class SharedWork<T>
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Running> running = new(StringComparer.Ordinal);

    /// <summary>What the work gives, or its exception.</summary>
    /// <param name="key">The same for the same work.</param>
    /// <param name="work">Begun unless it is being done; its token ends it when nobody waits any more.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<T> GetAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var shared = Join(key, work);
        try
        {
            return await shared.Result.WaitAsync(cancellation);
        }
        finally
        {
            Leave(key, shared);
        }
    }

    private Running Join(string key, Func<CancellationToken, Task<T>> work)
    {
        lock (gate)
        {
            if (!running.TryGetValue(key, out var shared))
                running[key] = shared = new(work);
            shared.Waiting++;
            return shared;
        }
    }

    private void Leave(string key, Running shared)
    {
        lock (gate)
        {
            if (--shared.Waiting > 0)
                return;
            running.Remove(key);
        }

        shared.End.Cancel();
    }

    private sealed class Running
    {
        public Running(Func<CancellationToken, Task<T>> work) => Result = Task.Run(() => work(End.Token));

        public CancellationTokenSource End { get; } = new();

        public Task<T> Result { get; }

        public int Waiting { get; set; }
    }
}
