using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using GovReportIngest.Core.Read;
using Microsoft.Win32.SafeHandles;

namespace GovReportIngest.Reading.Worker;

/// <summary>
/// The body of the hidden verb <c>govreport worker</c>: reads requests from stdin, answers on stdout, ends with its parent.
/// To be called before anything touches <see cref="Console"/>.
/// </summary>
public static class WorkerMain
{
    /// <summary>Serves until the parent closes stdin or dies; the process then ends at once, so this returns only on cancellation.</summary>
    /// <param name="reader">Makes the reader; called at the first document, so that a start stays cheap.</param>
    /// <param name="cancellation">Ends the loop.</param>
    public static async Task<int> RunAsync(Func<IDocumentReader> reader, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Check(LibC.prctl(LibC.SetNoNewPrivileges, 1, 0, 0, 0));
        Check(LibC.prctl(LibC.SetParentDeathSignal, LibC.Kill, 0, 0, 0));
        // Ctrl-C reaches the whole group; the parent decides when its workers end.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        await using var answers = TakeStandardOutput();
        await using var requests = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        var pipe = new MessagePipe(requests, answers);
        await using var session = new WorkerSession(reader);
        await foreach (var request in Listen(pipe).ReadAllAsync(cancellation).ConfigureAwait(false))
            await AnswerAsync(pipe, session, request, cancellation).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Keeps the real stdout for answers; what anybody else prints, native code included, goes to stderr.</summary>
    private static FileStream TakeStandardOutput()
    {
        var real = LibC.dup(1);
        Check(real);
        Check(LibC.dup2(2, 1));
        return new(new SafeFileHandle(real, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    /// <summary>A thread of its own waits on stdin, so that the end of the parent is noticed in the middle of a page, too.</summary>
    private static ChannelReader<WorkerRequest> Listen(MessagePipe pipe)
    {
        var requests = Channel.CreateUnbounded<WorkerRequest>();
        var thread = new Thread(() =>
        {
            while (Next(pipe) is { } request)
                requests.Writer.TryWrite(request);
            LibC._exit(0);
        })
        { IsBackground = true, Name = "requests" };
        thread.Start();
        return requests.Reader;
    }

    private static WorkerRequest? Next(MessagePipe pipe)
    {
        try
        {
            return pipe.Read(WorkerProtocol.Default.WorkerRequest);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task AnswerAsync(MessagePipe pipe, WorkerSession session, WorkerRequest request, CancellationToken cancellation)
    {
        var answer = await session.AnswerAsync(request, cancellation).ConfigureAwait(false);
        try
        {
            await pipe.WriteAsync(answer, WorkerProtocol.Default.WorkerAnswer, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException tooLarge)
        {
            await Console.Error.WriteLineAsync(tooLarge.Message).ConfigureAwait(false);
            var failure = new WorkerAnswer { Id = request.Id, Failure = WorkerFailure.MemoryLimit };
            await pipe.WriteAsync(failure, WorkerProtocol.Default.WorkerAnswer, cancellation).ConfigureAwait(false);
        }
    }

    private static void Check(int result)
    {
        if (result < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }
}
