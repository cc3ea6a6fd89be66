using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Metadata;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Tests.Layout;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Interpret.Metadata;

/// <summary>Title, agency and year as they stand on one line or on several.</summary>
public sealed class ReportTitleTests
{
    [Theory]
    [InlineData("双桥县交通运输局2020年政府信息公开工作年度报告", "双桥县交通运输局", 2020)]
    [InlineData("2023年望江区财政局政府信息公开工作年度报告", "望江区财政局", 2023)]
    [InlineData("北港市人民政府信息公开工作年度报告（2022年）", "北港市人民政府", 2022)]
    [InlineData("北港市人民政府2022年政府信息公开工作年度报告", "北港市人民政府", 2022)]
    [InlineData("双 桥 县 交 通 运 输 局 2 0 2 0 年 政 府 信 息 公 开 工 作 年 度 报 告", "双桥县交通运输局", 2020)]
    [InlineData("石门县教育局2021年政府信息公开工作年度报\n告", "石门县教育局", 2021)]
    [InlineData("办公室文件\n\n石门县教育局2021年政府信息公开工作年度报告\n公开目录", "石门县教育局", 2021)]
    [InlineData("索引号：0012\n发布日期：2022年1月20日\n石门县教育局2021年政府信息公开年报", "石门县教育局", 2021)]
    public void A_title_in_text_gives_agency_and_year(string head, string agency, int year)
    {
        var record = TextReports.Ingest(head + "\n\n一、总体情况\n\n本年各项工作按要求进行。\n");

        Assert.Equal(new FieldValue.Words(agency), Field(record, "report.agency").Value);
        Assert.Equal(new FieldValue.Number(year), Field(record, "report.year").Value);
    }

    [Theory]
    [InlineData("2021年政府信息公开工作年度报告")]
    [InlineData("局2021年政府信息公开工作年度报告")]
    [InlineData("年政府信息公开工作年度报告")]
    public void A_title_that_names_no_agency_leaves_it_open(string head)
    {
        var record = TextReports.Ingest(head + "\n\n一、总体情况\n\n本年各项工作按要求进行。\n");

        Assert.Equal((FieldState.Missing, ReviewState.Open), (Field(record, "report.agency").State, Field(record, "report.agency").Review));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(16)]
    public void A_single_character_wrapped_onto_its_own_line_belongs_to_the_title_though_it_measures_less(double em)
    {
        var page = new DrawnPage()
            .WriteLarge(60, 60, "石门县教育局2021年政府信息公开工作年度报").Write(290, 84, "告", em)
            .Write(80, 140, "本报告由石门县教育局按照条例编写并向社会公布，电子版可以下载。");

        Assert.Equal("石门县教育局2021年政府信息公开工作年度报告", Words(page, "report.title").Value);
        Assert.Empty(Words(page, "report.title").Doubts);
    }

    [Fact]
    public void An_agency_on_a_line_of_its_own_belongs_to_the_title()
    {
        var page = new DrawnPage()
            .WriteLarge(230, 60, "石门县教育局").WriteLarge(130, 84, "2021年政府信息公开工作年度报告")
            .Write(80, 140, "本报告由石门县教育局按照条例编写并向社会公布，电子版可以下载。");

        Assert.Equal("石门县教育局", Words(page, "report.agency").Value);
        Assert.Equal("石门县教育局2021年政府信息公开工作年度报告", Words(page, "report.title").Value);
    }

    [Fact]
    public void A_line_in_the_look_of_the_title_that_makes_no_title_with_it_opens_it()
    {
        var page = new DrawnPage()
            .WriteLarge(100, 60, "石门县教育局2021年政府信息公开工作年度报告").WriteLarge(230, 84, "附统计表格")
            .Write(80, 140, "本报告由石门县教育局按照条例编写并向社会公布，电子版可以下载。");

        Assert.Contains("title-incomplete", Words(page, "report.title").Doubts);
    }

    [Fact]
    public void Letter_spaced_figures_of_a_title_are_one_year()
    {
        var page = new DrawnPage().WriteSpaced(60, 60, "石门县教育局2021年政府信息公开工作年度报告", spacing: 4);

        Assert.Equal("石门县教育局", Words(page, "report.agency").Value);
        Assert.Equal(2021, Assert.Single(Find(page), field => field.Path == "report.year").Value is FieldValue.Number(var year) ? year : 0);
    }

    private static (string? Value, IReadOnlyList<string> Doubts) Words(DrawnPage page, string path)
    {
        var field = Assert.Single(Find(page), field => field.Path == path);
        return (field.Value is FieldValue.Words(var text) ? text : null, field.Doubts);
    }

    private static IReadOnlyList<FieldReading> Find(DrawnPage page) => DrawnPage.Blocks(page.Page()) is var blocks ? ReportTitle.Find(blocks, blocks).Fields : [];

    private static RecordField Field(ReportRecord record, string path) => record.Fields.Single(field => field.Key == path).Value;
}
