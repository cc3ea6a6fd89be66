using GovReportIngest.Core.Collect;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests.Interop;

[Collection(nameof(MemoryAlone))]
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
            using var reader = new DocumentReader(new());
            var source = new SourceDocument { Path = "a.pdf", Files = [path], Sha256 = "", Bytes = 0 };
            await ResidentMemory.AssertSteadyAsync(Rounds, async () =>
            {
                await using var document = await reader.OpenAsync(source, CancellationToken.None);
                await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
                    Assert.True(page.Words.Count > 0 && page.Rulings.Count > 0);
            });
        }
        finally
        {
            File.Delete(path);
        }
    }
}
