using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Tests.Pdf;

/// <summary>How fine a scan inside a PDF is, its own pixels tell, however finely the page is drawn for reading.</summary>
public sealed class ScanResolutionTests
{
    private const string WholePage = "q 595 0 0 842 0 0 cm /I Do Q";

    [Theory]
    [InlineData(60, true)]
    [InlineData(88, true)]
    [InlineData(100, false)]
    [InlineData(200, false)]
    public async Task A_page_that_is_an_image_has_its_resolution(int dpi, bool isCoarse)
    {
        var page = await ReadAsync(dpi, WholePage);

        Assert.InRange(page.Dpi!.Value.X, dpi - 1, dpi + 1);
        Assert.Equal(isCoarse, page.Problems.Any(problem => problem.Category == "low-resolution"));
    }

    [Fact]
    public async Task A_coarse_ornament_says_nothing_about_the_page() =>
        Assert.DoesNotContain((await ReadAsync(20, "q 200 0 0 300 100 100 cm /I Do Q 50 50 300 1 re f")).Problems, problem => problem.Category == "low-resolution");

    /// <param name="dpi">That an image of so many pixels has as large as the page; it is white with a black stripe.</param>
    private static async Task<ReadPage> ReadAsync(int dpi, string content)
    {
        var (width, height) = ((595 * dpi / 72) + 7 & ~7, 842 * dpi / 72);
        var rows = string.Concat(Enumerable.Range(0, height).Select(y => string.Concat(Enumerable.Repeat(y / 20 == 5 ? "00" : "FF", width / 8)) + "\n")) + ">";
        var image = $"6 0 obj <</Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode/Length {rows.Length}>> stream\n{rows}\nendstream endobj\n";
        return (await HandWrittenPdf.ReadAsync("a.pdf", HandWrittenPdf.Page(content, "", "/XObject<</I 6 0 R>>", image))).Page!;
    }
}
