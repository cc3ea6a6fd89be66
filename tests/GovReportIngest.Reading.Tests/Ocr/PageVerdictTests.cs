using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Tests.Pdf;

namespace GovReportIngest.Reading.Tests.Ocr;

/// <summary>Images with nothing to read come to an end, give no words, and say what they are.</summary>
public sealed class PageVerdictTests
{
    [Theory]
    [InlineData(255, "blank")]
    [InlineData(128, "blank")]
    [InlineData(0, "illegible")]
    [InlineData(20, "illegible")]
    public async Task A_sheet_of_one_shade_is_blank_paper_or_too_dark_to_tell(byte shade, string problem) =>
        AssertNothing(problem, await ReadAsync(1240, 1754, (_, _) => shade));

    [Theory]
    [InlineData(620, 877, 0, 255)]
    [InlineData(2480, 3508, 0, 255)]
    [InlineData(1240, 1754, 0, 40)]
    public async Task A_sheet_of_noise_is_illegible(int width, int height, int darkest, int lightest)
    {
        var state = 12345u;
        AssertNothing("illegible", await ReadAsync(width, height, (_, _) =>
        {
            state = unchecked(state * 1664525 + 1013904223);
            return (byte)(darkest + (int)(state >> 16) % (lightest - darkest + 1));
        }));
    }

    [Fact]
    public async Task Paper_in_a_black_frame_is_blank() =>
        AssertNothing("blank", await ReadAsync(1240, 1754, (x, y) => x is < 200 or > 1040 || y is < 200 or > 1554 ? (byte)0 : (byte)240));

    [Theory]
    [InlineData(8, 3508)]
    [InlineData(2480, 9)]
    [InlineData(8, 20_000)]
    [InlineData(20_000, 8)]
    [InlineData(8, 8)]
    public async Task A_strip_is_blank_or_too_dark_to_tell(int width, int height)
    {
        AssertNothing("blank", await ReadAsync(width, height, (_, _) => 255));
        AssertNothing("illegible", await ReadAsync(width, height, (_, _) => 0));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3000, 3)]
    public async Task A_dot_is_too_small(int width, int height) => AssertNothing("too-small", await ReadAsync(width, height, (_, _) => 0));

    [Fact]
    public async Task A_photo_of_no_document_has_neither_rules_nor_figures()
    {
        var page = await ReadAsync(1500, 1100, (x, y) => (byte)(120 + 60 * Math.Sin(x / 130.0 + 2 * Math.Sin(y / 90.0)) + 40 * Math.Sin(y / 55.0 + x / 400.0)));

        Assert.Empty(page.Rulings);
        Assert.Empty(page.UnreadInk);
    }

    private static void AssertNothing(string problem, ReadPage page)
    {
        Assert.Contains(problem, page.Problems.Select(found => found.Category));
        Assert.Empty(page.Words);
        Assert.True(page.IsLost);
        Assert.Equal(problem == "blank" ? (PageReading.Ocr, "image-file") : (PageReading.None, problem), (page.Reading, page.Why));
    }

    private static async Task<ReadPage> ReadAsync(int width, int height, Func<int, int, byte> shade)
    {
        var image = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                image[x, y] = shade(x, y);
        using var pix = PixImage.ToNative(image);
        return (await HandWrittenPdf.ReadAsync("a.png", PixImage.EncodePng(pix))).Page!;
    }
}
