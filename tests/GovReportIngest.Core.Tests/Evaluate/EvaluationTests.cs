using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Tests.Check;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Evaluate;

public sealed class EvaluationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("evaluate");

    public void Dispose() => folder.Delete(recursive: true);

    private const string Upheld = "review_litigation.review.upheld";

    private async Task<EvaluationReport> Evaluate(Func<FieldReading, FieldReading> change, Func<ReportRecord, ReportRecord>? edit = null)
    {
        var figures = SampleReports.Figures(1);
        figures["proactive_disclosure.coercion.decisions"] = 0;
        var report = SampleReports.Interpret(figures, change);
        var record = new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json")))
            .Check(report, [SampleReports.Page(PageReading.Text)], [], SampleReports.Source, SampleReports.Engine);
        record = edit?.Invoke(record) ?? record;
        RecordFiles.WriteAtomically(Path.Combine(folder.FullName, "out/text/a.txt.record.json"), RecordJson.Write(record));
        var fields = figures.Select(figure => FormattableString.Invariant($"\"{figure.Key}\": {{\"state\": \"printed\", \"value\": {figure.Value}}}"));
        var truth = $$"""
            {"schema": "govreport.expected/1", "form": "cn-gov-disclosure-annual/2021", "fields": { {{string.Join(',', fields)}} },
             "outline": [[1, "总体情况"], [2, "别的"]], "text": ["某局2023年政府信息公开工作年度报告一、总体情况一段花。"], "violations": []}
            """;
        RecordFiles.WriteAtomically(Path.Combine(folder.FullName, "truth/text/a.txt.expected.json"), System.Text.Encoding.UTF8.GetBytes(truth));
        return await Evaluation.EvaluateAsync(Path.Combine(folder.FullName, "truth"), Path.Combine(folder.FullName, "out"), default);
    }

    [Fact]
    public async Task An_exact_record_scores_every_field_over_all_and_over_those_not_zero()
    {
        var report = await Evaluate(field => field);

        Assert.Equal(["all", "text"], report.Groups.Select(group => group.Name));
        var score = report.Groups[1];
        Assert.Equal(new(200, 200, 0, 0), score.All);
        Assert.Equal(new(199, 199, 0, 0), score.NonZero);
        Assert.Equal((3, 3, 1, 0), (score.Tables, score.TablesExact, score.NothingOpen, score.Absent));
        Assert.Equal((2, 1, 1, 0), (score.HeadingsExpected, score.HeadingsFound, score.HeadingsRight, score.OutlinesExact));
        Assert.Equal((1, 27), (score.CharacterErrors, score.Characters));
        Assert.Equal(200, score.Calibration.Sum(bin => bin.Exact));
        Assert.Empty(report.Mistakes);
    }

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(true, 1, 0)]
    public async Task A_wrong_value_is_silent_only_where_nothing_is_open(bool isDoubted, int flagged, int silent)
    {
        var report = await Evaluate(field => field.Path == Upheld
            ? field with { Value = new FieldValue.Number(9999), Doubts = isDoubted ? ["ambiguous-fused"] : [] } : field);

        Assert.Equal(new(200, 199, flagged, silent), report.Groups[0].All);
        Assert.Equal((2, 1), (report.Groups[0].TablesExact, report.Groups[0].ViolationsInvented));
        var mistake = Assert.Single(report.Mistakes);
        Assert.Equal((Upheld, "9999", !isDoubted), (mistake.Path, mistake.Found, mistake.IsSilent));
        Assert.Contains(isDoubted ? "open" : "SILENT", EvaluationText.ToPlainText(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibration_is_measured_by_group_with_its_silent_errors()
    {
        await Evaluate(field => field.Path == Upheld ? field with { Value = new FieldValue.Number(9999) } : field);

        var scores = await Evaluation.EvaluateCalibrationAsync(Path.Combine(folder.FullName, "truth"), Path.Combine(folder.FullName, "out"), default);

        Assert.Equal(["all", "text"], scores.Select(score => score.Name));
        Assert.All(scores, score => Assert.Equal((200, 1, 0), (score.Fields, score.SilentWrong, score.Flagged)));
    }

    [Fact]
    public async Task A_state_or_an_absent_field_counts_as_wrong_as_a_value()
    {
        var blank = await Evaluate(field => field.Path == Upheld ? field with { State = FieldState.Blank, Value = null } : field);
        var absent = await Evaluate(field => field, record => record with { Fields = [.. record.Fields.Where(field => field.Key != Upheld)] });

        Assert.Equal(1, blank.Groups[0].All.SilentWrong);
        Assert.Equal(1, absent.Groups[0].All.SilentWrong);
    }

    [Fact]
    public async Task Without_a_record_every_field_is_silently_wrong()
    {
        await Evaluate(field => field);
        var report = await Evaluation.EvaluateAsync(Path.Combine(folder.FullName, "truth"), Path.Combine(folder.FullName, "nothing"), default);

        Assert.Equal(new(200, 0, 0, 200), report.Groups[0].All);
        Assert.Equal(1, report.Groups[0].Absent);
        using var json = System.Text.Json.JsonDocument.Parse(EvaluationText.ToJson(report));
        Assert.Equal(200, json.RootElement.GetProperty("mistakes").GetArrayLength());
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("一二三四", "二三四五", 2)]
    public void The_edit_distance_is_the_least_number_of_changes(string a, string b, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(a, b));
        Assert.Equal(expected + 300, EditDistance.Between(a + new string('x', 300), b + new string('y', 300)));
    }
}
