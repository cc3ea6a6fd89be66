using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Reading;
using GovReportIngest.TestKit;

namespace GovReportIngest.Cli.Tests.Ingest;

public sealed class DocumentIngestTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("document-ingest");
    private readonly DocumentReader reader = new(new());

    public void Dispose()
    {
        reader.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_read_is_rejected_and_read_by_the_next_run()
    {
        var report = Path.Combine(folder.FullName, "report.txt");
        File.WriteAllText(report, "一、总体情况\n");

        var first = await IngestAsync(report, new Meddling(reader, () => File.AppendAllText(report, "全年没有收到申请。\n")));
        var second = await IngestAsync(report, reader);

        Assert.Equal((Outcome.Rejected, "changed"), (first.Record.Outcome, Assert.Single(first.Record.Problems).Category));
        Assert.Equal((Outcome.NeedsReview, false), (second.Record.Outcome, second.WasSkipped));
    }

    [Fact]
    public async Task A_fault_of_the_program_rejects_the_document_and_says_where_it_was()
    {
        var report = Path.Combine(folder.FullName, "report.txt");
        File.WriteAllText(report, "一、总体情况\n");

        var result = await IngestAsync(report, new Meddling(reader, () => throw new FormatException("secret text")));

        var problem = Assert.Single(result.Record.Problems);
        Assert.Equal((Outcome.Rejected, DocumentJourney.Fault), (result.Record.Outcome, problem.Category));
        Assert.Contains(nameof(FormatException), problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    private async Task<DocumentResult> IngestAsync(string file, IDocumentReader documents)
    {
        var forms = FormLibrary.Load(Repository.PathOf("models", "forms"));
        var engine = new EngineVersions { Version = "1.0.0" };
        var pipeline = new IngestPipeline(
            documents, new LayoutAnalyzer(), new FormMatcher(forms), new ReportInterpreter(TextReports.Outlines),
            new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json"))), engine);
        var settings = new IngestSettings
        {
            Paths = [file], Out = Path.Combine(folder.FullName, "out"), Limits = new(), DocumentPer = DocumentPer.Auto,
        };
        return Assert.Single(await new DocumentIngest(pipeline, engine, [], settings, TimeProvider.System).RunAsync(new SourceCollector().Discover([file])[0], default));
    }

    /// <summary>Does something else before it opens a document.</summary>
    private sealed class Meddling(IDocumentReader inner, Action act) : IDocumentReader
    {
        public Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
        {
            act();
            return inner.OpenAsync(source, cancellation);
        }
    }
}
