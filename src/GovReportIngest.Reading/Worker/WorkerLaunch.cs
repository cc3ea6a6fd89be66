using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GovReportIngest.Reading.Worker;

/// <summary>Starts worker processes: allow-listed environment, limits, no network, pipes only.</summary>
internal static class WorkerLaunch
{
    /// <summary>What a worker may know of the parent's environment. Everything else, passwords first of all, stays behind.</summary>
    private static readonly string[] PassedOn = ["PATH", "HOME", "TMPDIR", "TESSDATA_PREFIX", "DOTNET_ROOT", ReadingModels.FolderVariable];

    /// <summary>
    /// A worker dies with the <em>thread</em> that started it (PR_SET_PDEATHSIG), and pool threads come and go:
    /// one thread that lives as long as this process starts them all.
    /// </summary>
    private static readonly Lazy<BlockingCollection<Action>> Starts = new(StartThread);

    private static readonly Lazy<Task<IReadOnlyList<string>>> WithoutNetwork = new(FindNetworkIsolationAsync);

    /// <summary>The command prefix that takes the network away; empty where this machine does not allow it.</summary>
    public static Task<IReadOnlyList<string>> NetworkIsolation => WithoutNetwork.Value;

    public static async Task<Process> StartAsync(WorkerOptions options)
    {
        List<string> command =
        [
            // Ctrl-C reaches the whole process group; a worker that dies of it while it starts would look like a broken one.
            "setsid", .. await NetworkIsolation.ConfigureAwait(false),
            "prlimit", string.Create(CultureInfo.InvariantCulture, $"--data={options.DataBytes}"), "--core=0", "--",
            .. options.Command,
        ];
        var start = Pipes(command);
        start.Environment.Clear();
        foreach (var (name, value) in EnvironmentOf(options))
            start.Environment[name] = value;
        return await StartAsync(start).ConfigureAwait(false);
    }

    /// <summary>Runs a command to its end; what it prints is dropped. Cancelled, it is ended.</summary>
    public static async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        using var process = await StartAsync(Pipes(command)).ConfigureAwait(false);
        process.StandardInput.Close();
        try
        {
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation), process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation),
                process.WaitForExitAsync(cancellation)).ConfigureAwait(false);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static IReadOnlyDictionary<string, string> EnvironmentOf(WorkerOptions options)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LANG"] = "C.UTF-8",
            ["LC_ALL"] = "C.UTF-8",
            // Read by Tesseract's OpenMP when the library is loaded; threads of their own would fight for the same cores.
            ["OMP_THREAD_LIMIT"] = "1",
            ["MALLOC_ARENA_MAX"] = "2",
            ["DOTNET_GCHeapHardLimit"] = options.ManagedHeapBytes.ToString("X", CultureInfo.InvariantCulture),
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            // No debugger pipe, no profiler, no dumps of document text.
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_DbgEnableMiniDump"] = "0",
            ["DOTNET_NOLOGO"] = "1",
        };
        foreach (var name in PassedOn)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                environment[name] = value;
        }

        if (options.Models is { } models)
            environment[ReadingModels.FolderVariable] = models;
        return environment;
    }

    private static async Task<IReadOnlyList<string>> FindNetworkIsolationAsync()
    {
        foreach (var prefix in (string[][])[["unshare", "-n", "--"], ["unshare", "-rn", "--"]])
        {
            if (await SucceedsAsync([.. prefix, "true"]).ConfigureAwait(false))
                return prefix;
        }

        return [];
    }

    private static async Task<bool> SucceedsAsync(IReadOnlyList<string> command)
    {
        try
        {
            using var process = await StartAsync(Pipes(command)).ConfigureAwait(false);
            await process.WaitForExitAsync().ConfigureAwait(false);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo Pipes(IReadOnlyList<string> command) => new(command[0], command.Skip(1))
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Value.Add(() =>
        {
            try
            {
#pragma warning disable RS0030 // Here, and nowhere else, processes are started.
                started.SetResult(Process.Start(start)!);
#pragma warning restore RS0030
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException)
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> StartThread()
    {
        var starts = new BlockingCollection<Action>();
        var thread = new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "worker starts" };
        thread.Start();
        return starts;
    }
}
