using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Tests.Interpret.Figures;
using GovReportIngest.TestKit;
using GovReportIngest.TestKit.Figures;

namespace GovReportIngest.Core.Tests.Interpret.Narrative;

/// <summary>What running text says about the figures of a table.</summary>
public sealed class NarrativeTests
{
    private const string Received = "requests.narrative[new_received.total]";

    [Theory]
    [InlineData("2016年收到政府信息公开申请{0}件，均按期答复。", CheckOutcome.Holds)]
    [InlineData("本年共收到政府信息公开申请 {0} 件，其中网上申请1件。", CheckOutcome.Holds)]
    [InlineData("本年收到网上申请1件，信函申请2件。", null)]
    [InlineData("2015年收到政府信息公开申请9件。", null)]
    [InlineData("与2015年相比有变化，2015年收到申请9件；本年收到政府信息公开申请{0}件。", CheckOutcome.Holds)]
    [InlineData("《条例》施行以来累计收到政府信息公开申请99件。", null)]
    [InlineData("第三季度收到申请1件。", null)]
    [InlineData("本年收到政府信息公开申请{1}件。", CheckOutcome.Violated)]
    [InlineData("本年收到\n政府信息公开申请{1}件。", CheckOutcome.Violated)]
    [InlineData("本年未收到政府信息公开申请。", CheckOutcome.Violated)]
    [InlineData("长乐县档案局（长乐县地方志编纂委员会）本年工作有序。", null)]
    [InlineData("本年未收到行政复议申请。", null)]
    public void A_statement_is_checked_if_it_speaks_of_the_whole_of_this_year(string text, CheckOutcome? expected)
    {
        var file = new MadeFigures("cn-gov-disclosure-annual/2021", 5).Make();
        var total = file.Cells["requests.new_received.total"]!.Value;
        Assert.NotEqual(0, total);

        var record = Ingest(file, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, total, total + 1));

        Assert.Equal(expected, record.Checks.SingleOrDefault(check => check.Id == Received)?.Outcome);
    }

    [Fact]
    public void A_conflict_shows_both_places_and_opens_nothing()
    {
        var file = new MadeFigures("cn-gov-disclosure-annual/2021", 5).Make();
        var record = Ingest(file, "本年收到政府信息公开申请99999件。");

        var check = record.Checks.Single(check => check.Id == Received);
        Assert.Equal((99999m, file.Cells["requests.new_received.total"]), (check.Left, check.Right));
        Assert.Equal(new Evidence.InText(5, 3, 16), Assert.Single(check.Evidence));
        var field = record.Fields.Single(field => field.Key == Assert.Single(check.Fields)).Value;
        Assert.Equal(ReviewState.None, field.Review);
        Assert.NotEmpty(field.Evidence);
    }

    [Fact]
    public void Real_figures_agree_with_text_that_says_the_same_and_planted_conflicts_are_found()
    {
        foreach (var file in FigureFile.Ids.Select(FigureFile.Load))
        {
            var path = file.Form.Narrative.First(rule => rule.Path.Contains("re", StringComparison.Ordinal) && rule.Denies.Count > 0).Path;
            var agreed = file.Cells[path] is > 0 and var count ? $"本年收到政府信息公开申请{count}件。" : "本年未收到政府信息公开申请。";
            Assert.Empty(Violated(file, agreed + $"{file.Year - 1}年收到申请12345件。"));
        }

        Assert.Equal([Received], Violated(FigureFile.Load("pingtan_2022"), "2022年收到政府信息公开申请75件，其中自然人72件，社会公益组织3件。"));
        Assert.Equal(["appendix.narrative[proactive_total.year]", "appendix.narrative[admin_review.year]"],
            Violated(FigureFile.Load("fj_pingtan_zone_2013"), "2013年主动公开政府信息4970条。行政复议1件，行政诉讼0件。"));
    }

    private static IEnumerable<string> Violated(FigureFile file, string narrative) => Ingest(file, narrative).Checks
        .Where(check => check.Outcome is CheckOutcome.Violated && check.Id.Contains(".narrative[", StringComparison.Ordinal)).Select(check => check.Id);

    private static ReportRecord Ingest(FigureFile file, string narrative) =>
        TextReports.Ingest(new FigureLayout(file, Mess.Tabs, "/", seed: 1) { Narrative = narrative }.Write());
}
