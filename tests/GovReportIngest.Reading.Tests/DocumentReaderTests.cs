using System.Text;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading;

namespace GovReportIngest.Reading.Tests;

public sealed class DocumentReaderTests
{
    [Fact]
    public async Task Words_of_a_text_layer_are_split_at_a_visible_gap_and_carry_edges()
    {
        var (page, _) = await ReadAsync("a.pdf", Pdf("BT /F 12 Tf 50 700 Td (12) Tj 20 0 Td (345) Tj ET"));

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
        var (page, _) = await ReadAsync("a.pdf", Pdf("BT /F 12 Tf 0 1 -1 0 100 100 Tm (12345) Tj ET", "/Rotate 90"));

        Assert.Equal((842, 595), (page!.Width, page.Height));
        var word = Assert.Single(page.Words);
        Assert.True(word.Box.Width > word.Box.Height);
    }

    [Theory]
    [InlineData("", "no-text-layer")]
    [InlineData("BT /F 12 Tf 3 Tr 50 700 Td (Nobody sees this) Tj ET", "text-does-not-fit-ink")]
    public async Task A_page_whose_text_cannot_be_believed_is_not_read_from_the_text_layer(string content, string why)
    {
        var (page, _) = await ReadAsync("a.pdf", Pdf(content));

        Assert.Equal(why, page!.Why);
        Assert.Empty(page.Words);
        Assert.NotEmpty(page.Problems);
    }

    [Theory]
    [InlineData("a.pdf", "", "empty")]
    [InlineData("a.pdf", "%PDF-1.4 and then nothing", "damaged")]
    [InlineData("a.docx", "PK\u0003\u0004", "unsupported-format")]
    [InlineData("a.txt", "a\0b", "unsupported-format")]
    public async Task A_bad_file_is_a_problem_without_pages(string name, string content, string category)
    {
        var (page, problems) = await ReadAsync(name, Encoding.Latin1.GetBytes(content));

        Assert.Null(page);
        Assert.Equal(category, Assert.Single(problems));
    }

    [Fact]
    public async Task A_pdf_with_the_extension_of_text_is_read_and_noted()
    {
        var (page, problems) = await ReadAsync("a.txt", Pdf("BT /F 12 Tf 50 700 Td (12) Tj ET"));

        Assert.Equal("12", Assert.Single(page!.Words).Text);
        Assert.Equal(["wrong-extension"], problems);
    }

    [Fact]
    public async Task Text_in_GB18030_keeps_its_tabs_and_lines()
    {
        // 政府 in GB18030.
        var (page, problems) = await ReadAsync("a.txt", [0xD5, 0xFE, 0xB8, 0xAE, 0x09, 0x31, 0x0D, 0x0A, 0x0D, 0x0A, 0x32]);

        Assert.Empty(problems);
        Assert.Equal([new TextFileLine(1, "政府\t1"), new(2, ""), new(3, "2")], page!.Lines);
    }

    private static async Task<(ReadPage? Page, string[] Problems)> ReadAsync(string name, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-test-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(path, bytes);
            var source = new SourceDocument { Path = name, Files = [path], Sha256 = "", Bytes = bytes.Length };
            await using var document = await new DocumentReader(new ReadingOptions()).OpenAsync(source, CancellationToken.None);
            ReadPage? first = null;
            await foreach (var page in document.ReadPagesAsync(CancellationToken.None))
                first ??= page;
            return (first, [.. document.Problems.Select(problem => problem.Category)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One page of 595 × 842 points; Poppler rebuilds the missing cross-reference table.</summary>
    private static byte[] Pdf(string content, string pageEntry = "") => Encoding.Latin1.GetBytes(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        + $"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{pageEntry}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
        + $"4 0 obj <</Length {content.Length}>> stream\n{content}\nendstream endobj\n"
        + "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");
}
