using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

public sealed class PaleInkTests
{
    private const byte Pale = 160;

    private static double ShareOf(Action<GrayImage> draw)
    {
        var page = Picture.White(280, 180, 245);
        draw(page);
        return PaleInk.ShareOf(NumberInk.Of(page, new Box(10, 10, 46, 21), 300 / 72.0));
    }

    [Fact]
    public void A_blank_cell_and_plain_digits_have_none()
    {
        Assert.Equal(0, ShareOf(_ => { }));
        Assert.Equal(0, ShareOf(page => page.Fill(110, 70, 8, 30)));
    }

    [Fact]
    public void A_stroke_too_weak_to_count_as_ink_is_seen() =>
        Assert.InRange(ShareOf(page => Weak(page, 96, 88, 12, 4).Fill(110, 70, 8, 30)), 0.04, 1);

    [Fact]
    public void The_blurred_rim_of_a_digit_is_no_stroke() =>
        Assert.Equal(0, ShareOf(page => Weak(page, 109, 69, 10, 32).Fill(110, 70, 8, 30)));

    private static GrayImage Weak(GrayImage page, int x, int y, int width, int height)
    {
        for (var v = y; v < y + height; v++)
            for (var u = x; u < x + width; u++)
                page[u, v] = Pale;
        return page;
    }
}
