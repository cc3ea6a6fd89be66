using System.Text.Json;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Batches;

public sealed class EstimateTests
{
    [Fact]
    public async Task An_estimate_reads_a_small_collection_whole_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "out");

        var result = await GovReport.RunAsync("ingest", Repository.PathOf("samples", "inbox", "text"), "--estimate", "--json", "--out", output, "--workers", "3");

        Assert.True(result.ExitCode == 0, $"{result}");
        var estimate = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(("govreport.estimate/1", 3, false), (estimate.GetProperty("schema").GetString(), estimate.GetProperty("workers").GetInt32(), estimate.GetProperty("isLowerBound").GetBoolean()));
        Assert.True(estimate.GetProperty("documents").GetInt32() >= 5);
        Assert.Equal(estimate.GetProperty("documents").GetInt32(), estimate.GetProperty("sampled").GetInt32());
        Assert.InRange(estimate.GetProperty("cpuSeconds").GetProperty("likely").GetDecimal(), 0.01m, 60);
        Assert.False(Directory.Exists(output));
    }

    [Theory]
    [InlineData("ingest", ".")]
    [InlineData("ingest", "--estimate")]
    public async Task Without_a_folder_for_records_or_anything_to_read_nothing_is_begun(params string[] arguments)
    {
        var result = await GovReport.RunAsync([.. arguments, "--lang", "en"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Complaints);
    }
}
