using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;

namespace GovReportIngest.Reading.Tests.Ocr;

public sealed class CloseSetLineTests
{
    private const int Height = 40;

    /// <summary>Black squares of 30 pixels with so much white between them.</summary>
    private static Pix Line(params int[] gaps)
    {
        var image = new GrayImage(30 * (gaps.Length + 1) + gaps.Sum(), Height);
        Array.Fill(image.Pixels, (byte)255);
        var left = 0;
        foreach (var gap in gaps.Append(0))
        {
            for (var y = 5; y < 35; y++)
                for (var x = left; x < left + 30; x++)
                    image[x, y] = 0;
            left += 30 + gap;
        }

        return PixImage.ToNative(image);
    }

    [Fact]
    public void A_letter_spaced_line_is_set_close_and_columns_are_found_again()
    {
        using var line = Line(40, 40, 40, 40, 40);
        using var close = new CloseSetLine(line);
        Assert.Equal(6 * 30 + 5 * 10, close.Line.Width);
        for (var i = 0; i < 6; i++)
            Assert.Equal(70 * i + 15, close.Original(40 * i + 15));
    }

    [Fact]
    public void White_behind_a_mark_stays()
    {
        using var line = Line(3, 4, 3, 25, 4, 3, 4, 3);
        using var close = new CloseSetLine(line);
        Assert.Equal(line.Width, close.Line.Width);
        Assert.Equal(100, close.Original(100));
    }
}
