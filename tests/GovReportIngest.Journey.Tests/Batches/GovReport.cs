using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GovReportIngest.Journey.Tests.Batches;

/// <summary>What a run of the program ended with.</summary>
internal sealed record RunResult(int ExitCode, string Output, string Complaints)
{
    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Complaints}";
}

/// <summary>The real <c>govreport</c> as a process of its own, with real workers.</summary>
internal sealed partial class GovReport : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly Process process;
    private readonly StringBuilder told = new();
    private readonly Task<string> output;
    private readonly Task<string> complaints;

    private GovReport(Process process)
    {
        this.process = process;
        (output, complaints) = (ReadOutputAsync(), process.StandardError.ReadToEndAsync());
    }

    public static GovReport Start(params IEnumerable<string> arguments) => StartWith([], arguments);

    /// <summary>With variables of the environment, as <c>NAME=value</c>.</summary>
    public static GovReport StartWith(IEnumerable<string> variables, params IEnumerable<string> arguments)
    {
        // In a process group of its own, as a terminal runs it.
        List<string> command = ["setsid", .. WithoutRightsOfRoot(), "env", .. variables, Path.Combine(AppContext.BaseDirectory, "govreport"), .. arguments];
        return new(Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!);
    }

    public static async Task<RunResult> RunAsync(params IEnumerable<string> arguments)
    {
        using var run = Start(arguments);
        return await run.EndAsync();
    }

    public async Task<RunResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, await output, await complaints);
    }

    /// <summary>Acts as soon as it is time, or the program has ended. Away from the threads of the tests, which others may hold for seconds.</summary>
    public Task ActWhenAsync(Func<bool> isTime, Action act) => Task.Run(async () =>
    {
        while (!process.HasExited && !isTime())
            await Task.Delay(5);
        act();
    });

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    /// <summary>What it has written so far.</summary>
    public string Told
    {
        get
        {
            lock (told)
                return told.ToString();
        }
    }

    /// <summary>The processes below this one that are alive: the workers.</summary>
    public IReadOnlyList<int> Children() =>
        [.. Directory.EnumerateDirectories("/proc", "*").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(candidate => ParentOf(candidate) == process.Id)];

    public static bool IsAlive(int candidate) => ParentOf(candidate) is not null;

    /// <summary>What Ctrl-C does: the signal goes to the whole process group.</summary>
    public void Interrupt() => Assert.Equal(0, kill(-process.Id, 2));

    /// <summary>What service managers and <c>kill</c> do: SIGTERM to the program alone.</summary>
    public void Terminate() => Assert.Equal(0, kill(process.Id, 15));

    /// <summary>SIGKILL to the program alone: nothing of it can be put in order.</summary>
    public void Kill() => _ = kill(process.Id, 9);

    /// <summary>As a machine that hangs: nothing of it runs, and it knows nothing of the time that passes.</summary>
    public void Stop() => Assert.Equal(0, kill(process.Id, 19));

    public void Continue() => Assert.Equal(0, kill(process.Id, 18));

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task<string> ReadOutputAsync()
    {
        var buffer = new char[4096];
        for (int count; (count = await process.StandardOutput.ReadAsync(buffer)) > 0;)
            lock (told)
                told.Append(buffer, 0, count);
        return Told;
    }

    /// <summary>Root may read everything; without these two rights it is refused what its own rights forbid, as anybody is.</summary>
    private static string[] WithoutRightsOfRoot() =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] : [];

    /// <summary>Null once the process is gone, or dead and only waiting to be counted.</summary>
    private static int? ParentOf(int candidate)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{candidate}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
