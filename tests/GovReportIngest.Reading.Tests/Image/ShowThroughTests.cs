using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed class ShowThroughTests
{
    private const int Side = 800;
    private const double PixelsPerPoint = 300 / 72.0;
    private const byte Paper = 235;

    [Fact]
    public void Pale_bars_of_the_other_side_become_paper()
    {
        var page = Draw(stain: 28);
        var cleared = Removed(page);
        Assert.NotNull(cleared);
        for (var y = 40; y < 760; y++)
            Assert.InRange(cleared[700, y], Paper - 6, 255);
    }

    [Fact]
    public void Ink_of_this_side_keeps_every_pixel()
    {
        var page = Draw(stain: 28);
        var cleared = Removed(page);
        Assert.NotNull(cleared);
        foreach (var (x, y) in Print())
            Assert.Equal(page[x, y], cleared[x, y]);
    }

    [Fact]
    public void Grey_hairline_of_this_side_stays_on_a_stained_page()
    {
        var page = Draw(stain: 28);
        for (var x = 100; x < 600; x++)
            page[x, 620] = 150;
        var cleared = Removed(page);
        Assert.NotNull(cleared);
        for (var x = 100; x < 600; x++)
            Assert.Equal(150, cleared[x, 620]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Page_that_nothing_shines_through_is_left_as_it_is(int grain) => Assert.Null(Removed(Draw(stain: grain)));

    [Fact]
    public void Shade_towards_one_side_is_no_stain()
    {
        var page = Draw(stain: 0);
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
                page[x, y] = (byte)(page[x, y] * (1 - 0.45 * Math.Exp(-x / 250.0)));
        Assert.Null(Removed(page));
    }

    [Fact]
    public void Dark_fill_with_light_text_is_kept()
    {
        var page = Draw(stain: 28);
        for (var y = 500; y < 600; y++)
            for (var x = 100; x < 700; x++)
                page[x, y] = (byte)(y is > 540 and < 548 && x is > 300 and < 400 ? 220 : 40);
        var cleared = Removed(page);
        Assert.NotNull(cleared);
        Assert.Equal(40, cleared[200, 560]);
        Assert.Equal(40, cleared[350, 520]);
    }

    private static GrayImage? Removed(GrayImage page)
    {
        using var grey = PixImage.ToNative(page);
        using var binary = StraightPage.Threshold(grey, PixelsPerPoint);
        using var cleared = ShowThrough.Remove(grey, binary, PixelsPerPoint);
        return cleared is null ? null : PixImage.ToManaged(cleared);
    }

    /// <summary>Lines of print on the left, and pale soft bars, as lines of the other side are, all over.</summary>
    private static GrayImage Draw(int stain)
    {
        var page = new GrayImage(Side, Side);
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
            {
                var fromBar = Math.Min(y % 60, 60 - y % 60);
                page[x, y] = (byte)(Paper - stain * Math.Exp(-fromBar * fromBar / 18.0));
            }

        foreach (var (x, y) in Print())
            page[x, y] = 45;
        return page;
    }

    private static IEnumerable<(int X, int Y)> Print() =>
        from line in Enumerable.Range(0, 9)
        from y in Enumerable.Range(37 + line * 47, 4)
        from x in Enumerable.Range(60, 300)
        where x % 12 < 7
        select (x, y);
}
