using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class StraightPageTests
{
    private const double Scale = 300.0 / 72;

    /// <summary>A table with short labels has chance likenesses at many angles.</summary>
    [Theory]
    [InlineData(-15)]
    [InlineData(-13.3)]
    [InlineData(-8)]
    [InlineData(-2.5)]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9.1)]
    [InlineData(14.5)]
    public void A_table_is_levelled_however_far_it_is_turned(double degrees)
    {
        using var level = PixImage.ToNative(Table());
        using var turned = PixImage.Checked(Leptonica.pixRotate(level, (float)(degrees * Math.PI / 180), 1, 1, 0, 0), "pixRotate");
        using var binary = StraightPage.Threshold(turned, Scale);

        using var straight = StraightPage.Of(turned, binary, Scale);

        Assert.Equal(-degrees, straight.Skew, 0.15);
    }

    private static GrayImage Table()
    {
        var page = new GrayImage(2480, 1754);
        Array.Fill(page.Pixels, (byte)255);
        void Fill(int left, int top, int width, int height)
        {
            for (var y = top; y < top + height; y++)
                Array.Fill(page.Pixels, (byte)0, y * page.Width + left, width);
        }

        for (var row = 0; row <= 14; row++)
            Fill(500, 350 + 70 * row, 1500, 3);
        for (var column = 0; column <= 10; column++)
            Fill(500 + 150 * column, 350, 3, 980);
        for (var row = 0; row < 14; row++)
            for (var column = 0; column < 10; column++)
                Fill(560 + 150 * column - row * column % 7 * 5, 370 + 70 * row, 12 + row * column % 5 * 6, 30);
        return page;
    }
}
