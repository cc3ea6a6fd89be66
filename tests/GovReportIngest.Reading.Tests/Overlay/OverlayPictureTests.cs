using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Overlay;

namespace GovReportIngest.Reading.Tests.Overlay;

public sealed class OverlayPictureTests
{
    private const int Scale = 3;

    [Fact]
    public void A_flagged_field_is_framed_and_filled_in_its_colour_where_it_stands()
    {
        var overlay = Page(200, 100) with { Shapes = [new(OverlayKind.Flagged, [40, 50, 80, 50, 80, 60, 40, 60])] };

        using var picture = Draw(overlay, 600, 300);

        var top = picture.Height - 300;
        Assert.Equal(0xD55E00u, Pixel(picture, 60 * Scale, top + (int)(48.4 * Scale)));
        Assert.InRange(Pixel(picture, 60 * Scale, top + 55 * Scale) & 0xff, 180u, 240u);
        Assert.Equal(0xFFFFFFu, Pixel(picture, 150 * Scale, top + 55 * Scale));
    }

    [Fact]
    public void The_legend_stands_above_the_page_and_grows_with_the_notes()
    {
        using var without = Draw(Page(200, 100), 600, 300);
        using var with = Draw(Page(200, 100) with { Notes = ["one", "two", "three"] }, 600, 300);

        Assert.True(without.Height > 300);
        Assert.True(with.Height > without.Height);
        Assert.Equal((600, 600), (without.Width, with.Width));
        Assert.NotEqual(0xFFFFFFu, Pixel(without, 5, 5));
        Assert.Equal(0xFFFFFFu, Pixel(without, 5, without.Height - 299));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(90, 199, 0)]
    [InlineData(180, 199, 99)]
    [InlineData(270, 0, 99)]
    public void A_page_that_lay_on_its_side_is_drawn_upright(int rotation, int x, int y)
    {
        // Ink in the upper left corner of the file's image; turning it moves the ink.
        var (width, height) = rotation % 180 == 0 ? (600, 300) : (300, 600);
        var image = White(width, height);
        for (var row = 0; row < 30; row++)
            image.Pixels.AsSpan(row * width, 30).Clear();
        var overlay = Page(200, 100) with { Rotation = rotation };

        using var pix = PixImage.ToNative(image);
        using var picture = PixImage.Decode(OverlayPicture.Draw(pix, overlay)!)!;

        var top = picture.Height - 300;
        var at = (X: Math.Clamp(x * Scale, 5, 594), Y: Math.Clamp(y * Scale, 5, 294));
        Assert.True((Pixel(picture, at.X, top + at.Y) & 0xff) < 100);
        Assert.Equal(0xFFFFFFu, Pixel(picture, 599 - at.X, top + 299 - at.Y));
    }

    [Theory]
    [InlineData(1240, 300)]
    [InlineData(100, 50)]
    public void Fax_pixels_and_coarse_scans_are_scaled_to_the_size_of_the_page(int width, int height)
    {
        using var picture = Draw(Page(200, 100), width, height);

        Assert.Equal(600, picture.Width);
        Assert.Equal(0xFFFFFFu, Pixel(picture, 598, picture.Height - 2));
    }

    [Fact]
    public void A_sheet_of_any_size_gives_a_picture_of_bounded_size()
    {
        using var picture = Draw(Page(20_000, 14_000), 500, 350);

        Assert.Equal(4000, picture.Width);
        Assert.InRange(picture.Height, 2800, 2900);
    }

    [Fact]
    public void The_same_overlay_gives_the_same_bytes()
    {
        var overlay = Page(200, 100) with
        {
            Notes = ["document: 表不见"],
            Shapes = [new(OverlayKind.Heading, [10, 10, 60, 10, 60, 20, 10, 20]) { Label = "H1 总体情况", Level = 1 }, new(OverlayKind.Ruling, [5, 5, 190, 6])],
        };
        using var page = PixImage.ToNative(White(600, 300));

        Assert.Equal(OverlayPicture.Draw(page, overlay), OverlayPicture.Draw(page, overlay));
    }

    private static PageOverlay Page(double width, double height) =>
        new() { SourcePage = 1, Width = width, Height = height, Rotation = 0, Title = "a.pdf" };

    private static GrayImage White(int width, int height)
    {
        var image = new GrayImage(width, height);
        image.Pixels.AsSpan().Fill(255);
        return image;
    }

    private static Pix Draw(PageOverlay overlay, int width, int height)
    {
        using var page = PixImage.ToNative(White(width, height));
        return PixImage.Decode(OverlayPicture.Draw(page, overlay)!)!;
    }

    /// <summary>0xRRGGBB; Leptonica keeps 0xRRGGBB00.</summary>
    private static unsafe uint Pixel(Pix picture, int x, int y) =>
        Leptonica.pixGetData(picture)[(long)y * Leptonica.pixGetWpl(picture) + x] >> 8;
}
