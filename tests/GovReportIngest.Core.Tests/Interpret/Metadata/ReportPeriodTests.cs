using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Metadata;

/// <summary>The period of the figures as the text states it, in the words of many reports.</summary>
public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("本报告所列数据的统计期限自2023年1月1日起至12月31日止。")]
    [InlineData("统计期限自2023年1月1日至2023年12月31日。")]
    [InlineData("本报告中所列数据统计期限为 2023 年 1 月 1 日至 2023 年 12 月 31 日。")]
    [InlineData("数据统计时段为2023年全年。")]
    [InlineData("统计时间：2023年1月1日—12月31日。")]
    [InlineData("所列数据的统计期限从２０２３年１月１日起，至当年１２月３１日止。")]
    [InlineData("统计期间为二〇二三年一月一日至十二月三十一日。")]
    [InlineData("统计期限为2023年1月至12月。")]
    [InlineData("统计期限：2023年1月—2023年12月。")]
    [InlineData("统计周期为2023.01.01-2023.12.31。")]
    [InlineData("本报告的统计年度为2023年度。")]
    [InlineData("报告期为2023年1月1日到2023年12月31日。")]
    [InlineData("2023年1月1日至12月31日，全县平稳。")]
    public void A_stated_period_is_an_interval_of_days(string sentence)
    {
        var period = Period(sentence);

        Assert.Equal(new FieldValue.Words("2023-01-01/2023-12-31"), period.Value);
        Assert.Equal((FieldState.Printed, ReviewState.None), (period.State, period.Review));
        Assert.NotEmpty(period.Evidence);
    }

    [Theory]
    [InlineData("统计期限自2023年5月1日起至12月31日止。", "2023-05-01/2023-12-31")]
    [InlineData("统计期限自2022年11月1日至2023年10月31日。", "2022-11-01/2023-10-31")]
    public void A_period_that_is_no_calendar_year_is_read_as_it_is(string sentence, string interval) =>
        Assert.Equal((new FieldValue.Words(interval), ReviewState.None), Period(sentence) is var period ? (period.Value, period.Review) : default);

    [Fact]
    public void Printed_is_verbatim_and_the_evidence_is_where_it_stands()
    {
        var period = Period("统计期限自 2023 年 1 月 1 日起\n至 12 月 31 日止。");

        Assert.Equal("2023 年 1 月 1 日起 至 12 月 31 日", period.Printed);
        Assert.Equal([new Evidence.InText(5, 7, 15), new Evidence.InText(6, 1, 11)], period.Evidence);
    }

    [Theory]
    [InlineData("本年各项工作按要求进行。")]
    [InlineData("2023年3月1日至6月30日开展专项检查。")]
    [InlineData("截至2023年12月31日，共发布信息30条。")]
    [InlineData("2023年，我局统计各科室的数据30条。")]
    [InlineData("《条例》自2019年5月15日起施行。")]
    public void A_text_without_a_period_has_none(string sentence) =>
        Assert.Equal((FieldState.Missing, ReviewState.None), Period(sentence) is var period ? (period.State, period.Review) : default);

    [Theory]
    [InlineData("统计期限自2023年1月1日至2023年12月32日。")]
    [InlineData("统计期限为全年各月。")]
    public void A_statement_that_is_not_understood_is_asked_about(string sentence)
    {
        var period = Period(sentence);

        Assert.Equal((FieldState.Unreadable, ReviewState.Open), (period.State, period.Review));
        Assert.Contains("period-unclear", period.Reasons);
        Assert.NotEmpty(period.Evidence);
    }

    [Fact]
    public void Two_statements_that_differ_leave_it_open_with_both()
    {
        var period = Period("统计期限自2023年1月1日至2023年12月31日。各表的统计期限为2023年1月1日至2023年11月30日。");

        Assert.Equal(ReviewState.Open, period.Review);
        Assert.Equal(new FieldValue.Words("2023-01-01/2023-11-30"), Assert.Single(period.Candidates).Value);
    }

    [Fact]
    public void Where_not_even_the_year_was_found_a_missing_period_is_asked_about()
    {
        var period = TextReports.Ingest("一、总体情况\n\n本年各项工作按要求进行。\n").Fields.Single(field => field.Key == "report.period").Value;

        Assert.Equal((FieldState.Missing, ReviewState.Open), (period.State, period.Review));
        Assert.Equal(["not-found"], period.Reasons);
    }

    private static RecordField Period(string sentence) => TextReports.Ingest($"石门县教育局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{sentence}\n")
        .Fields.Single(field => field.Key == "report.period").Value;
}
