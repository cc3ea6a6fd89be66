using System.Text;
using GovReportIngest.Reading.Html;

namespace GovReportIngest.Reading.Tests.Html;

public sealed class HtmlLineTests
{
    static HtmlLineTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gb18030", "")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("gb18030", "iso-8859-1")]
    [InlineData("utf-8", "gbk")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "")]
    [InlineData("big5", "big5")]
    public void Characters_are_decoded_whatever_the_page_says_of_itself(string encoding, string declared)
    {
        var meta = declared.Length == 0 ? "" : $"<meta charset='{declared}'>";

        var page = Page.Of(Encoding.GetEncoding(encoding).GetBytes($"<html><head>{meta}</head><body><p>政府公文1件</p></body></html>"));

        Assert.Equal(["政府公文1件"], page.Lines);
    }

    [Fact]
    public void A_byte_of_no_encoding_is_reported_and_the_rest_is_read()
    {
        var (pieces, problems) = HtmlReader.Read([.. Encoding.UTF8.GetBytes("<html><meta charset=utf-8><p>一、总体情况</p>"), 0xFF, 0x20, .. Encoding.UTF8.GetBytes("<p>其余</p>")]);

        Assert.Contains(pieces, piece => piece is HtmlPiece.Line { Paragraph.Text: "一、总体情况" });
        Assert.Equal("damaged", Assert.Single(problems).Category);
    }

    [Fact]
    public void What_is_not_shown_is_not_read()
    {
        var page = Page.Of("""
            <html><head><title>t</title><style>.gone { display: none } #x { visibility:hidden } @media print { p { display:none } }</style></head><body>
            <p>甲</p><p class="gone">1</p><p style="display : NONE">2</p><p hidden>3</p><p id=x>4</p><!-- 5 --><script>6</script><template>7</template>
            <noscript>8</noscript><p>乙<span style='mso-hide:all'>9</span><del>10</del></p><input type=hidden value=11><button>12</button>
            </body></html>
            """);

        Assert.Equal(["甲", "乙"], page.Lines);
    }

    [Fact]
    public void Entities_and_spaces_come_out_as_they_are_shown()
    {
        var page = Page.Of("<body><p>&nbsp;&nbsp;　　甲&amp;乙&#19993;&#x4E01;&lt;</p><p>收到\n申请   12\n\t件，A\nB</p><p>&nbsp;</p><p>一&nbsp;二\u200B三</p>");

        Assert.Equal(["甲&乙丙丁<", "收到申请 12件，A B", "一 二三"], page.Lines);
        Assert.Equal(3, page.Paragraphs.First().Look.IndentInEm);
    }

    [Fact]
    public void Blocks_and_breaks_end_lines_and_each_says_where_it_stands()
    {
        var page = Page.Of("<body><div>甲<br>乙<p>丙</p>丁</div><ol><li>戊<li value=5>己</ol><ol style='list-style-type:cjk-ideographic' start=2><li>庚</ol>");

        Assert.Equal(["甲", "乙", "丙", "丁", "1. 戊", "5. 己", "二、庚"], page.Lines);
        Assert.Equal(["div[1]", "div[1]/line[2]", "p[1]", "div[1]/line[3]", "li[1]", "li[2]", "li[3]"], page.Paragraphs.Select(line => line.Node));
    }

    [Fact]
    public void Looks_come_from_elements_attributes_and_the_pages_own_styles()
    {
        var page = Page.Of("""
            <style>p.big, .other { font-size: 16px; FONT-WEIGHT: 700 } .mid{text-align:center}</style>
            <h2>甲</h2><p class="big mid">乙</p><p align=center><font size=5>丙</font></p><p style="font:bold 14pt/1.5 SimSun">丁</p><p><b>戊</b>己庚辛壬癸子丑寅</p>
            <p style='mso-outline-level:3'>卯</p>
            """);

        Assert.Equal(
            [(18, true, false, 2), (12, true, true, 0), (18, false, true, 0), (14, true, false, 0), (12, false, false, 0), (12, false, false, 3)],
            page.Paragraphs.Select(line => (line.Look.FontSize, line.Look.IsBold, line.Look.IsCentred, line.Look.Level)));
    }

    [Fact]
    public void Fields_that_were_filled_in_show_their_values()
    {
        var page = Page.Of("<p>收到<input value='12'>件，<select><option>甲<option selected>乙</select></p>");

        Assert.Equal(["收到12件，乙"], page.Lines);
    }
}
