using System.Diagnostics;
using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Watch;

/// <summary>A disk that is full, and a database that is gone for a while: it is told, nothing is lost, and work goes on.</summary>
public sealed class HindranceTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private bool isMounted;

    public void Dispose()
    {
        if (isMounted)
            Run("umount", "-l", In("disk"));
        folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_is_told_and_work_goes_on_when_there_is_room()
    {
        Directory.CreateDirectory(In("disk"));
        isMounted = Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", In("disk")) == 0;
        if (!isMounted)
        {
            output.WriteLine("» Full disk: no right to mount a small file system here; the test was not run.");
            return;
        }

        Drop(40);
        var filler = In("disk", "filler");
        await File.WriteAllBytesAsync(filler, new byte[22 << 20]);
        using var run = GovReport.Start("watch", In("inbox"), "--data", In("disk", "data"), "--every", "200ms", "--stable", "200ms", "--workers", "1", "--json");
        await run.ActWhenAsync(() => run.Told.Contains("\"hindered\"", StringComparison.Ordinal), () => File.Delete(filler));
        await EndWhenDoneAsync(run, 40);

        Assert.Contains("\"hindered\"", run.Told, StringComparison.Ordinal);
        await RequireAllAsync([], In("disk", "data"), 40);
    }

    [Fact]
    public async Task A_database_that_is_gone_for_a_while_is_waited_for()
    {
        await using var server = await PostgresServer.StartAsync();
        string[] variables = [$"GOVREPORT_STORE={server.ConnectionTo("public")}"];
        Drop(40);
        using var run = GovReport.StartWith(variables, "watch", In("inbox"), "--data", In("data"), "--every", "200ms", "--stable", "200ms", "--workers", "1", "--json");
        await run.ActWhenAsync(() => run.Told.Contains("\"read\"", StringComparison.Ordinal), () => { });
        await server.StopAsync();
        await run.ActWhenAsync(() => run.Told.Contains("\"hindered\"", StringComparison.Ordinal), () => { });
        if (Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null)
            await Task.Delay(TimeSpan.FromMinutes(1));
        await server.RestartAsync();
        await server.EndLeasesAsync("%");
        await EndWhenDoneAsync(run, 40);

        Assert.Contains("\"hindered\"", run.Told, StringComparison.Ordinal);
        await RequireAllAsync(variables, In("data"), 40);
    }

    private async Task EndWhenDoneAsync(GovReport run, int documents)
    {
        await run.ActWhenAsync(() => Directory.Exists(In("inbox.done")) && Directory.EnumerateFiles(In("inbox.done")).Count() == documents, () =>
        {
            if (!run.HasExited)
                run.Terminate();
        });
        var end = await run.EndAsync();
        Assert.True(end.ExitCode == 0, end.ToString());
    }

    private static async Task RequireAllAsync(string[] variables, string data, int documents)
    {
        using var list = GovReport.StartWith(variables, "list", "--data", data, "--limit", "1000", "--json");
        var records = JsonDocument.Parse((await list.EndAsync()).Output).RootElement.GetProperty("records").EnumerateArray().ToList();
        Assert.Equal(documents, records.Count);
        Assert.All(records, record => Assert.Equal(("accepted", 1), (record.GetProperty("state").GetString(), record.GetProperty("version").GetInt32())));
        using var verify = GovReport.StartWith(variables, "verify", "--data", data);
        var verified = await verify.EndAsync();
        Assert.True(verified.ExitCode == 0, verified.ToString());
    }

    private void Drop(int documents)
    {
        Directory.CreateDirectory(In("inbox"));
        var sample = File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"));
        for (var number = 1; number <= documents; number++)
            File.WriteAllText(In("inbox", $"{number}.md"), $"{sample}\n{new string('\n', number)}");
    }

    private string In(params string[] names) => Path.Combine([folder.Path, .. names]);

    private static int Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
