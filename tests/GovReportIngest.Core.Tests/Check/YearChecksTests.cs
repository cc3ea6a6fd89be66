using System.Text;
using System.Text.Json;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Check;

public sealed class YearChecksTests
{
    private const string Over = "requests.carried_over.total";
    private const string Forward = "requests.carried_forward.total";

    [Fact]
    public void What_was_carried_over_is_what_the_year_before_carried_forward()
    {
        var checks = Of(Report("甲局", 2022, (Forward, 7)), Report("甲局", 2023, (Over, 7)));
        Assert.Equal((1, 1, 1), (checks.Agencies, checks.Pairs, checks.Held));
        Assert.Empty(checks.Findings);
    }

    [Fact]
    public void A_difference_is_found_with_both_records()
    {
        var finding = Assert.Single(Of(Report("甲局", 2022, (Forward, 7)), Report("甲局", 2023, (Over, 8))).Findings);
        Assert.Equal("requests.carried_from_previous[total]", finding.Check.Id);
        Assert.Equal((8m, 7m), (finding.Check.Left, finding.Check.Right));
        Assert.Equal([Over, "previous." + Forward], finding.Check.Fields);
        Assert.Equal(("2023", "2022"), (finding.Report.Name, finding.Previous.Name));
    }

    [Fact]
    public void Files_in_force_follow_from_those_of_the_year_before()
    {
        const string Row = "proactive_disclosure.normative_documents.";
        var before = Report("甲局", 2022, (Row + "in_force", 10));
        Assert.Empty(Of(before, Report("甲局", 2023, (Row + "issued", 3), (Row + "repealed", 1), (Row + "in_force", 12))).Findings);
        var finding = Assert.Single(Of(before, Report("甲局", 2023, (Row + "issued", 3), (Row + "repealed", 1), (Row + "in_force", 11))).Findings);
        Assert.Equal(CheckSeverity.Warning, finding.Check.Severity);
    }

    [Fact]
    public void Other_agencies_years_apart_and_unknown_figures_say_nothing()
    {
        var checks = Of(Report("甲局", 2020, (Forward, 1)), Report("甲局", 2022, (Forward, 2)), Report("乙局", 2023, (Over, 9)), Report("甲局", 2023));
        Assert.Equal(1, checks.Pairs);
        Assert.Empty(checks.Findings);
        Assert.True(checks.Unknown > 0);
    }

    [Fact]
    public void The_same_report_in_two_files_is_one()
    {
        var checks = Of(Report("甲局", 2022, (Forward, 1)), Report("甲局", 2022, (Forward, 1)), Report("甲局", 2023, (Over, 9)));
        Assert.Single(checks.Findings);
        Assert.Empty(checks.Clashes);
    }

    [Fact]
    public void Two_records_for_one_year_that_differ_are_compared_with_none()
    {
        var checks = Of(Report("甲局", 2022, (Forward, 1)), Report("甲局", 2022, (Forward, 2)), Report("甲局", 2023, (Over, 9)));
        Assert.Empty(checks.Findings);
        Assert.Equal(2022, Assert.Single(checks.Clashes).Year);
    }

    [Fact]
    public void Json_says_where_both_figures_are_printed()
    {
        var checks = Of(Report("甲局", 2022, (Forward, 7)), Report("甲局", 2023, (Over, 8)));
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(YearChecksJson.Write(checks, ["x"])));
        var fields = json.RootElement.GetProperty("findings")[0].GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(["2023", "2022"], fields.Select(field => field.GetProperty("record").GetString()));
        Assert.Equal(["8", "7"], fields.Select(field => field.GetProperty("printed").GetString()));
        Assert.All(fields, field => Assert.Equal(1, field.GetProperty("evidence").GetArrayLength()));
    }

    private static YearChecks Of(params YearReport[] reports) => YearChecks.Of(reports, SampleReports.Library);

    private static YearReport Report(string agency, int year, params (string Path, decimal Amount)[] fields) =>
        new(FormattableString.Invariant($"{year}"), agency, year, SampleReports.Form.Id, [], fields.ToDictionary(field => field.Path, field => new RecordField
        {
            State = FieldState.Printed,
            Value = new FieldValue.Number(field.Amount),
            Printed = FormattableString.Invariant($"{field.Amount}"),
            Probability = 0.999m,
            Review = ReviewState.None,
            Evidence = [new Core.Document.Evidence.InText(1, 1, 1)],
        }));
}
