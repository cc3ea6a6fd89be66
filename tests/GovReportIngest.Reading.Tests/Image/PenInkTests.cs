using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Tests.Image;

public sealed unsafe class PenInkTests
{
    private const int Dpi = 144;
    private const int Width = 800;
    private const int Height = 1000;

    private static readonly (int, int, int) Blue = (30, 50, 170);
    private static readonly (int, int, int) Red = (215, 40, 50);

    [Fact]
    public void Stroke_of_a_coloured_pen_is_known_in_its_cell_and_not_in_others()
    {
        using var page = Draw((x, y) => y is >= 200 and < 230 && Math.Abs(x - 300 - (y - 200) / 3) < 2 ? Blue : null);
        var pen = PenInk.Find(page, (Dpi, Dpi))!;
        Assert.True(pen.IsIn(new(140, 98, 40, 20), PageFrame.Identity));
        Assert.False(pen.IsIn(new(140, 130, 40, 20), PageFrame.Identity));
        Assert.False(pen.IsIn(new(190, 98, 40, 20), PageFrame.Identity));
    }

    [Fact]
    public void Stroke_is_found_where_the_page_was_turned()
    {
        using var page = Draw((x, y) => y is >= 200 and < 230 && x is >= 300 and < 304 ? Blue : null);
        var pen = PenInk.Find(page, (Dpi, Dpi))!.Turned(90);
        // Clockwise, a point x, y comes to height − y, x.
        Assert.True(pen.IsIn(new(Height / 2.0 - 120, 140, 30, 20), PageFrame.Identity));
        Assert.False(pen.IsIn(new(140, 98, 40, 20), PageFrame.Identity));
    }

    [Fact]
    public void Round_seal_with_its_star_is_no_pen()
    {
        using var page = Draw((x, y) =>
        {
            var radius = Math.Sqrt(Math.Pow(x - 400, 2) + Math.Pow(y - 500, 2));
            return radius is > 112 and < 118 or < 30 ? Red : null;
        });
        Assert.Null(PenInk.Find(page, (Dpi, Dpi)));
    }

    [Fact]
    public void Pen_of_another_colour_over_a_seal_is_known()
    {
        using var page = Draw((x, y) =>
        {
            var radius = Math.Sqrt(Math.Pow(x - 400, 2) + Math.Pow(y - 500, 2));
            return x is >= 380 and < 384 && y is >= 490 and < 520 ? Blue : radius is > 112 and < 118 ? Red : null;
        });
        Assert.True(PenInk.Find(page, (Dpi, Dpi))!.IsIn(new(180, 240, 30, 25), PageFrame.Identity));
    }

    [Fact]
    public void Corrections_in_many_rows_are_no_seal()
    {
        using var page = Draw((x, y) => x is >= 200 and < 440 && y is >= 200 and < 440 && x % 60 < 4 && y % 24 < 16 ? Blue : null);
        Assert.True(PenInk.Find(page, (Dpi, Dpi))!.IsIn(new(115, 105, 20, 12), PageFrame.Identity));
    }

    [Fact]
    public void Shade_of_header_cells_is_no_pen()
    {
        using var page = Draw((x, y) => x is >= 100 and < 700 && y is >= 100 and < 160 ? (120, 170, 235) : null);
        Assert.Null(PenInk.Find(page, (Dpi, Dpi)));
    }

    [Fact]
    public void Colour_fringes_of_black_print_are_no_pen()
    {
        using var page = Draw((x, y) => y is >= 300 and < 320 && x is >= 200 and < 260
            ? (x % 12) switch { < 4 => (15, 15, 15), 4 => (40, 90, 200), 11 => (210, 110, 60), _ => null } : null);
        Assert.Null(PenInk.Find(page, (Dpi, Dpi)));
    }

    [Fact]
    public void Coloured_paper_is_no_pen()
    {
        using var page = Draw((_, _) => (250, 190, 180));
        Assert.Null(PenInk.Find(page, (Dpi, Dpi)));
    }

    private static Pix Draw(Func<int, int, (int Red, int Green, int Blue)?> inkAt)
    {
        var page = PixImage.Checked(Leptonica.pixCreate(Width, Height, 32), "pixCreate");
        var pixels = Leptonica.pixGetData(page);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (red, green, blue) = inkAt(x, y) ?? (248, 246, 240);
                pixels[y * Leptonica.pixGetWpl(page) + x] = (uint)red << 24 | (uint)green << 16 | (uint)blue << 8;
            }

        return page;
    }
}
