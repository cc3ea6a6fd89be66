using GovReportIngest.SampleGenerator.Native;

namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>A red round seal, 42 mm across: ring, star and the agency's characters along the ring, pressed unevenly.</summary>
internal static class Seal
{
    private const double RadiusInInches = 0.82;

    /// <param name="x">Middle, as a share of the page's width.</param>
    /// <param name="y">Middle, as a share of the page's height.</param>
    public static Raster Press(Raster page, string agency, double x, double y, Dice dice)
    {
        var radius = RadiusInInches * page.DpiX;
        using var canvas = new Canvas(page.Width, page.Height);
        Draw(canvas.Context, agency, x * page.Width, y * page.Height, radius, dice.Between(-0.2, 0.2));
        var stamp = canvas.ToRaster(page.DpiX, page.DpiY);
        var pressure = new Clouds(dice, 60);
        var sealedPage = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var row = 0; row < page.Height; row++)
            for (var column = 0; column < page.Width; column++)
            {
                var strength = 0.55 + 0.45 * pressure.At((double)column / page.Width, (double)row / page.Height);
                for (int at = page.Offset(column, row), end = at + 3; at < end; at++)
                    sealedPage.Rgb[at] = (byte)(page.Rgb[at] * (1 - strength * (255 - stamp.Rgb[at]) / 255));
            }
        return sealedPage;
    }

    private static void Draw(nint context, string agency, double x, double y, double radius, double turn)
    {
        NativeCalls.cairo_translate(context, x, y);
        NativeCalls.cairo_rotate(context, turn);
        NativeCalls.cairo_set_source_rgb(context, 0.86, 0.10, 0.14);
        NativeCalls.cairo_set_line_width(context, radius * 0.06);
        NativeCalls.cairo_arc(context, 0, 0, radius, 0, Math.Tau);
        NativeCalls.cairo_stroke(context);
        Star(context, radius * 0.32);
        NativeCalls.cairo_select_font_face(context, "Noto Serif CJK SC", 0, 0);
        var size = Math.Min(radius * 0.30, radius * 4.2 / agency.Length);
        NativeCalls.cairo_set_font_size(context, size);
        for (var i = 0; i < agency.Length; i++)
        {
            var angle = Math.PI * 1.5 * ((i + 0.5) / agency.Length - 0.5);
            NativeCalls.cairo_save(context);
            NativeCalls.cairo_rotate(context, angle);
            NativeCalls.cairo_move_to(context, -size / 2, -radius * 0.66);
            NativeCalls.cairo_show_text(context, agency[i].ToString());
            NativeCalls.cairo_restore(context);
        }
    }

    private static void Star(nint context, double radius)
    {
        for (var point = 0; point < 10; point++)
        {
            var (sin, cos) = Math.SinCos(point * Math.PI / 5);
            var reach = point % 2 == 0 ? radius : radius * 0.382;
            if (point == 0)
                NativeCalls.cairo_move_to(context, sin * reach, -cos * reach);
            else
                NativeCalls.cairo_line_to(context, sin * reach, -cos * reach);
        }
        NativeCalls.cairo_fill(context);
    }
}
