using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Watch;

/// <summary>The verb <c>watch</c> as users run it.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_dropped_while_it_runs_is_read_and_a_service_manager_may_end_it()
    {
        Directory.CreateDirectory(In("inbox"));
        using var watch = GovReport.Start("watch", In("inbox"), "--data", In("data"), "--out", In("out"), "--every", "200ms", "--stable", "300ms", "--tag", "2024", "--json");
        await watch.ActWhenAsync(() => Directory.Exists(In("inbox.done")), () => Drop("pipes.md"));
        await watch.ActWhenAsync(() => File.Exists(In("inbox.done", "pipes.md")), () => Drop("two-reports.txt"));
        await watch.ActWhenAsync(() => File.Exists(In("inbox.done", "two-reports.txt")), watch.Terminate);

        var end = await watch.EndAsync();

        Assert.True(end.ExitCode == 0, end.ToString());
        var lines = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["registered", "read", "settled", "registered", "read", "settled"], lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal(("inbox/pipes.md", "accepted", 205), (lines[1].GetProperty("path").GetString(), lines[1].GetProperty("outcome").GetString(), lines[1].GetProperty("fields").GetInt32()));
        Assert.True(File.Exists(In("out", "inbox", "two-reports.txt#2.record.json")));
        Assert.Equal(0, (await GovReport.RunAsync("verify", "--data", In("data"))).ExitCode);
    }

    [Fact]
    public async Task Once_ends_when_all_is_read_and_tells_people_in_their_language()
    {
        Directory.CreateDirectory(In("inbox"));
        Drop("pipes.md");
        await File.WriteAllBytesAsync(In("inbox", "bad.pdf"), [1, 2, 3, 4]);
        await File.WriteAllTextAsync(In("watch.yaml"), "data: data\nfolders:\n- folder: inbox\n  stable: 200ms\n");

        var end = await GovReport.RunAsync("watch", "--settings", In("watch.yaml"), "--once", "--lang", "zh");
        var again = await GovReport.RunAsync("watch", "--settings", In("watch.yaml"), "--once", "--lang", "en");

        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Contains("收进 2 份", end.Output, StringComparison.Ordinal);
        Assert.Contains("字段 205", end.Output, StringComparison.Ordinal);
        Assert.Contains("已结束：处理文件 2 份", end.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(In("inbox.failed", "bad.pdf.reason.txt")));
        Assert.Contains("Ended: 0 documents read.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_paused_documents_are_taken_in_and_not_read()
    {
        Directory.CreateDirectory(In("inbox"));
        Drop("pipes.md");
        string[] watch = ["watch", In("inbox"), "--data", In("data"), "--stable", "200ms", "--once", "--tag", "2024", "--lang", "en"];
        Assert.Equal(5, (await GovReport.RunAsync("pause", "--data", In("data"))).ExitCode);
        Assert.Equal(0, (await GovReport.RunAsync(watch)).ExitCode);
        Drop("two-reports.txt");

        Assert.Equal(0, (await GovReport.RunAsync("pause", "--data", In("data"))).ExitCode);
        var paused = await GovReport.RunAsync(watch);
        var status = JsonDocument.Parse((await GovReport.RunAsync("status", "--data", In("data"), "--json")).Output).RootElement;
        await GovReport.RunAsync("resume", "--data", In("data"));
        var resumed = await GovReport.RunAsync(watch);

        Assert.Contains("Reading is paused", paused.Output, StringComparison.Ordinal);
        Assert.Equal((true, 1), (status.GetProperty("isPaused").GetBoolean(), status.GetProperty("documents").GetProperty("collected").GetInt32()));
        Assert.Contains("Ended: 1 documents read.", resumed.Output, StringComparison.Ordinal);
        var list = JsonDocument.Parse((await GovReport.RunAsync("list", "--tag", "2024", "--data", In("data"), "--json")).Output).RootElement;
        Assert.Equal(3, list.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Wrong_settings_are_refused_with_line_and_remedy_before_anything_is_begun()
    {
        Directory.CreateDirectory(In("inbox"));
        await File.WriteAllTextAsync(In("watch.yaml"), "data: data\nfolders:\n- folder: inbox\n  evry: 5s\n");

        var misspelt = await GovReport.RunAsync("watch", "--settings", In("watch.yaml"), "--lang", "en");
        var overlap = await GovReport.RunAsync("watch", In("inbox"), "--data", In("data"), "--out", In("inbox", "out"), "--lang", "en");
        var time = await GovReport.RunAsync("watch", In("inbox"), "--data", In("data"), "--every", "5", "--lang", "en");
        var none = await GovReport.RunAsync("watch", "--data", In("data"), "--lang", "en");

        Assert.Equal([2, 2, 2, 2], new[] { misspelt, overlap, time, none }.Select(run => run.ExitCode));
        Assert.Contains("Line 4: \"evry\" is no setting here. Known are: folder, leave, name, done", misspelt.Complaints, StringComparison.Ordinal);
        Assert.Contains("The folders overlap", overlap.Complaints, StringComparison.Ordinal);
        Assert.Contains("--every: a length of time", time.Complaints, StringComparison.Ordinal);
        Assert.Contains("--settings FILE", none.Complaints, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("data")));
    }

    private void Drop(string sample) => File.Copy(Repository.PathOf("samples", "inbox", "text", sample), In("inbox", sample));

    private string In(params string[] names) => Path.Combine([folder.Path, .. names]);
}
