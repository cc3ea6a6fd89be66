using GovReportIngest.Reading.Interop;
using static GovReportIngest.Reading.Interop.Cairo;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Draws a page in colour on white paper.</summary>
internal static unsafe class PageRenderer
{
    /// <summary>32 bits a pixel with its resolution set; null where an error in the page ends its drawing too early.</summary>
    /// <exception cref="InsufficientMemoryException">The page does not fit into memory at this resolution.</exception>
    internal static Pix? Colour(PopplerPage page, int dpi)
    {
        Poppler.poppler_page_get_size(page, out var pageWidth, out var pageHeight);
        var (width, height) = ((int)Math.Ceiling(pageWidth * dpi / 72), (int)Math.Ceiling(pageHeight * dpi / 72));
        using var surface = cairo_image_surface_create(FormatRgb24, width, height);
        if (surface.IsInvalid || cairo_surface_status(surface) != Success)
            throw new InsufficientMemoryException($"A page of {width} × {height} pixels cannot be drawn.");
        using (var context = cairo_create(surface))
        {
            cairo_set_source_rgb(context, 1, 1, 1);
            cairo_paint(context);
            cairo_scale(context, dpi / 72.0, dpi / 72.0);
            Poppler.poppler_page_render(page, context);
            if (cairo_status(context) != Success)
                return null;
        }

        cairo_surface_flush(surface);
        return Copy(surface, width, height, dpi);
    }

    /// <summary>Cairo keeps 0x00RRGGBB, Leptonica 0xRRGGBB00, both in the machine's byte order.</summary>
    internal static Pix Copy(CairoSurface surface, int width, int height, int dpi)
    {
        var pix = PixImage.Checked(Leptonica.pixCreate(width, height, 32), "pixCreate");
        var (sourceStride, targetStride) = (cairo_image_surface_get_stride(surface) / 4, Leptonica.pixGetWpl(pix));
        var source = cairo_image_surface_get_data(surface);
        var target = Leptonica.pixGetData(pix);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                target[(long)y * targetStride + x] = source[(long)y * sourceStride + x] << 8;
        _ = Leptonica.pixSetResolution(pix, dpi, dpi);
        return pix;
    }
}
