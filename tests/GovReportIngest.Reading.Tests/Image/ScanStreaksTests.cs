using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class ScanStreaksTests
{
    private const int Width = 600;
    private const int Height = 700;
    private const int Dpi = 200;
    private const byte Paper = 230;

    [Theory]
    [InlineData(0.97)]
    [InlineData(0.9)]
    [InlineData(0.6)]
    public void Faint_streak_is_lightened_to_the_paper_and_ink_under_it_stays(double share)
    {
        var page = Print();
        Draw(page, 300, 0, Height, share);
        Assert.True(ScanStreaks.Clear(page, Dpi));
        Assert.InRange(page[300, 20], Paper - 9, Paper + 9);
        Assert.InRange(page[300, 355], 20, 45);
    }

    [Fact]
    public void Black_streak_of_two_pixels_is_bridged()
    {
        var page = Print();
        Draw(page, 300, 0, Height, 0.02);
        Draw(page, 301, 0, Height, 0.02);
        Assert.True(ScanStreaks.Clear(page, Dpi));
        Assert.InRange(page[300, 20], Paper - 12, 255);
        Assert.InRange(page[301, 355], 20, 45);
    }

    [Fact]
    public void Streak_across_the_page_is_found_as_well()
    {
        var page = Print();
        for (var x = 0; x < Width; x++)
            page[x, 640] = (byte)(page[x, 640] * 0.85);
        Assert.True(ScanStreaks.Clear(page, Dpi));
        Assert.InRange(page[80, 640], Paper - 9, Paper + 9);
    }

    [Theory]
    [InlineData(30, Height)]
    [InlineData(0, Height - 30)]
    [InlineData(100, 600)]
    public void Rule_that_ends_before_the_edge_of_the_page_is_left_alone(int from, int to)
    {
        var page = Print();
        Draw(page, 300, from, to, 0.8);
        var before = page.Pixels.ToArray();
        Assert.False(ScanStreaks.Clear(page, Dpi));
        Assert.Equal(before, page.Pixels);
    }

    [Fact]
    public void Streak_is_found_between_black_borders()
    {
        var page = Print();
        Draw(page, 300, 0, Height, 0.85);
        for (var x = 0; x < Width; x++)
            for (var y = 0; y < 40; y++)
                page[x, y] = 15;
        Assert.True(ScanStreaks.Clear(page, Dpi));
        Assert.InRange(page[300, 60], Paper - 9, Paper + 9);
    }

    /// <summary>Paper with grain and rows of words that are so long that every column has ink.</summary>
    private static GrayImage Print()
    {
        var page = new GrayImage(Width, Height);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                page[x, y] = (byte)(Paper - 4 + (x * 7919 + y * 104729 + x * y) % 9);
        for (var line = 50; line < 600; line += 25)
            for (var x = 50; x < 550; x++)
                if (x / 9 % 5 != line / 25 % 5)
                    for (var y = line; y < line + 10; y++)
                        page[x, y] = 30;
        return page;
    }

    private static void Draw(GrayImage page, int x, int from, int to, double share)
    {
        for (var y = from; y < to; y++)
            page[x, y] = (byte)(page[x, y] * share);
    }
}
