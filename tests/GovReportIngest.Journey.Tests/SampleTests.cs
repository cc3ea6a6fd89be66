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
using GovReportIngest.Reading;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests;

/// <summary>The samples with a text layer, from bytes to records, against their truth.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("samples");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_text_sample_is_exact_in_fields_outline_prose_and_findings()
    {
        await IngestAsync("text", "out");

        var score = await ScoreAsync("text", "out");

        Assert.True(score.Documents >= 5);
        Assert.Equal(score.All.Fields, score.All.Exact);
        Assert.Equal(score.Outlines, score.OutlinesExact);
        Assert.Equal(0, score.CharacterErrors);
        Assert.Equal((0, 0), (score.ViolationsMissed, score.ViolationsInvented));
    }

    [Fact]
    public async Task No_born_digital_sample_is_wrong_without_a_flag()
    {
        await IngestAsync("pdf", "out");

        var score = await ScoreAsync("pdf", "out");

        Assert.True(score.Documents >= 8);
        Assert.Equal(0, score.All.SilentWrong);
        Assert.Equal(0, score.ViolationsInvented);
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

    private static FormLibrary Library { get; } = FormLibrary.Load(Repository.PathOf("models", "forms"));

    private async Task<EngineVersions> IngestAsync(string group, string output)
    {
        var calibration = Calibration.Load(Repository.PathOf("models", "calibration.json"));
        var engine = new EngineVersions { Version = "1.0.0", CalibrationModel = calibration.Hash, Poppler = "any" };
        var pipeline = new IngestPipeline(
            new DocumentReader(new ReadingOptions()), new LayoutAnalyzer(), new FormMatcher(Library),
            new ReportInterpreter(new OutlineBuilder()), new RecordChecker(calibration), engine);
        foreach (var entry in new SourceCollector().Discover([Repository.PathOf("samples", "inbox", group)]))
        {
            var (document, problem) = await SourceHasher.HashAsync(entry, default);
            Assert.Null(problem);
            var record = await pipeline.IngestAsync(document!, default);
            var path = Path.Combine(folder.FullName, output, group, RecordFiles.RelativePathOf(entry.Path, document!.Sha256));
            RecordFiles.WriteAtomically(path, RecordJson.Write(record));
        }

        return engine;
    }

    private async Task<GroupScore> ScoreAsync(string group, string output) =>
        (await Evaluation.EvaluateAsync(Repository.PathOf("samples", "expected", group), Path.Combine(folder.FullName, output, group), default)).Groups[0];
}
