using System.Text.Json;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>What the verbs tell of a store.</summary>
public sealed class StoreVerbTests(StoredSamples samples) : IClassFixture<StoredSamples>
{
    [Fact]
    public async Task Status_list_queue_and_show_tell_what_the_batch_gave()
    {
        var status = await samples.JsonAsync("status");
        var list = await samples.JsonAsync("list");
        var queue = await samples.JsonAsync("queue");
        var open = queue.GetProperty("items")[0];
        var document = await samples.JsonAsync("show", open.GetProperty("id").GetString()!);

        Assert.Equal((8, 1, 10), (Number(status.GetProperty("documents"), "accepted"), Number(status.GetProperty("documents"), "needs-review"), Number(status, "records")));
        Assert.Equal(["ingest-ended", "ingest-began"], status.GetProperty("recent").EnumerateArray().Select(act => act.GetProperty("action").GetString()));
        Assert.Equal(10, list.GetProperty("records").GetArrayLength());
        Assert.Equal(("flattened.txt", "report.agency"), (open.GetProperty("path").GetString(), open.GetProperty("subject").GetString()));
        Assert.Equal(["report.agency"], document.GetProperty("open").EnumerateArray().Select(item => item.GetProperty("subject").GetString()));
        Assert.Equal("行政审批和数据资源局", document.GetProperty("open")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task People_get_tables_in_their_language()
    {
        Assert.Contains("needs review", (await samples.RunAsync("status", "--lang", "en")).Output, StringComparison.Ordinal);
        Assert.Contains("待核", (await samples.RunAsync("status", "--lang", "zh")).Output, StringComparison.Ordinal);
        Assert.Contains("云岭市行政服务中心", (await samples.RunAsync("list", "--year", "2023", "--lang", "en")).Output, StringComparison.Ordinal);
        Assert.Contains("agency-without-region", (await samples.RunAsync("queue", "--lang", "en")).Output, StringComparison.Ordinal);
        Assert.Contains("收件", (await samples.RunAsync("show", "1", "--lang", "zh")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_the_store_is_the_file_of_the_out_folder()
    {
        foreach (var record in (await samples.JsonAsync("list", "--limit", "4", "--after", "6")).GetProperty("records").EnumerateArray())
        {
            var (id, path) = (record.GetProperty("id").GetString()!, record.GetProperty("path").GetString()!);
            var part = id.Contains('#', StringComparison.Ordinal) ? id[id.IndexOf('#', StringComparison.Ordinal)..] : "";
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(samples.Out, $"{path}{part}.record.json")), (await samples.RunAsync("show", id, "--record")).Output);
        }
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
