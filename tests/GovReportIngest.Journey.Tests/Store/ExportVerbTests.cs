using System.Security.Cryptography;
using System.Text.Json;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>What <c>export</c> writes of a store.</summary>
public sealed class ExportVerbTests(StoredSamples samples) : IClassFixture<StoredSamples>
{
    [Theory]
    [InlineData("csv")]
    [InlineData("csv-wide")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    [InlineData("xlsx")]
    [InlineData("log")]
    public async Task Every_format_is_a_file_with_a_manifest_that_names_its_hash_and_origin(string format)
    {
        var path = Path.Combine(samples.Folder, $"all.{format}");
        var run = await samples.RunAsync("export", "--format", format, "--out", path, "--lang", "en");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("10 reports", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 question about them waits for review", run.Output, StringComparison.Ordinal);

        var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(path + ".manifest.json")).RootElement;
        Assert.Equal(("govreport.export/1", format, 10), (manifest.GetProperty("schema").GetString(), manifest.GetProperty("format").GetString(), manifest.GetProperty("reports").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))), manifest.GetProperty("sha256").GetString());
        Assert.All(manifest.GetProperty("madeBy").EnumerateArray(), part => Assert.Contains("form=", part.GetProperty("engine").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_gives_a_token_with_which_the_next_one_has_nothing_more()
    {
        async Task<JsonElement> DeliverAsync(string since, string name) =>
            await samples.JsonAsync("export", "--format", "csv", "--changed-since", since, "--out", Path.Combine(samples.Folder, name));
        var first = await DeliverAsync("start", "delivery-1");
        var second = await DeliverAsync(first.GetProperty("token").GetString()!, "delivery-2");

        Assert.Equal(("govreport.delivery/1", 10, 0), (first.GetProperty("schema").GetString(), first.GetProperty("upserts").GetInt32(), second.GetProperty("upserts").GetInt32()));
        foreach (var (options, told) in ((string[], string)[])[(["--changed-since", "nothing", "--format", "csv"], "does not know this token"),
            (["--changed-since", "start", "--format", "xlsx"], "csv and jsonl"), (["--changed-since", "start", "--format", "csv", "1"], "not of single ones"), (["--changed-since", first.GetProperty("token").GetString()!, "--year", "2023", "--format", "csv"], "other filters")])
        {
            var refused = await samples.RunAsync("export", [.. options, "--out", Path.Combine(samples.Folder, "refused"), "--lang", "en"]);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains(told, refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_figure_is_followed_with_the_place_of_every_value_and_drawn()
    {
        var chart = Path.Combine(samples.Folder, "series.svg");
        var series = await samples.JsonAsync("series", "--concept", "requests-received", "--svg", chart);
        var point = series.GetProperty("agencies")[0].GetProperty("points")[0];

        Assert.Equal("govreport.series/1", series.GetProperty("schema").GetString());
        Assert.NotEmpty(point.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("printed").GetString()));
        Assert.StartsWith("<svg ", await File.ReadAllTextAsync(chart), StringComparison.Ordinal);
        Assert.Equal("govreport.concepts/1", (await samples.JsonAsync("series")).GetProperty("schema").GetString());
        var unknown = await samples.RunAsync("series", "--concept", "happiness", "--lang", "en");
        Assert.Equal((2, true), (unknown.ExitCode, unknown.ToString().Contains("There is no concept happiness", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Filters_ids_and_standard_output_choose_what_is_written_and_where()
    {
        Assert.Equal(2, Lines((await samples.RunAsync("export", "1", "2#1", "--format", "jsonl", "--out", "-")).Output));
        var listed = (await samples.JsonAsync("list", "--year", "2023")).GetProperty("records").GetArrayLength();
        Assert.Equal(listed, Lines((await samples.RunAsync("export", "--year", "2023", "--format", "jsonl", "--out", "-")).Output));
        var folder = Path.Combine(samples.Folder, "each") + "/";
        Assert.Equal(0, (await samples.RunAsync("export", "--format", "markdown", "--out", folder)).ExitCode);
        Assert.Equal(10, Directory.GetFiles(folder, "*.md").Length);
        var none = await samples.RunAsync("export", "--year", "1999", "--format", "csv", "--out", folder + "none.csv", "--lang", "en");
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("govreport list", none.Complaints, StringComparison.Ordinal);
        Assert.False(File.Exists(folder + "none.csv"));
    }

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
