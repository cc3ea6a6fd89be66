using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class LightTextTests
{
    private const double Scale = 300.0 / 72;
    private const byte PaperLevel = 240;
    private const byte Shade = 60;

    private static GrayImage Page(byte paper = PaperLevel)
    {
        var page = new GrayImage(1600, 1200);
        Array.Fill(page.Pixels, paper);
        return page;
    }

    /// <summary>Points in, pixels drawn.</summary>
    private static GrayImage Fill(GrayImage page, double left, double top, double right, double bottom, byte level)
    {
        for (var y = (int)(top * Scale); y < bottom * Scale; y++)
            for (var x = (int)(left * Scale); x < right * Scale; x++)
                page[x, y] = level;
        return page;
    }

    /// <summary>Strokes of one point and gaps of one, as dense characters have them, ten points high.</summary>
    private static GrayImage Write(GrayImage page, double left, double top, double right, byte level)
    {
        for (var x = left; x < right; x += 2)
            Fill(page, x, top, x + 1, top + 10, level);
        for (var y = top; y < top + 10; y += 3)
            Fill(page, left, y, right, y + 0.8, level);
        return page;
    }

    private static GrayImage Darken(GrayImage page)
    {
        using var grey = PixImage.ToNative(page);
        LightText.Darken(grey, Scale);
        return PixImage.ToManaged(grey);
    }

    private static byte At(GrayImage page, double x, double y) => page[(int)(x * Scale), (int)(y * Scale)];

    [Fact]
    public void Light_text_and_light_rules_on_a_dark_header_become_dark_on_paper_inside_a_dark_edge()
    {
        var page = Fill(Page(), 50, 50, 350, 80, Shade);
        Fill(page, 200, 50, 201, 80, 235);
        Write(page, 100, 60, 120, 235);

        var done = Darken(page);

        Assert.InRange(At(done, 70, 65), PaperLevel - 15, 255);
        Assert.InRange(At(done, 100.5, 65), 0, 80);
        Assert.InRange(At(done, 200.5, 65), 0, 80);
        Assert.Equal(Shade, At(done, 150, 50.2));
        Assert.Equal(Shade, At(done, 150, 79.7));
        Assert.Equal(PaperLevel, At(done, 150, 100));
    }

    [Fact]
    public void Rules_darker_than_the_shade_stay_and_characters_that_nearly_fill_it_break_no_edge()
    {
        var page = Fill(Page(), 50, 50, 350, 90, Shade);
        Fill(page, 200, 50, 201, 90, 5);
        for (var left = 54; left < 340; left += 60)
            Write(page, left, 56, left + 20, 235);
        for (var left = 101.5; left < 110; left += 3)
            Fill(page, left, 79, left + 2.2, 88.5, 235);

        var done = Darken(page);

        Assert.InRange(At(done, 100, 75), PaperLevel - 15, 255);
        Assert.InRange(At(done, 200.5, 71), 0, 80);
        Assert.InRange(At(done, 54.5, 65), 0, 80);
        Assert.InRange(At(done, 102.5, 83), 0, 80);
    }

    [Fact]
    public void Dense_dark_text_dark_bars_without_text_and_a_dark_border_of_the_scanner_stay_as_they_are()
    {
        var page = Write(Page(), 50, 50, 300, 20);
        Fill(page, 50, 100, 350, 130, Shade);
        Fill(page, 0, 150, 30, 288, 10);
        Write(page, 5, 200, 25, 235);
        var before = (byte[])page.Pixels.Clone();

        Assert.Equal(before, Darken(page).Pixels);
    }

    [Fact]
    public void Dark_text_on_a_shade_stays_dark()
    {
        var page = Fill(Page(), 50, 50, 350, 80, 130);
        Write(page, 100, 60, 160, 10);
        var before = (byte[])page.Pixels.Clone();

        Assert.Equal(before, Darken(page).Pixels);
    }
}
