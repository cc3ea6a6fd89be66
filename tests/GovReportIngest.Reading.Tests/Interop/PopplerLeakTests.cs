using GovReportIngest.Core.Collect;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests.Interop;

/// <summary>Resident memory is that of the process, so that nothing else may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "resident memory of Poppler";
}

[Collection(AloneInTheProcess.Name)]
public sealed class PopplerLeakTests
{
    /// <summary>The house's full count with GOVREPORT_LONG=1; a fifteenth shows a leak of a page or surface too.</summary>
    private static readonly int Rounds = Environment.GetEnvironmentVariable("GOVREPORT_LONG") == "1" ? 20_000 : 1_200;

    [Fact]
    public async Task Opening_reading_and_closing_documents_again_and_again_keeps_memory()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, HandWrittenPdf.Page("0.5 w 100 742 m 300 742 l S BT /F 12 Tf 50 700 Td (12 and more text) Tj ET"));
            await RunAsync(path, Rounds / 2);
            var half = ResidentBytes();
            await RunAsync(path, Rounds / 2);

            Assert.InRange(ResidentBytes(), 0, half * 1.05 + 4_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task RunAsync(string path, int rounds)
    {
        using var reader = new DocumentReader(new());
        var source = new SourceDocument { Path = "a.pdf", Files = [path], Sha256 = "", Bytes = 0 };
        for (var round = 0; round < rounds; round++)
        {
            await using var document = await reader.OpenAsync(source, CancellationToken.None);
            await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
                Assert.True(page.Words.Count > 0 && page.Rulings.Count > 0);
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var line = File.ReadLines("/proc/self/status").First(status => status.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line["VmRSS:".Length..^"kB".Length].Trim(), System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }
}
