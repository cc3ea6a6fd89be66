using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Batches;

public sealed class InterruptionTests
{
    private const int Interrupted = 130;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interrupted_batch_leaves_whole_records_only_and_no_worker(bool isByCtrlC)
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "out");
        using var run = GovReport.Start(
            "ingest", Repository.PathOf("samples", "inbox", "scan", "office-300.pdf"), Repository.PathOf("samples", "inbox", "text"),
            "--out", output, "--workers", "2", "--lang", "en");
        // One worker reads the scan for seconds; the other has finished a text.
        IReadOnlyList<int> workers = [];
        await run.ActWhenAsync(() => Directory.Exists(output) && Directory.EnumerateFiles(output, "*.txt.record.json").Any(), () =>
        {
            workers = run.Children();
            if (isByCtrlC)
                run.Interrupt();
            else
                run.Terminate();
        });
        var end = await run.EndAsync();

        Assert.True(end.ExitCode == Interrupted, end.ToString());
        Assert.StartsWith("govreport: Interrupted.", end.Complaints, StringComparison.Ordinal);
        Assert.NotEmpty(workers);
        Assert.DoesNotContain(workers, GovReport.IsAlive);
        var files = Directory.GetFiles(output, "*", SearchOption.AllDirectories);
        Assert.All(files, file => Assert.Empty(RecordJson.Read(File.ReadAllBytes(file)).Problems));
        Assert.DoesNotContain(files, file => file.Contains("office-300", StringComparison.Ordinal));
    }
}
