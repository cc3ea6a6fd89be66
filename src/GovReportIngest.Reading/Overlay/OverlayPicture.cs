using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Pdf;
using static GovReportIngest.Reading.Interop.Cairo;

namespace GovReportIngest.Reading.Overlay;

/// <summary>Draws an overlay on the picture of its page.</summary>
internal static unsafe class OverlayPicture
{
    /// <summary>The page steps back behind what is drawn on it.</summary>
    private const double Veil = 0.22;
    private const uint LegendGround = 0xE4E8EC;

    /// <param name="page">As its file holds it: any depth, resolution and, before turning, orientation.</param>
    /// <param name="overlay">What to draw; its page size decides the size of the picture.</param>
    /// <returns>PNG; null where Cairo cannot make a picture of this size.</returns>
    internal static byte[]? Draw(Pix page, PageOverlay overlay)
    {
        var (width, height) = overlay.SizeInPixels;
        var legend = overlay.IsBare ? 0 : (int)Math.Ceiling(OverlayPen.LegendHeightOf(overlay) * overlay.PixelsPerPoint);
        if (width is < 1 or > MaximumSide || height < 1 || height + legend > MaximumSide)
            return null;
        using var surface = cairo_image_surface_create(FormatRgb24, width, legend + height);
        if (surface.IsInvalid || cairo_surface_status(surface) != 0)
            return null;
        using (var upright = Upright(page, overlay))
            Lay(upright, surface, (width, height), legend);
        if (!Write(surface, overlay, legend))
            return null;
        using var drawn = PageRenderer.Copy(surface, width, legend + height, (int)Math.Round(overlay.PixelsPerPoint * 72));
        return PixImage.EncodePng(drawn);
    }

    private static bool Write(CairoSurface surface, PageOverlay overlay, int legend)
    {
        if (overlay.IsBare)
            return true;
        using var context = cairo_create(surface);
        cairo_set_source_rgba(context, 1, 1, 1, Veil);
        cairo_paint(context);
        cairo_scale(context, overlay.PixelsPerPoint, overlay.PixelsPerPoint);
        cairo_translate(context, 0, legend / overlay.PixelsPerPoint);
        var pen = new OverlayPen(context, overlay);
        pen.DrawShapes();
        cairo_translate(context, 0, -legend / overlay.PixelsPerPoint);
        pen.DrawLegend();
        cairo_surface_flush(surface);
        return cairo_status(context) == 0;
    }

    /// <summary>32 bits a pixel, turned, and of the picture's size but for a rounded pixel; fax pixels become square.</summary>
    private static Pix Upright(Pix page, PageOverlay overlay)
    {
        var (width, height) = overlay.SizeInPixels;
        using var coloured = PixImage.Checked(Leptonica.pixConvertTo32(page), "pixConvertTo32");
        using var turned = PageOrientation.Turn(coloured, overlay.Rotation);
        return PixImage.Checked(Leptonica.pixScale(turned, (float)width / turned.Width, (float)height / turned.Height), "pixScale");
    }

    // Leptonica keeps 0xRRGGBB00, Cairo 0x00RRGGBB; the legend is grey, what scaling left uncovered white.
    private static void Lay(Pix page, CairoSurface surface, (int Width, int Height) size, int legend)
    {
        var (stride, sourceStride) = (cairo_image_surface_get_stride(surface) / 4, Leptonica.pixGetWpl(page));
        var target = cairo_image_surface_get_data(surface);
        var source = Leptonica.pixGetData(page);
        new Span<uint>(target, checked(stride * legend)).Fill(LegendGround);
        for (var y = 0; y < size.Height; y++)
            for (var x = 0; x < size.Width; x++)
                target[(long)(y + legend) * stride + x] = x < page.Width && y < page.Height ? source[(long)y * sourceStride + x] >> 8 : 0xFFFFFF;
        cairo_surface_mark_dirty(surface);
    }
}
