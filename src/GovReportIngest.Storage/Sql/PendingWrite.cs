using System.Data.Common;

namespace GovReportIngest.Storage.Sql;

/// <summary>A write that waits for its turn, or is a part of another's transaction.</summary>
internal abstract class PendingWrite
{
    private const int Waits = 0;
    private const int Begun = 1;
    private const int Given = 2;

    private int state = Waits;

    /// <summary>What went wrong in it; null for nothing so far.</summary>
    public Exception? Wrong { get; protected set; }

    /// <summary>Of the two only one says true, and once.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Waits) == Waits;

    /// <summary>Whoever asked for it wants it no longer.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref state, Given, Waits) == Waits;

    /// <summary>Never throws: what went wrong is kept.</summary>
    /// <returns>False where the statements of this write are to be taken back.</returns>
    public abstract Task<bool> RunAsync(DbConnection connection);

    /// <summary>What it wrote is on the disk, or taken back because of what went wrong in it.</summary>
    public abstract void End();

    /// <summary>The transaction failed as a whole.</summary>
    public abstract void Fail(Exception wrong);
}

/// <inheritdoc/>
internal sealed class PendingWrite<T>(Func<DbConnection, Task<T>> write) : PendingWrite
{
    private readonly TaskCompletionSource<T> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Ended => ended.Task;

    public override async Task<bool> RunAsync(DbConnection connection)
    {
        try
        {
            result = await write(connection);
        }
        catch (Exception failure)
        {
            Wrong = failure;
        }

        return Wrong is null;
    }

    public override void End()
    {
        if (Wrong is null)
            ended.SetResult(result);
        else
            ended.SetException(Wrong);
    }

    public override void Fail(Exception wrong) => ended.SetException(Wrong ?? wrong);
}
