using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Batches;

public sealed class DeterminismTests
{
    /// <summary>Every reader is among them; with GOVREPORT_LONG=1 all samples are.</summary>
    private static readonly string[] Few =
    [
        "pdf/hei-shaded.pdf", "pdf/kaiti-break.pdf", "pdf/sungti-spaced.pdf", "scan/hybrid.pdf", "scan/shaded-200/page2.jpg",
        "text/flattened.txt", "text/plain-gb18030.txt",
    ];

    [Fact]
    public async Task Records_are_the_same_bytes_on_one_worker_and_on_two_in_another_order()
    {
        using var folder = new TemporaryFolder();
        var sources = Sources().Select(source => Repository.PathOf("samples", "inbox", source)).ToList();
        var (first, second) = (Path.Combine(folder.Path, "first"), Path.Combine(folder.Path, "second"));

        var ends = await Task.WhenAll(
            GovReport.RunAsync(["ingest", .. sources, "--out", first, "--workers", "1"]),
            GovReport.RunAsync(["ingest", .. Enumerable.Reverse(sources), "--out", second, "--workers", "2"]));

        Assert.All(ends, end => Assert.True(end.ExitCode == 0, end.ToString()));
        var records = RecordsIn(first);
        Assert.True(records.Count >= sources.Count);
        Assert.Equal(records, RecordsIn(second));
        Assert.All(records, record => Assert.Equal(File.ReadAllText(Path.Combine(first, record)), File.ReadAllText(Path.Combine(second, record))));
    }

    private static List<string> RecordsIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.record.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static string[] Sources() => Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? Few : ["pdf", "scan", "text"];
}
