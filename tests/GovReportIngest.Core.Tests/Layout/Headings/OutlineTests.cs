using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Layout.Headings;

public sealed class OutlineTests
{
    [Fact]
    public void Numbering_styles_nest_and_a_list_that_restarts_is_one_deeper() =>
        Assert.Equal(
            ["1 甲", "2 子", "3 丑", "3 寅", "2 卯", "1 乙", "2 辰", "2 巳", "2 午", "1 丙"],
            HeadingsOverProse("一、甲", "（一）子", "1.丑", "2、寅", "(二) 卯", "二、乙", "一、辰", "二、巳", "三、午", "三、丙"));

    [Fact]
    public void Full_width_digits_and_markup_number_like_any_other() =>
        Assert.Equal(["1 甲", "2 子", "2 丑"], HeadingsOverProse("#### 一、甲", "## １．子", "# １２、丑"));

    [Theory]
    [InlineData("1、开设窗口。潮汐窗口按人流调整。")]
    [InlineData("(一) 存在问题：数据没有打通。")]
    [InlineData("2023年共受理7件")]
    public void A_run_in_lead_and_a_plain_line_are_no_headings(string line) => Assert.Equal(["1 甲"], Headings($"一、甲\n{line}"));

    [Fact]
    public void A_lead_broken_at_the_width_of_the_file_stays_in_its_paragraph()
    {
        var full = new string('字', 40);

        Assert.Equal(["1 甲"], Headings($"一、甲\n{full}\n{full}\n{full}\n{full}完。\n（一）{new string('言', 36)}\n接着说完。"));
    }

    [Fact]
    public void A_heading_wrapped_on_paper_is_one_heading_with_both_places()
    {
        var page = new DrawnPage().Write(120, 60, "一、总述")
            .Write(120, 90, "（一）推动公开平台与服务窗口共同建设和").Write(100, 105, "统一管理").Write(120, 120, "全年发布信息若干条，其中新闻最多，通知其").Write(100, 135, "次，此外还有答复和解读。");
        var lines = DrawnPage.Blocks(page.Page()).OfType<Block.OfLine>().ToList();

        var outline = TextReports.Outlines.Build(lines, new HashSet<Block>(), new Dictionary<Block, SectionHeading>());

        var inner = Assert.Single(Assert.Single(outline.Nodes).Children);
        Assert.Equal("推动公开平台与服务窗口共同建设和统一管理", inner.Title);
        Assert.Equal(2, inner.Evidence.Count);
        Assert.Equal(["全年发布信息若干条，其中新闻最多，通知其次，此外还有答复和解读。"], inner.Paragraphs);
    }

    [Fact]
    public void A_wrong_number_counts_by_its_place() =>
        Assert.Equal(
            ["1 甲", "2 子", "2 丑", "2 寅", "2 卯", "1 乙"],
            HeadingsOverProse("一、甲", "1.子", "1.丑", "3.寅", "4.卯", "二、乙"));

    [Fact]
    public void A_list_inside_the_last_of_a_list_in_the_same_style_ends_where_the_outer_goes_on() =>
        Assert.Equal(
            ["1 甲", "1 乙", "2 子", "2 丑", "1 丙", "2 寅", "2 卯", "1 丁"],
            HeadingsOverProse("一、甲", "二、乙", "一、子", "二、丑", "三、丙", "一、寅", "二、卯", "四、丁"));

    [Fact]
    public void A_list_of_digits_that_begins_anew_stays_on_its_level() =>
        Assert.Equal(
            ["1 甲", "2 子", "3 丑", "3 寅", "3 卯", "3 辰", "2 巳", "1 乙"],
            HeadingsOverProse("一、甲", "（一）子", "1.丑", "2.寅", "1.卯", "2.辰", "（二）巳", "二、乙"));

    [Fact]
    public void Page_numbers_between_dashes_and_repeated_headers_stay_out_of_the_text()
    {
        var pages = Enumerable.Range(1, 3).Select(number => new DrawnPage(number)
            .Write(250, 40, "某局文件").Write(100, 100, $"第{number}段的文字在此。").Write(400, 710, $"— {number} —").Page()).ToArray();

        Assert.Equal(["某局文件", "— 1 —"], DrawnPage.Blocks(pages[..]).OfType<Block.OfLine>()
            .Where(line => line.Line.Page == 1 && line.Look.IsRunning).Select(line => line.Line.Text));
    }

    private static IEnumerable<string> HeadingsOverProse(params string[] headings) =>
        Headings(string.Join('\n', headings.Select(heading => heading + "\n全年召开会议三次，发布信息若干条，均已按期办结。")));

    private static IEnumerable<string> Headings(string text)
    {
        var lines = new LayoutAnalyzer().Analyze([TextReports.PageOf(text)]).Blocks.OfType<Block.OfLine>().ToList();
        return TextReports.HeadingsOf(TextReports.Outlines.Build(lines, new HashSet<Block>(), new Dictionary<Block, SectionHeading>()).Nodes);
    }
}
