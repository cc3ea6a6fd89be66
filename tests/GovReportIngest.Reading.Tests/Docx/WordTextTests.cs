using GovReportIngest.Core.Read;
using static GovReportIngest.Reading.Tests.Docx.TinyDocx;

namespace GovReportIngest.Reading.Tests.Docx;

public sealed class WordTextTests
{
    [Fact]
    public void Changes_are_read_as_accepted_and_hidden_text_and_field_codes_are_out()
    {
        var docx = Of("""
            <w:p><w:r><w:t>收到</w:t></w:r><w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>13</w:t></w:r></w:ins>
            <w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t>移来</w:t></w:r></w:moveTo>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
            <w:hyperlink r:id="none"><w:r><w:t>件</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>。</w:t></w:r></w:sdtContent></w:sdt></w:p>
            """);

        Assert.Equal(["收到13移来件。"], Lines(docx));
    }

    [Fact]
    public void Breaks_part_lines_and_every_line_says_where_it_stands()
    {
        var blocks = Read(Of("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>" + P("丁"))).Cast<FlowBlock.Paragraph>().ToList();

        Assert.Equal(["甲", "乙 丙", "丁"], blocks.Select(line => line.Text));
        Assert.Equal(["p[1]", "p[1]/line[2]", "p[2]"], blocks.Select(line => line.Node));
    }

    [Fact]
    public void A_text_box_is_read_once_behind_its_paragraph()
    {
        var box = $"<w:txbxContent>{P("框中")}</w:txbxContent>";

        var lines = Lines(Of($"""
            <w:p><w:r><w:t>段落</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """ + P("后文")));

        Assert.Equal(["段落", "框中", "后文"], lines);
    }

    [Fact]
    public void Headings_are_told_by_style_name_and_outline_level_and_looks_are_inherited()
    {
        const string styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="x"><w:name w:val="标题 1"/><w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="y"><w:name w:val="自定"/><w:basedOn w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="z"><w:name w:val="loop"/><w:basedOn w:val="z"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="t"><w:name w:val="TOC 1"/></w:style>
            """;

        var looks = Read(Of(P("一", "<w:pStyle w:val='x'/>") + P("二", "<w:pStyle w:val='y'/>") + P("三", "<w:pStyle w:val='z'/>") + P("目录", "<w:pStyle w:val='t'/>") + P("四", "<w:outlineLvl w:val='2'/>"), styles))
            .Cast<FlowBlock.Paragraph>().Select(line => (line.Text, line.Look.Level, line.Look.FontSize, line.Look.IsBold, line.Look.IsCentred));

        Assert.Equal([("一", 1, 16, true, false), ("二", 2, 16, false, false), ("三", 0, 10.5, false, true), ("四", 3, 10.5, false, false)], looks);
    }

    [Fact]
    public void Automatic_numbers_come_out_as_printed()
    {
        const string numbering = """
            <w:abstractNum w:abstractNumId="3">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
            """;
        static string Item(string text, int level, int list = 1) => P(text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");

        var lines = Lines(Of(Item("甲", 0) + Item("乙", 1) + Item("丙", 1) + Item("丁", 2) + Item("戊", 0) + Item("己", 1) + P("无", "<w:numPr><w:numId w:val='0'/></w:numPr>") + Item("点", 3) + Item("另", 0, 2) + Item("庚", 9), numbering: numbering));

        Assert.Equal(["一、甲", "（一）乙", "（二）丙", "1.1 丁", "二、戊", "（一）己", "无", "点", "十一、另", "庚"], lines);
    }

    [Fact]
    public void Headers_footers_notes_and_comments_are_no_part_of_the_body()
    {
        var docx = Of(P("正文") + "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>", more: [("word/header1.xml", Utf8("<w:hdr xmlns:w='x'/>"))]);

        Assert.Equal(["正文"], Lines(docx));
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>", "picture-unread")]
    public async Task A_picture_that_cannot_be_read_is_noted(string body, params string[] expected)
    {
        var (page, problems) = await Pdf.HandWrittenPdf.ReadAsync("a.docx", Of(body));

        Assert.NotNull(page);
        Assert.Equal(expected, problems);
    }
}
