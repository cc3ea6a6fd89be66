using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Overlay;
using GovReportIngest.Reading;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests;

/// <summary>The samples with a text layer, from bytes to records, against their truth.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("samples");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("text", 8, "flattened.txt: report.agency")]
    [InlineData("pdf", 10)]
    [InlineData("html", 3)]
    [InlineData("docx", 2)]
    public async Task Every_sample_is_exact_and_nothing_is_open_without_cause(string group, int fewest, params string[] open)
    {
        await IngestAsync(group, "out");

        var score = await ScoreAsync(group, "out");

        Assert.True(score.Documents >= fewest, $"only {score.Documents} documents");
        Assert.Equal((0, score.Documents), (score.Absent, score.FormsRight));
        Assert.Equal((score.All.Fields, 0), (score.All.Exact, score.All.SilentWrong));
        Assert.Equal((score.Documents, score.Documents), (score.Outlines, score.OutlinesExact));
        Assert.Equal(3 * score.Documents, score.TablesExact);
        Assert.Equal(0, score.CharacterErrors);
        Assert.True(score.ViolationsFound > 0, "a broken sum must be among the samples");
        Assert.Equal((0, 0), (score.ViolationsMissed, score.ViolationsInvented));
        Assert.Equal(open, OpenIn(group, "out"));
        Assert.Equal(score.Documents - open.Length, score.NothingOpen);
    }

    [Fact]
    public async Task The_same_sources_give_the_same_bytes_and_another_run_finds_them_current()
    {
        await IngestAsync("text", "first");
        var engine = await IngestAsync("text", "second");

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.FullName, "first", "text")))
        {
            var other = Path.Combine(folder.FullName, "second", "text", Path.GetFileName(file));
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(other));
            var record = RecordJson.Read(File.ReadAllBytes(file));
            var hashes = Library.Forms.Select(form => form.Hash).ToList();
            Assert.NotNull(await ExistingRecord.FindCurrentAsync(file, record.Source.Sha256, engine, hashes, default));
            Assert.Null(await ExistingRecord.FindCurrentAsync(file, record.Source.Sha256, engine with { Version = "0" }, hashes, default));
            Assert.Null(await ExistingRecord.FindCurrentAsync(file, new string('0', 64), engine, hashes, default));
            Assert.Null(await ExistingRecord.FindCurrentAsync(file, record.Source.Sha256, engine, [], default));
        }
    }

    [Fact]
    public async Task Pictures_of_every_page_change_no_byte_of_the_record()
    {
        var calibration = Calibration.Load(Repository.PathOf("models", "calibration.json"));
        var pipeline = new IngestPipeline(
            new DocumentReader(new ReadingOptions()), new LayoutAnalyzer(), new FormMatcher(Library),
            new ReportInterpreter(TextReports.Outlines), new RecordChecker(calibration), new() { Version = "1.0.0" });
        var entry = new SourceCollector().Discover([Repository.PathOf("samples", "inbox", "pdf", "landscape-dense.pdf")])[0];
        var (document, _) = await SourceHasher.HashAsync(entry, default);
        var pictures = new List<PagePicture>();

        var plain = Assert.Single(await pipeline.IngestAsync(document!, default));
        var drawn = Assert.Single(await pipeline.IngestAsync(document!, pictures.Add, default));

        Assert.Equal(RecordJson.Write(plain), RecordJson.Write(drawn));
        Assert.Equal([.. plain.Pages.Select(page => page.SourcePage)], pictures.Select(picture => picture.SourcePage));
        Assert.All(pictures, picture => Assert.True(picture.Png?.Length > 10_000));
    }

    private List<string> OpenIn(string group, string output)
    {
        var open = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.FullName, output, group), "*.record.json").Order(StringComparer.Ordinal))
        {
            var record = RecordJson.Read(File.ReadAllBytes(file));
            open.AddRange(record.Review.Select(item => $"{record.Source.Path}: {item.Reason}"));
            open.AddRange(record.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => $"{record.Source.Path}: {field.Key}"));
        }

        return open;
    }

    private static FormLibrary Library { get; } = FormLibrary.Load(Repository.PathOf("models", "forms"));

    private async Task<EngineVersions> IngestAsync(string group, string output)
    {
        var calibration = Calibration.Load(Repository.PathOf("models", "calibration.json"));
        var engine = new EngineVersions { Version = "1.0.0", CalibrationModel = calibration.Hash, Poppler = "any" };
        var pipeline = new IngestPipeline(
            new DocumentReader(new ReadingOptions()), new LayoutAnalyzer(), new FormMatcher(Library),
            new ReportInterpreter(TextReports.Outlines), new RecordChecker(calibration), engine);
        foreach (var entry in new SourceCollector().Discover([Repository.PathOf("samples", "inbox", group)]))
        {
            var (document, problem) = await SourceHasher.HashAsync(entry, default);
            Assert.Null(problem);
            foreach (var record in await pipeline.IngestAsync(document!, default))
            {
                var path = Path.Combine(folder.FullName, output, group, RecordFiles.RelativePathOf(entry.Path, document!.Sha256, record.Source.Part));
                RecordFiles.WriteAtomically(path, RecordJson.Write(record));
            }
        }

        return engine;
    }

    private async Task<GroupScore> ScoreAsync(string group, string output) =>
        (await Evaluation.EvaluateAsync(Repository.PathOf("samples", "expected", group), Path.Combine(folder.FullName, output, group), default)).Groups[0];
}
