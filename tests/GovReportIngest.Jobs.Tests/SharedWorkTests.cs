namespace GovReportIngest.Jobs.Tests;

public sealed class SharedWorkTests
{
    private readonly SharedWork<int> shared = new();
    private readonly TaskCompletionSource<int> work = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int begun;

    [Fact]
    public async Task Work_that_many_ask_for_is_done_once()
    {
        var asked = Enumerable.Range(0, 10).Select(_ => GetAsync(default)).ToList();
        work.SetResult(7);

        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal(7, answer));
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task Whoever_leaves_takes_nothing_from_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var first = GetAsync(impatient.Token);
        var second = GetAsync(default);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(ended.Task.IsCompleted);
        work.SetResult(7);

        Assert.Equal(7, await second);
    }

    [Fact]
    public async Task Work_that_everybody_left_is_ended_and_begun_anew_for_the_next()
    {
        using var impatient = new CancellationTokenSource();
        var left = new[] { GetAsync(impatient.Token), GetAsync(impatient.Token) };
        await impatient.CancelAsync();
        foreach (var asked in left)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(8, await shared.GetAsync("a", _ => Task.FromResult(8), default));
    }

    [Fact]
    public async Task A_fault_is_told_to_all_and_not_kept()
    {
        var asked = new[] { GetAsync(default), GetAsync(default) };
        work.SetException(new IOException("no disk"));
        foreach (var answer in asked)
            await Assert.ThrowsAsync<IOException>(() => answer);

        Assert.Equal(8, await shared.GetAsync("a", _ => Task.FromResult(8), default));
    }

    private Task<int> GetAsync(CancellationToken cancellation) => shared.GetAsync("a", async end =>
    {
        Interlocked.Increment(ref begun);
        try
        {
            return await work.Task.WaitAsync(end);
        }
        finally
        {
            ended.TrySetResult();
        }
    }, cancellation);
}
