using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class DustTests
{
    private const int Scale = 4;

    /// <summary>Between (200, 200) and (400, 300) points.</summary>
    private static readonly PixelBox Cell = new(200 * Scale, 200 * Scale, 200 * Scale, 100 * Scale);

    [Theory]
    [InlineData(30, 215, 210, true)]
    [InlineData(30, 300, 250, false)]
    [InlineData(4, 215, 210, false)]
    public void A_speck_in_a_cell_is_dust_on_a_dusty_page_and_beside_the_middle(int specksOnPaper, double x, double y, bool isDust)
    {
        var page = Paper(specksOnPaper);
        Fill(page, x, y, 1, 1);

        Assert.Equal(isDust ? 255 : 0, Cleared(page)[(int)(x * Scale) + 1, (int)(y * Scale) + 1]);
    }

    [Fact]
    public void Points_of_numbers_and_dots_in_line_stay()
    {
        var page = Paper(30);
        Fill(page, 210, 210, 4, 7);
        Fill(page, 215.5, 216, 1, 1);
        for (var i = 0; i < 5; i++)
            Fill(page, 210 + 12 * i, 290, 1, 1);

        var cleared = Cleared(page);

        Assert.Equal(0, cleared[(int)(215.5 * Scale) + 1, 216 * Scale + 1]);
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(0, cleared[(210 + 12 * i) * Scale + 1, 290 * Scale + 1]));
    }

    private static GrayImage Paper(int specks)
    {
        var page = new GrayImage(600 * Scale, 800 * Scale);
        Array.Fill(page.Pixels, (byte)255);
        for (var i = 0; i < specks; i++)
            Fill(page, 20 + 137 * i % 150, 20 + 211 * i % 760, 1, 1);
        return page;
    }

    /// <summary>Points in, pixels drawn.</summary>
    private static void Fill(GrayImage page, double left, double top, double width, double height)
    {
        for (var y = (int)(top * Scale); y < (top + height) * Scale; y++)
            for (var x = (int)(left * Scale); x < (left + width) * Scale; x++)
                page[x, y] = 0;
    }

    private static GrayImage Cleared(GrayImage image)
    {
        var grey = PixImage.ToNative(image);
        var binary = PixImage.Checked(Leptonica.pixThresholdToBinary(grey, 128), "pixThresholdToBinary");
        using var ink = PixImage.Checked(Leptonica.pixCopy(0, binary), "pixCopy");
        using var page = new RepairedPage(grey, binary)
        {
            PixelsPerPoint = Scale,
            Frame = PageFrame.Identity,
            SourceSize = (600, 800),
            Dpi = (288, 288),
            DpiIsAssumed = false,
            Rotation = 0,
            SkewDegrees = 0,
        };
        Dust.Clear(page, ink, [Cell]);
        return PixImage.ToManaged(page.Grey);
    }
}
