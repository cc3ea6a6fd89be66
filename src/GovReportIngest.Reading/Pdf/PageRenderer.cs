using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using static GovReportIngest.Reading.Interop.Cairo;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Draws a page on white paper.</summary>
internal static unsafe class PageRenderer
{
    /// <summary>Null where the page is larger than <paramref name="maximumPixels"/> or Cairo can draw.</summary>
    internal static GrayImage? Gray(PopplerPage page, double dpi, long maximumPixels)
    {
        Poppler.poppler_page_get_size(page, out var pageWidth, out var pageHeight);
        var (width, height) = (Math.Ceiling(pageWidth * dpi / 72), Math.Ceiling(pageHeight * dpi / 72));
        if (!(width >= 1 && height >= 1 && width <= MaximumSide && height <= MaximumSide && width * height <= maximumPixels))
            return null;
        using var surface = cairo_image_surface_create(FormatRgb24, (int)width, (int)height);
        if (surface.IsInvalid || cairo_surface_status(surface) != 0)
            return null;
        using (var context = cairo_create(surface))
        {
            cairo_set_source_rgb(context, 1, 1, 1);
            cairo_paint(context);
            cairo_scale(context, dpi / 72, dpi / 72);
            Poppler.poppler_page_render(page, context);
            if (cairo_status(context) != 0)
                return null;
        }

        cairo_surface_flush(surface);
        return Copy(surface, (int)width, (int)height);
    }

    private static GrayImage Copy(CairoSurface surface, int width, int height)
    {
        var image = new GrayImage(width, height);
        var stride = cairo_image_surface_get_stride(surface) / 4;
        var data = cairo_image_surface_get_data(surface);
        for (var y = 0; y < height; y++)
        {
            var source = new ReadOnlySpan<uint>(data + (long)y * stride, width);
            var target = image.Pixels.AsSpan(y * width, width);
            for (var x = 0; x < source.Length; x++)
                target[x] = (byte)(((source[x] >> 16 & 255) * 77 + (source[x] >> 8 & 255) * 150 + (source[x] & 255) * 29) >> 8);
        }

        return image;
    }
}
