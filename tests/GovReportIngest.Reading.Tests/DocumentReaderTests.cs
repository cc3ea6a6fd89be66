using System.Text;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests;

public sealed class DocumentReaderTests
{
    [Fact]
    public async Task Words_of_a_text_layer_are_split_at_a_visible_gap_and_carry_edges()
    {
        var (page, _) = await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page("BT /F 12 Tf 50 700 Td (12) Tj 20 0 Td (345) Tj ET"));

        Assert.Equal((PageReading.TextLayer, "text-layer-fits"), (page!.Reading, page.Why));
        Assert.Equal(["12", "345"], page.Words.Select(word => word.Text));
        Assert.All(page.Words, word => Assert.Equal(word.Text.Length + 1, word.Edges.Count));
        Assert.InRange(page.Words[0].Box.X, 49, 51);
        // The baseline stands 842 − 700 points from the top.
        Assert.InRange(page.Words[0].Box.CentreY, 136, 142);
    }

    [Fact]
    public async Task A_rotated_page_comes_upright()
    {
        var (page, _) = await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page("BT /F 12 Tf 0 1 -1 0 100 100 Tm (12345) Tj ET", "/Rotate 90"));

        Assert.Equal((842, 595), (page!.Width, page.Height));
        var word = Assert.Single(page.Words);
        Assert.True(word.Box.Width > word.Box.Height);
    }

    [Theory]
    [InlineData("100 100 40 40 re f", "no-text-layer")]
    [InlineData("BT /F 12 Tf 3 Tr 50 700 Td (Nobody sees this) Tj ET", "text-does-not-fit-ink")]
    public async Task A_page_whose_text_cannot_be_believed_is_not_read_from_the_text_layer(string content, string why)
    {
        var (page, _) = await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page(content));

        Assert.Equal((PageReading.Ocr, why), (page!.Reading, page.Why));
        Assert.DoesNotContain(page.Words, word => word.Text.Contains("Nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_with_nothing_on_it_is_read_as_blank_without_ocr()
    {
        var (page, _) = await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page(""));

        Assert.Equal((PageReading.TextLayer, "blank-page"), (page!.Reading, page.Why));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task A_cut_off_pdf_gives_its_pages_and_says_that_some_may_be_missing()
    {
        var whole = HandWrittenPdf.Page("BT /F 12 Tf 50 700 Td (12) Tj ET");

        var (page, problems) = await HandWrittenPdf.ReadAsync("a.pdf", whole[..^8]);

        Assert.NotNull(page);
        Assert.Equal(["damaged"], problems);
    }

    [Fact]
    public async Task A_page_of_a_size_that_cannot_be_drawn_is_too_large()
    {
        var poster = Encoding.Latin1.GetString(HandWrittenPdf.Page("BT /F 12 Tf 50 700 Td (12) Tj ET")).Replace("[0 0 595 842]", "[0 0 14400 14400]", StringComparison.Ordinal);

        var (page, _) = await HandWrittenPdf.ReadAsync("a.pdf", Encoding.Latin1.GetBytes(poster));

        Assert.Equal("too-large", Assert.Single(page!.Problems).Category);
    }

    [Theory]
    [InlineData("a.pdf", "", "empty")]
    [InlineData("a.pdf", "%PDF-1.4 and then nothing", "damaged")]
    [InlineData("a.docx", "PK\u0003\u0004", "damaged")]
    [InlineData("a.txt", "a\0b", "unsupported-format")]
    public async Task A_bad_file_is_a_problem_without_pages(string name, string content, string category)
    {
        var (page, problems) = await HandWrittenPdf.ReadAsync(name, Encoding.Latin1.GetBytes(content));

        Assert.Null(page);
        Assert.Equal(category, Assert.Single(problems));
    }

    [Fact]
    public async Task A_pdf_with_the_extension_of_text_is_read_and_noted()
    {
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.txt", HandWrittenPdf.Page("BT /F 12 Tf 50 700 Td (12) Tj ET"));

        Assert.Equal("12", Assert.Single(page!.Words).Text);
        Assert.Equal(["wrong-extension"], problems);
    }

    [Fact]
    public async Task Text_in_GB18030_keeps_its_tabs_and_lines()
    {
        // 政府 in GB18030.
        var (page, problems) = await HandWrittenPdf.ReadAsync("a.txt", [0xD5, 0xFE, 0xB8, 0xAE, 0x09, 0x31, 0x0D, 0x0A, 0x0D, 0x0A, 0x32]);

        Assert.Empty(problems);
        Assert.Equal([new TextFileLine(1, "政府\t1"), new(2, ""), new(3, "2")], page!.Lines);
    }
}
