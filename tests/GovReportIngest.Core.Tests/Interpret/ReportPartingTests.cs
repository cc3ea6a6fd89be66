using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;
using static GovReportIngest.Core.Tests.Interpret.MessyReport;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>Files with several reports: parted where that is sure, else asked about; one report is never parted.</summary>
public sealed class ReportPartingTests
{
    private const string Title = "长乐县档案局2023年政府信息公开工作年度报告";

    public static TheoryData<string, string> Shapes
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var form in new[] { "disclosure-annual/2019", "disclosure-annual/2021", "disclosure-appendix/2014", "disclosure-statistics/2014", "disclosure-statistics/2008" })
                foreach (var shape in new[] { Shape.Spaces, Shape.Tabs, Shape.Pipes, Shape.OneCellALine, Shape.Box })
                    cases.Add(form, shape.ToString());
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Two_reports_in_one_text_are_two_records_with_the_fields_of_each(string form, string shape)
    {
        var (one, other) = (Report(form, shape, 1), Report(form, shape, 2));

        var records = TextReports.IngestAll(one.Text + "\n\n" + other.Text.Replace(Title, "石门县教育局2022年政府信息公开工作年度报告", StringComparison.Ordinal));

        Assert.Equal([(1, 2), (2, 2)], records.Select(record => (record.Source.Part, record.Source.Parts)));
        Assert.Equal(["长乐县档案局", "石门县教育局"], records.Select(record => Text(record, "report.agency")));
        AssertExact(one.Truth, records[0]);
        AssertExact(other.Truth, records[1]);
        Assert.All(records, record => Assert.Empty(record.Review));
        Assert.All(records, record => Assert.Equal(record.Outline.Select(node => node.Key), TextReports.Ingest(one.Text).Outline.Select(node => node.Key)));
    }

    [Fact]
    public void Reports_of_three_years_are_three_records_though_their_titles_stand_on_two_lines()
    {
        var texts = new[] { 2021, 2022, 2023 }.Select((year, seed) => Report("disclosure-annual/2021", "Tabs", seed).Text
            .Replace(Title, $"长乐县档案局\n{year}年政府信息公开工作年度报告", StringComparison.Ordinal));

        var records = TextReports.IngestAll(string.Join('\n', texts));

        Assert.Equal([2021m, 2022m, 2023m], records.Select(record => ((FieldValue.Number)Field(record, "report.year").Value!).Amount));
        Assert.All(records, record => Assert.Equal("长乐县档案局", Text(record, "report.agency")));
    }

    [Fact]
    public void The_same_report_twice_is_one_record_that_says_so()
    {
        var (text, _) = Report("disclosure-annual/2021", "Tabs", 1);

        var record = Assert.Single(TextReports.IngestAll(text + "\n" + text));

        AssertIsAskedAbout(record);
        Assert.Equal(Outcome.NeedsReview, record.Outcome);
    }

    [Fact]
    public void A_second_report_without_a_title_is_one_record_that_says_so()
    {
        var record = Assert.Single(TextReports.IngestAll(
            Report("disclosure-annual/2021", "Tabs", 1).Text + Report("disclosure-annual/2021", "Tabs", 2).Text.Replace(Title, "", StringComparison.Ordinal)));

        AssertIsAskedAbout(record);
    }

    [Fact]
    public void A_second_report_whose_first_section_has_no_heading_is_one_record_that_says_so()
    {
        var second = Report("disclosure-annual/2021", "Tabs", 2).Text
            .Replace(Title, "石门县教育局2022年政府信息公开工作年度报告", StringComparison.Ordinal).Replace("一、总体情况\n", "", StringComparison.Ordinal);

        var record = Assert.Single(TextReports.IngestAll(Report("disclosure-annual/2021", "Tabs", 1).Text + second));

        AssertIsAskedAbout(record);
    }

    [Theory]
    [InlineData("石门县教育局2022年政府信息公开工作年度报告")]
    [InlineData("石门县教育局2022\n年政府信息公开工作年度报告")]
    public void A_first_report_whose_first_section_has_no_heading_is_one_record_that_says_so(string title)
    {
        var first = Report("disclosure-annual/2021", "OneCellALine", 1).Text.Replace("一、总体情况\n", "", StringComparison.Ordinal);
        var second = Report("disclosure-annual/2021", "OneCellALine", 2).Text.Replace(Title, title, StringComparison.Ordinal);

        var record = Assert.Single(TextReports.IngestAll(first + second));

        AssertIsAskedAbout(record);
    }

    [Fact]
    public void Two_titles_of_different_reports_above_the_second_leave_it_open_where_it_begins()
    {
        var second = "石门县水利局2022年政府信息公开工作年度报告\n\n石门县教育局2022年政府信息公开工作年度报告\n\n"
            + Report("disclosure-annual/2021", "Tabs", 2).Text.Replace(Title, "", StringComparison.Ordinal);

        var record = Assert.Single(TextReports.IngestAll(Report("disclosure-annual/2021", "Tabs", 1).Text + second));

        AssertIsAskedAbout(record);
    }

    [Theory]
    [InlineData("工作平稳。\n")]
    [InlineData("长乐县档案局2023年政府信息公开工作年度报告\n\n工作平稳。\n\n石门县教育局2022年政府信息公开工作年度报告\n")]
    public void A_text_without_any_section_is_one_record(string text) =>
        Assert.DoesNotContain(Assert.Single(TextReports.IngestAll(text)).Review, item => item.Reason == "several-reports");

    [Theory]
    [InlineData("{0}\n\n目录\n\n一、总体情况\n二、主动公开政府信息情况\n\n{1}")]
    [InlineData("{1}\n石门县教育局2022年政府信息公开工作年度报告\n")]
    [InlineData("石门县教育局2022年政府信息公开工作年度报告\n\n{1}")]
    [InlineData("{1}\n（一）总体情况\n\n石门县教育局2022年政府信息公开工作年度报告\n\n一、总体情况\n\n工作平稳。\n")]
    public void A_table_of_contents_or_the_name_of_another_report_parts_nothing(string frame)
    {
        var (text, truth) = Report("disclosure-annual/2021", "Tabs", 1);

        var record = Assert.Single(TextReports.IngestAll(frame.Replace("{0}", Title, StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal)));

        Assert.DoesNotContain(record.Review, item => item.Reason == "several-reports");
        AssertExact(truth, record);
    }

    [Fact]
    public void A_record_has_the_pages_its_report_stands_on_and_a_lost_page_between_is_in_both()
    {
        var first = Page(1, Report("disclosure-annual/2021", "Tabs", 1).Text);
        var second = Page(3, Report("disclosure-annual/2021", "Tabs", 2).Text.Replace(Title, "石门县教育局2022年政府信息公开工作年度报告", StringComparison.Ordinal));
        var lost = new ReadPage { Number = 2, SourcePage = 2, Reading = PageReading.None, Why = "damaged" };

        var records = TextReports.IngestAll(first, lost, second);

        Assert.Equal(["1,2", "2,3"], records.Select(record => string.Join(',', record.Pages.Select(page => page.Number))));
        Assert.All(records, record => Assert.Contains(record.Review, item => item.Reason == "page-unreadable"));
    }

    [Fact]
    public void A_file_that_begins_anew_without_end_is_read_in_time()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(index => $"{"甲乙丙丁戊"[index % 5]}县教育局{2000 + index % 24}年政府信息公开工作年度报告\n\n一、总体情况\n\n工作平稳。\n\n"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var record = Assert.Single(TextReports.IngestAll(text));

        Assert.Null(record.Form);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static (string Text, Dictionary<string, decimal?> Truth) Report(string form, string shape, int seed)
    {
        var report = new MessyReport(TextReports.Forms.Forms.Single(candidate => candidate.Id.EndsWith(form, StringComparison.Ordinal)), Enum.Parse<Shape>(shape), Harm.None, seed);
        var text = report.Write();
        Assert.StartsWith(Title, text, StringComparison.Ordinal);
        return (text, report.Truth);
    }

    /// <summary>Pages of a structured document, since text files have one page.</summary>
    private static ReadPage Page(int number, string text) => TextReports.PageOf(text) with
    {
        Number = number,
        SourcePage = number,
        Lines = [],
        Flow = [.. Flow(text)],
    };

    private static IEnumerable<FlowBlock> Flow(string text)
    {
        var rows = new List<string[]>();
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.Contains('\t'))
            {
                rows.Add(line.Split('\t'));
                continue;
            }

            if (rows.Count > 0)
                yield return new FlowBlock.Grid("table", rows.Count, rows.Max(row => row.Length),
                    [.. rows.SelectMany((row, index) => row.Select((cell, column) => new FlowCell(index, column, 1, 1, $"table/tr[{index + 1}]/td[{column + 1}]", cell)))]);
            rows.Clear();
            if (line.Length > 0)
                yield return new FlowBlock.Paragraph("p", line);
        }
    }

    /// <summary>Every field may be of either report.</summary>
    private static void AssertIsAskedAbout(ReportRecord record)
    {
        Assert.Equal("several-reports", Assert.Single(record.Review).Reason);
        Assert.All(record.Fields, field => Assert.Equal((ReviewState.Open, true), (field.Value.Review, field.Value.Reasons.Contains("several-reports"))));
    }

    private static void AssertExact(Dictionary<string, decimal?> truth, ReportRecord record)
    {
        Assert.NotEmpty(truth);
        Assert.All(truth, field => Assert.Equal(field.Value, (Field(record, field.Key).Value as FieldValue.Number)?.Amount));
    }

    private static string? Text(ReportRecord record, string path) => (Field(record, path).Value as FieldValue.Words)?.Text;

    private static RecordField Field(ReportRecord record, string path) => record.Fields.Single(field => field.Key == path).Value;
}
