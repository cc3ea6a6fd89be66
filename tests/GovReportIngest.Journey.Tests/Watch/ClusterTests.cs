using System.Globalization;
using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;
using Npgsql;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Watch;

/// <summary>Several processes on one PostgreSQL: some are killed or stopped, and the database restarted, while documents are dropped.</summary>
public sealed class ClusterTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Documents = 60;

    private readonly TemporaryFolder folder = new();
    private PostgresServer server = null!;

    public async Task InitializeAsync() => server = await PostgresServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nodes_share_the_work_and_lose_nothing_when_one_is_killed_and_the_database_restarts()
    {
        Drop("a");
        Drop("b");
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using (var other = Watch("b"))
        {
            await other.ActWhenAsync(() => Records().Count > 0, () => { });
            using var killed = Watch("a");
            var enough = random.Next(20, 60);
            await killed.ActWhenAsync(() => Records().Count > enough && Directory.Exists(In("out", "a")), killed.Kill);
            await server.RestartAsync();
            await server.EndLeasesAsync($"%:{killed.Id}:%");
            await other.ActWhenAsync(() => Directory.Exists(In("b.done")) && Directory.EnumerateFiles(In("b.done")).Count() == Documents, () => Terminate(other));
            var end = await other.EndAsync();
            Assert.True(end.ExitCode == 0, end.ToString());
        }

        await FinishAsync("a");
        await RequireAllAsync(2);
    }

    [Fact]
    public async Task Three_nodes_lose_nothing_when_one_is_killed_one_wakes_after_its_lease_and_the_database_restarts()
    {
        Drop("a");
        Drop("b");
        Drop("c");
        using (var stopped = Watch("c"))
        {
            await stopped.ActWhenAsync(() => Records().Count > 5, stopped.Stop);
            while (!stopped.HasExited && await OnDatabaseAsync("SELECT count(*) FROM work WHERE state = 'processing' AND owner LIKE @owner", stopped.Id) == 0)
            {
                stopped.Continue();
                await Task.Delay(20);
                stopped.Stop();
            }

            using var working = Watch("b");
            using var killed = Watch("a");
            await killed.ActWhenAsync(() => Directory.Exists(In("out", "a")), () => { });
            killed.Kill();
            await server.RestartAsync();
            await server.EndLeasesAsync($"%:{stopped.Id}:%");
            await server.EndLeasesAsync($"%:{killed.Id}:%");
            await working.ActWhenAsync(() => Directory.Exists(In("b.done")) && Directory.EnumerateFiles(In("b.done")).Count() == Documents, stopped.Continue);
            await stopped.ActWhenAsync(() => Directory.Exists(In("c.done")) && Directory.EnumerateFiles(In("c.done")).Count() == Documents, () => Terminate(stopped));
            Terminate(working);
            foreach (var ended in new[] { await stopped.EndAsync(), await working.EndAsync() })
                Assert.True(ended.ExitCode == 0, ended.ToString());
        }

        await FinishAsync("a");
        await RequireAllAsync(3);
        Assert.True(await OnDatabaseAsync("SELECT count(*) FROM work WHERE epoch > 1", 0) > 0, "Nothing was claimed twice.");
    }

    private async Task FinishAsync(string inbox)
    {
        using var last = Watch(inbox);
        await last.ActWhenAsync(() => Directory.Exists(In($"{inbox}.done")) && Directory.EnumerateFiles(In($"{inbox}.done")).Count() == Documents, () => Terminate(last));
        var end = await last.EndAsync();
        Assert.True(end.ExitCode == 0, end.ToString());
    }

    private async Task RequireAllAsync(int inboxes)
    {
        var list = JsonDocument.Parse((await RunAsync("list", "--limit", "1000", "--json")).Output).RootElement.GetProperty("records").EnumerateArray().ToList();
        Assert.Equal(inboxes * Documents, list.Select(record => record.GetProperty("path").GetString()).Distinct().Count());
        Assert.All(list, record => Assert.Equal((1, "accepted"), (record.GetProperty("version").GetInt32(), record.GetProperty("state").GetString())));
        Assert.Equal(inboxes * Documents, Records().Count);
        var verified = await RunAsync("verify", "--json");
        Assert.True(verified.ExitCode == 0, verified.ToString());
    }

    private async Task<long> OnDatabaseAsync(string sql, int process)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionTo("public"));
        await using var command = source.CreateCommand(sql);
        if (sql.Contains("@owner", StringComparison.Ordinal))
            command.Parameters.AddWithValue("owner", $"%:{process}:%");
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private static void Terminate(GovReport run)
    {
        if (!run.HasExited)
            run.Terminate();
    }

    private GovReport Watch(string inbox) => GovReport.StartWith(
        Variables, "watch", In(inbox), "--data", In("data"), "--out", In("out"), "--every", "200ms", "--stable", "200ms", "--workers", "1");

    private async Task<RunResult> RunAsync(string verb, params string[] arguments)
    {
        using var run = GovReport.StartWith(Variables, [verb, "--data", In("data"), .. arguments]);
        return await run.EndAsync();
    }

    private string[] Variables => [$"GOVREPORT_STORE={server.ConnectionTo("public")}"];

    private List<string> Records() => Directory.Exists(In("out")) ? [.. Directory.EnumerateFiles(In("out"), "*.record.json", SearchOption.AllDirectories)] : [];

    private void Drop(string inbox)
    {
        Directory.CreateDirectory(In(inbox));
        var sample = File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"));
        for (var number = 1; number <= Documents; number++)
            File.WriteAllText(In(inbox, string.Create(CultureInfo.InvariantCulture, $"{number}.md")), $"{sample}\n{inbox}{new string('\n', number)}");
    }

    private string In(params string[] names) => Path.Combine([folder.Path, .. names]);
}
