using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class LocalThresholdTests
{
    /// <summary>Pixels as near to their threshold as this may fall on either side, of 255 levels: sums are taken in single precision.</summary>
    private const double Rounding = 0.05;

    [Theory]
    [InlineData(96, 70, 9)]
    [InlineData(101, 64, 20)]
    [InlineData(33, 40, 15)]
    [InlineData(31, 200, 3)]
    public void Ink_is_what_is_darker_than_its_window_demands(int width, int height, int half)
    {
        const double Factor = 0.3;
        var page = Speckled(width, height);
        using var grey = PixImage.ToNative(page);
        using var binary = LocalThreshold.Binarise(grey, half, (float)Factor);
        using var levels = PixImage.ToGrey(binary);
        var result = PixImage.ToManaged(levels);
        var (ink, paper) = (0, 0);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var below = Threshold(page, x, y, half, Factor) - page[x, y];
                if (Math.Abs(below) < Rounding)
                    continue;
                Assert.Equal(below > 0, result[x, y] == 0);
                _ = below > 0 ? ink++ : paper++;
            }

        Assert.True(ink > 20 && paper > 20, $"{ink} pixels of ink and {paper} of paper prove nothing.");
    }

    [Fact]
    public void Print_is_found_in_shade_that_is_darker_than_print_elsewhere()
    {
        var page = new GrayImage(200, 100);
        for (var y = 0; y < 100; y++)
            for (var x = 0; x < 200; x++)
                page[x, y] = (byte)((250 - x) / (x % 20 is 4 or 5 or 6 && y is > 20 and < 80 ? 3 : 1));
        using var grey = PixImage.ToNative(page);
        using var binary = LocalThreshold.Binarise(grey, 15, 0.3f);
        Assert.Equal(10, PixImage.Components(binary, 8).Count(box => box is { Width: 3, Height: 59 }));
    }

    [Fact]
    public void A_page_smaller_than_a_window_is_cut_at_half_of_the_range()
    {
        var page = new GrayImage(6, 3, [0, 100, 127, 129, 200, 255, 0, 100, 127, 129, 200, 255, 0, 100, 127, 129, 200, 255]);
        using var grey = PixImage.ToNative(page);
        using var binary = LocalThreshold.Binarise(grey, 20, 0.3f);
        Assert.Equal([(0, 0, 3, 3)], PixImage.Components(binary, 8));
    }

    /// <summary>Strokes on paper with shade and grain.</summary>
    private static GrayImage Speckled(int width, int height)
    {
        var random = new Random(11);
        var page = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                page[x, y] = (byte)Math.Clamp((x / 7 % 3 == 0 && y / 5 % 2 == 0 ? 60 : 220) - x / 2 + random.Next(-25, 26), 0, 255);
        return page;
    }

    /// <summary>By the definition, in double precision; the page is mirrored at its edges.</summary>
    private static double Threshold(GrayImage page, int x, int y, int half, double factor)
    {
        double sum = 0, squares = 0;
        for (var dy = -half; dy <= half; dy++)
            for (var dx = -half; dx <= half; dx++)
            {
                double pixel = page[Mirrored(x + dx, page.Width), Mirrored(y + dy, page.Height)];
                sum += pixel;
                squares += pixel * pixel;
            }

        var count = (2 * half + 1.0) * (2 * half + 1);
        var mean = sum / count;
        return mean * (1 - factor * (1 - Math.Sqrt(Math.Max(0, squares / count - mean * mean)) / 128));
    }

    private static int Mirrored(int at, int length) => at < 0 ? -1 - at : at >= length ? 2 * length - 1 - at : at;
}
