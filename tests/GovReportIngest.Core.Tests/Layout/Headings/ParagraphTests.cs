using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Layout.Headings;

public sealed class ParagraphTests
{
    [Fact]
    public void A_sentence_goes_on_over_line_and_blank_line_breaks() =>
        Assert.Equal(["本局编印了指南，发放到各个窗口。", "下一步继续更新。"], Read("本局编印了指南，发\n\n放到各个窗口。\n下一步继续更新。"));

    [Fact]
    public void A_closing_quote_at_the_end_of_a_line_ends_no_sentence() =>
        Assert.Equal(["大厅开通了“一码通”查询和预约两项功能。"], Read("大厅开通了“一码通”\n查询和预约两项功能。"));

    [Fact]
    public void A_quote_after_a_full_stop_ends_the_sentence() =>
        Assert.Equal(["群众说：“很方便。”", "窗口共有六个。"], Read("群众说：“很方便。”\n窗口共有六个。"));

    [Fact]
    public void Numbered_lines_and_the_date_of_a_signature_begin_paragraphs() =>
        Assert.Equal(["1.办好热线；", "2.办好网站。", "某某市某某局", "2024年1月15日"], Read("1.办好热线；\n2.办好网站。\n\n某某市某某局\n2024年1月15日"));

    private static IEnumerable<string> Read(string text)
    {
        var lines = new LayoutAnalyzer().Analyze([TextReports.PageOf(text)]).Blocks.OfType<Block.OfLine>().ToList();
        var paragraphs = new Paragraphs();
        lines.ForEach(paragraphs.Add);
        return paragraphs.Texts();
    }
}
