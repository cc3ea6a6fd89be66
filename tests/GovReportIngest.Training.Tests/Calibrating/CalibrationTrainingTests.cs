using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;
using GovReportIngest.Training.Calibrating;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Training.Tests.Calibrating;

public sealed class CalibrationTrainingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("calibrating");

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<LabelledField> Fields(string[] against, int fields, int wrong, string condition = "scan300", string kind = "number") =>
        Enumerable.Range(0, fields).Select(i => new LabelledField(condition, $"corpus/report-{i % 20:D4}", new(kind, against), i >= wrong, false));

    [Fact]
    public void A_fit_recovers_the_rates_of_its_fields()
    {
        var trust = CalibrationTraining.Fit([.. Fields([], 20_000, 20), .. Fields(["pale-ink"], 4_000, 40), .. Fields(["specks"], 1_000, 100), .. Fields(["pale-ink", "specks"], 1_000, 526)]);

        Assert.InRange(trust.Of(new("number", []))!.Value, 0.9985m, 0.9995m);
        Assert.InRange(trust.Of(new("number", ["pale-ink"]))!.Value, 0.985m, 0.993m);
        Assert.InRange(trust.Of(new("number", ["specks"]))!.Value, 0.87m, 0.92m);
        Assert.InRange(trust.Of(new("number", ["pale-ink", "specks"]))!.Value, 0.4m, 0.6m);
    }

    [Fact]
    public void A_ground_that_goes_with_right_fields_weighs_nothing_and_never_raises_the_probability()
    {
        var trust = CalibrationTraining.Fit([.. Fields([], 1_000, 100), .. Fields(["no-vote"], 1_000, 0)]);

        Assert.Equal(0, trust.Against["no-vote"]);
        Assert.Equal(trust.Of(new("number", [])), trust.Of(new("number", ["no-vote"])));
    }

    [Fact]
    public void What_reviewers_accepted_is_fitted_on_and_measured_on_other_documents_and_models_in_force_stay()
    {
        var models = Repository.PathOf("models");
        var before = File.ReadAllBytes(Path.Combine(models, "calibration.json"));
        using var log = new StringWriter();
        ReviewedCalibration.Run(models, folder.FullName, [.. Enumerable.Range(0, 10).Select(Reviewed)], [.. Enumerable.Range(10, 4).Select(Reviewed)], log);

        Assert.Matches("(?s)before, on documents that are held out.*after, on the same.*4 documents, 800 fields", log.ToString());
        Assert.InRange(Calibration.Load(Path.Combine(folder.FullName, "calibration.json")).Scans!.Of(new("number", ["specks"]))!.Value, 0.8m, 0.97m);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(models, "calibration.json")));

        ReviewedCalibration.Run(models, folder.FullName, [Reviewed(1)], [Reviewed(2)], log);
        Assert.Contains("1 scanned documents", log.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every tenth number has specks, and every tenth of these is wrong.</summary>
    private static ReviewedReading Reviewed(int document)
    {
        RecordField Field(int number, bool isTruth) => new()
        {
            State = FieldState.Printed, Value = new FieldValue.Number(number % 100 == 0 && !isTruth ? -1 : number), Probability = 0.99m, Grounds = new("number", number % 10 == 0 ? ["specks"] : []),
        };
        ReportRecord Record(bool isTruth) => TextReports.Ingest("") with { Fields = [.. Enumerable.Range(0, 200).Select(number => KeyValuePair.Create($"table.row.{number}", Field(number, isTruth)))] };
        return new($"{document}", Record(false), Record(true), new HashSet<string>());
    }

    [Fact]
    public void The_order_of_the_fields_changes_nothing()
    {
        List<LabelledField> fields = [.. Fields([], 3_000, 3), .. Fields(["specks"], 300, 30), .. Fields(["pale-ink"], 300, 10, "fax")];
        var random = new Random(1);
        var (one, other) = (CalibrationTraining.Fit(fields), CalibrationTraining.Fit([.. fields.OrderBy(_ => random.Next())]));

        Assert.Equal(one.OpenBelow, other.OpenBelow);
        Assert.Equal(one.Kinds, other.Kinds);
        Assert.Equal(one.Against, other.Against);
    }

    [Fact]
    public void What_is_silent_stays_within_the_bar_in_every_condition()
    {
        List<LabelledField> fields = [.. Fields([], 9_000, 0), .. Fields(["specks"], 400, 4), .. Fields([], 9_000, 0, "fax"), .. Fields(["pale-ink"], 400, 20, "fax")];
        var trust = CalibrationTraining.Fit(fields);

        Assert.All(CalibrationTraining.Measure(trust, fields), score => Assert.InRange(score.SilentBound, 0, ReviewThreshold.Bar));
        Assert.True(trust.Of(new("number", [])) >= trust.OpenBelow);
    }

    [Fact]
    public void A_ground_of_few_documents_is_not_judged()
    {
        var rare = Fields(["specks"], 500, 0).Select(field => field with { Document = "corpus/report-0001" });

        Assert.Null(CalibrationTraining.Fit([.. Fields([], 1_000, 1), .. rare]).Of(new("number", ["specks"])));
    }

    [Fact]
    public void The_same_corpora_give_the_same_file_and_its_card()
    {
        WriteCorpus("fit", 12);
        WriteCorpus("test", 3);
        var (first, second) = (Train("one"), Train("two"));

        Assert.Equal(first, second);
        Assert.Contains("\"scans\"", first, StringComparison.Ordinal);
        Assert.Contains("\"file\": \"calibration.json\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_without_grounds_is_refused_with_the_remedy()
    {
        var error = Assert.Throws<InvalidDataException>(() => LabelledScans.Read(folder.FullName));

        Assert.Contains("--grounds", error.Message, StringComparison.Ordinal);
    }

    private string Train(string models)
    {
        var target = folder.CreateSubdirectory(models).FullName;
        File.WriteAllText(Path.Combine(target, "calibration.json"), """{"schema": "govreport.calibration/1"}""");
        CalibrationTraining.Run(target, [Path.Combine(folder.FullName, "fit")], [Path.Combine(folder.FullName, "test")], onlyMeasures: false, TextWriter.Null);
        return File.ReadAllText(Path.Combine(target, "calibration.json")) + File.ReadAllText(Path.Combine(target, "manifest.json"));
    }

    private void WriteCorpus(string name, int documents)
    {
        var corpus = folder.CreateSubdirectory(name);
        using var grounds = new StreamWriter(Path.Combine(corpus.FullName, "grounds.jsonl"));
        for (var i = 0; i < documents; i++)
        {
            var document = $"scan300/report-{i:D4}.pdf";
            var truth = Enumerable.Range(0, 50).Select(row => $"\"requests.r{row}.total\": {{\"state\": \"printed\", \"value\": {row}}}");
            RecordFiles.WriteAtomically(Path.Combine(corpus.FullName, "expected", document + ExpectedJson.Suffix),
                System.Text.Encoding.UTF8.GetBytes($"{{\"schema\": \"{ExpectedJson.SchemaId}\", \"fields\": {{{string.Join(',', truth)}}}}}"));
            for (var row = 0; row < 50; row++)
                grounds.Write(GroundsJson.Line(new(document, 1, $"requests.r{row}.total", FieldState.Printed, new FieldValue.Number(row == 7 ? 1 : row),
                    0.9m, false, new("number", row is 7 or 8 ? ["pale-ink"] : []))));
        }
    }
}
