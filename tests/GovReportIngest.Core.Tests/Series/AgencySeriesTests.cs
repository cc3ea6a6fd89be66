using System.Globalization;
using System.Xml.Linq;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Series;
using GovReportIngest.Core.Speech;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Series;

public sealed class AgencySeriesTests
{
    private const string Form2014 = "cn-gov-disclosure-statistics/2014";
    private const string Form2019 = "cn-gov-disclosure-annual/2019";
    private const string Form2021 = "cn-gov-disclosure-annual/2021";
    private static readonly Concept Received = TextReports.Concepts.Find("requests-received")!;

    private static RecordField Number(decimal value, ReviewState review = ReviewState.None) => new() { State = FieldState.Printed, Value = new FieldValue.Number(value), Probability = 1, Review = review };

    private static YearReport Report(int year, decimal received, decimal carriedOver = 0, decimal carriedForward = 0, string? form = null)
    {
        form ??= year < 2019 ? Form2014 : year < 2021 ? Form2019 : Form2021;
        return new(year.ToString(CultureInfo.InvariantCulture), "甲局", year, form, [], form == Form2014
            ? new Dictionary<string, RecordField> { ["statistics.received.value"] = Number(received) }
            : new Dictionary<string, RecordField>
            {
                ["requests.new_received.total"] = Number(received), ["requests.carried_over.total"] = Number(carriedOver), ["requests.carried_forward.total"] = Number(carriedForward),
            });
    }

    private static AgencySeries Of(params YearReport[] reports) => AgencySeries.Of("甲局", reports, Received, TextReports.Forms);

    [Fact]
    public void Years_stand_in_order_with_gaps_and_breaks_between_forms()
    {
        var series = Of(Report(2021, 30), Report(2017, 10), Report(2018, 12), Report(2020, 20));

        Assert.Equal([2017, 2018, 2020, 2021], series.Points.Select(point => point.Year));
        Assert.Equal([2019], series.Gaps);
        Assert.Equal([2020, 2021], series.Breaks);
        Assert.Empty(series.Clashes);
        Assert.Empty(series.Outliers);
    }

    [Fact]
    public void Reports_clash_by_what_they_say_and_not_by_what_one_of_them_leaves_open()
    {
        var unknown = Report(2021, 0) with { Name = "b", Fields = new Dictionary<string, RecordField>() };

        Assert.Empty(Of(Report(2021, 30), unknown).Clashes);
        Assert.Equal([2021], Of(Report(2021, 30), unknown, Report(2021, 31) with { Name = "c" }).Clashes);
    }

    [Theory]
    [InlineData(100, 1300, 120, true)]
    [InlineData(100, 90, 120, false)]
    [InlineData(1000, 9, 1200, true)]
    [InlineData(1, 19, 0, false)]
    [InlineData(0, 400, 0, true)]
    public void A_value_far_from_the_years_beside_it_is_named(decimal before, decimal value, decimal after, bool isFar)
    {
        var series = Of(Report(2021, before), Report(2022, value), Report(2023, after), Report(2024, after));

        Assert.Equal(isFar ? ["2022"] : [], series.Outliers.Select(outlier => outlier.Point.Report));
    }

    [Fact]
    public void The_neighbour_of_an_outlier_at_the_end_is_none_itself()
    {
        Assert.Equal(["2022"], Of(Report(2021, 100), Report(2022, 9000), Report(2023, 110)).Outliers.Select(outlier => outlier.Point.Report));
        Assert.Equal(["2021"], Of(Report(2021, 9000), Report(2022, 100), Report(2023, 110)).Outliers.Select(outlier => outlier.Point.Report));
    }

    [Fact]
    public void Where_the_years_differ_much_by_themselves_none_of_them_is_far() =>
        Assert.Empty(Of(Report(2021, 12), Report(2022, 60), Report(2023, 310), Report(2024, 1400), Report(2025, 90)).Outliers);

    [Fact]
    public void An_outlier_names_what_it_was_compared_with_and_what_would_be_usual()
    {
        var outlier = Assert.Single(Of(Report(2021, 100), Report(2022, 110), Report(2023, 9000), Report(2024, 121)).Outliers);

        Assert.Equal(["2021", "2022", "2024"], outlier.Others.Select(point => point.Report));
        Assert.InRange(outlier.From, 20, 40);
        Assert.InRange(outlier.To, 350, 500);
    }

    [Fact]
    public void Values_of_another_form_are_not_compared_and_two_years_are_too_few_to_say_anything()
    {
        var series = Of(Report(2018, 10), Report(2019, 5000), Report(2020, 12), Report(2021, 14), Report(2022, 16), Report(2023, 18));

        Assert.Empty(series.Outliers);
        Assert.Equal([new ShortStretch(Form2014, 1), new ShortStretch(Form2019, 2)], series.TooShort);
    }

    [Fact]
    public void What_is_carried_over_must_be_what_was_carried_forward()
    {
        var finding = Assert.Single(Of(Report(2022, 10, carriedForward: 4), Report(2023, 12, carriedOver: 3, carriedForward: 1), Report(2024, 9, carriedOver: 1)).Continuity.Findings);

        Assert.Equal((2023, "requests.carried_from_previous[total]", 3m, 4m), (finding.Report.Year, finding.Check.Id, finding.Check.Left, finding.Check.Right));
        Assert.Equal("二、上年结转政府信息公开申请数量 · 总计（2023 年） 3 ≠ 四、结转下年度继续办理 · 总计（2022 年） 4（报告 2023、2022）", ContinuityWords.Of(finding, TextReports.Forms, new(isChinese: true)));
    }

    [Fact]
    public void Reports_of_one_year_that_say_different_values_clash()
    {
        Assert.Equal([2022], Of(Report(2022, 10), Report(2022, 11), Report(2023, 12), Report(2023, 12)).Clashes);
        Assert.Equal([2022], Of(Report(2022, 10), Report(2022, 11), Report(2023, 12), Report(2023, 12)).Points.Where(point => point.Year == 2022).Select(point => point.Year).Distinct());
    }

    [Fact]
    public void A_chart_has_a_dot_a_report_lines_only_within_a_form_and_a_rule_at_every_break()
    {
        var hostile = Of(Report(2017, 10), Report(2018, 12), Report(2020, 20), Report(2021, 30), Report(2022, 33)) with { Agency = "<甲>&\"\u0001" };
        var svg = XDocument.Parse(SeriesChart.Draw(Received, new Tongue(isChinese: true), [hostile, Of(Report(2023, 0))]));
        List<XElement> Elements(string name) => [.. svg.Descendants().Where(element => element.Name.LocalName == name)];

        Assert.Equal(6, Elements("circle").Count);
        Assert.Equal(2, Elements("line").Count(line => (string?)line.Attribute("stroke-width") == "2"));
        Assert.Equal(2, Elements("line").Count(line => line.Attribute("stroke-dasharray") is not null));
        Assert.Contains(Elements("text"), text => text.Value.StartsWith("<甲>&\" · 新收申请", StringComparison.Ordinal));
        Assert.All(Elements("circle"), dot => Assert.InRange((double)dot.Attribute("cx")!, 0, 760));
    }
}
