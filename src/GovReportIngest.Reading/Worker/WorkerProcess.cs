using System.Diagnostics;
using System.Text;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Worker;

/// <summary>
/// One worker as the parent sees it: one request at a time, within the limits of a page. After a <see cref="WorkerFailure"/> or
/// a cancellation it is dead and only to be disposed of.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int KeptComplaint = 4096;
    private const int MostKilledStarts = 5;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Dying = TimeSpan.FromSeconds(2);

    /// <summary>SIGHUP, SIGINT, SIGKILL, SIGTERM as exit codes: none of them is a fault of the program that gets it.</summary>
    private static readonly int[] Kills = [129, 130, 137, 143];

    private readonly Process process;
    private readonly WorkerOptions options;
    private readonly MessagePipe pipe;
    private readonly StringBuilder complaint = new();
    private readonly Task complaints;
    private int lastId;
    private bool wasKilledHere;

    private WorkerProcess(Process process, WorkerOptions options)
    {
        (this.process, this.options) = (process, options);
        pipe = new(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        complaints = KeepComplaintsAsync();
    }

    public int Id => process.Id;

    /// <summary>Pages it was asked for so far, the one behind the last of a document among them.</summary>
    public int Pages { get; private set; }

    /// <summary>Pages it has read so far, in text pages (see <see cref="WorkerOptions.TextPagesAPage"/>).</summary>
    public int Wear { get; private set; }

    public long ResidentBytes => ProcessFacts.ResidentBytes(Id);

    /// <exception cref="WorkerStartException">The command does not become a worker of this version: a broken installation.</exception>
    public static async Task<WorkerProcess> StartAsync(WorkerOptions options, CancellationToken cancellation)
    {
        for (var kills = 0; ; kills++)
            try
            {
                return await StartOnceAsync(options, cancellation).ConfigureAwait(false);
            }
            catch (WorkerFailure killed)
            {
                if (killed.Category != WorkerFailure.Killed || kills == MostKilledStarts)
                    throw WorkerStartException.Of(options, killed);
            }
    }

    private static async Task<WorkerProcess> StartOnceAsync(WorkerOptions options, CancellationToken cancellation)
    {
        var worker = new WorkerProcess(await LaunchAsync(options).ConfigureAwait(false), options);
        try
        {
            var hello = await worker.AskAsync(new() { Id = 0, Verb = WorkerVerb.Hello }, cancellation).ConfigureAwait(false);
            return hello.Protocol == WorkerProtocol.Version
                ? worker : throw new WorkerFailure(WorkerFailure.Crash, $"It speaks protocol {hello.Protocol}.");
        }
        catch
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<Process> LaunchAsync(WorkerOptions options)
    {
        try
        {
            return await WorkerLaunch.StartAsync(options).ConfigureAwait(false);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw WorkerStartException.Of(options, failure);
        }
    }

    /// <exception cref="WorkerFailure">The request met a limit or the worker ended.</exception>
    public async Task<WorkerAnswer> AskAsync(WorkerRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var asked = request with { Id = ++lastId };
        using var answered = new CancellationTokenSource();
        // Killing the worker ends the read below at once; cancelling a read of a pipe would not.
        await using var kill = cancellation.Register(Kill).ConfigureAwait(false);
        var limit = WatchAsync(answered.Token);
        var (answer, wrong) = await ExchangeAsync(asked).ConfigureAwait(false);
        await answered.CancelAsync().ConfigureAwait(false);
        var met = await limit.ConfigureAwait(false);
        if (answer?.Id == asked.Id && answer.Failure is null && met is null)
            return answer;
        if (answer is null && met is null)
            await SettleAsync().ConfigureAwait(false);
        Kill();
        cancellation.ThrowIfCancellationRequested();
        await complaints.ConfigureAwait(false);
        throw new WorkerFailure(met ?? answer?.Failure ?? CategoryOfDeath(), $"{wrong?.Message} {complaint}".Trim(), wrong);
    }

    /// <summary>A page was delivered, or null behind the last one of the document.</summary>
    public void Count(PageMessage? page)
    {
        Pages++;
        Wear += page is null ? 0 : page.Reading == PageReading.Text ? 1 : WorkerOptions.TextPagesAPage;
    }

    /// <summary>Ends the worker at once and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync().ConfigureAwait(false);
        await complaints.ConfigureAwait(false);
        process.Dispose();
    }

    private async Task<(WorkerAnswer? Answer, Exception? Wrong)> ExchangeAsync(WorkerRequest request)
    {
        try
        {
            await pipe.WriteAsync(request, WorkerProtocol.Default.WorkerRequest, CancellationToken.None).ConfigureAwait(false);
            return (await pipe.ReadAsync(WorkerProtocol.Default.WorkerAnswer, CancellationToken.None).ConfigureAwait(false), null);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            return (null, wrong);
        }
    }

    /// <summary>Kills the worker when the request meets a limit, and says which; null when it was answered in time.</summary>
    private async Task<string?> WatchAsync(CancellationToken answered)
    {
        var began = Stopwatch.GetTimestamp();
        var cpuBefore = ProcessFacts.CpuTime(Id);
        while (!answered.IsCancellationRequested && !process.HasExited)
        {
            await Task.Delay(Glance, answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (answered.IsCancellationRequested)
                break;
            var met = ProcessFacts.CpuTime(Id) - cpuBefore > options.PageCpu ? WorkerFailure.CpuLimit
                : Stopwatch.GetElapsedTime(began) > options.Hang ? WorkerFailure.Hang : null;
            if (met is null)
                continue;
            Kill();
            return met;
        }

        return null;
    }

    /// <summary>Its pipe is closed: gives it time to end by itself, so that its exit code says why it did.</summary>
    private async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Dying);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Kill()
    {
        try
        {
            wasKilledHere |= !process.HasExited;
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>What the runtimes print when an allocation is refused tells a memory limit from other deaths.</summary>
    private string CategoryOfDeath() => process.HasExited && Kills.Contains(process.ExitCode) && !wasKilledHere ? WorkerFailure.Killed
        : complaint.ToString() is var text && (text.Contains("bad_alloc", StringComparison.Ordinal)
            || text.Contains("ut of memory", StringComparison.Ordinal) || text.Contains("OutOfMemoryException", StringComparison.Ordinal)
            || text.Contains("failed to allocate", StringComparison.Ordinal))
            ? WorkerFailure.MemoryLimit : WorkerFailure.Crash;

    /// <summary>Empties stderr, so that a talkative library never blocks, and keeps the end of it.</summary>
    private async Task KeepComplaintsAsync()
    {
        var buffer = new char[1024];
        int read;
        while ((read = await process.StandardError.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            complaint.Append(buffer, 0, read);
            if (complaint.Length > 2 * KeptComplaint)
                complaint.Remove(0, complaint.Length - KeptComplaint);
        }
    }
}
