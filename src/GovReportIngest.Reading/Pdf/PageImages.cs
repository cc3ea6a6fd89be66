using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>The images that a page places.</summary>
internal static unsafe class PageImages
{
    /// <summary>An image that covers this part of a page is the page.</summary>
    internal const double WholePage = 0.6;

    /// <summary>Drawn for OCR with no image to follow; the least and most that an image may ask for.</summary>
    private const int UsualDpi = 300;
    private const int LeastDpi = 150;
    private const int MostDpi = 600;

    /// <summary>Area of all images inside the page as a part of the page; overlaps count twice.</summary>
    internal static double Share(PopplerPage page) => Placed(page).Sum(image => image.Share);

    /// <summary>The resolution of the image that is the page, so that drawing it loses and invents nothing; else 300.</summary>
    internal static int Dpi(PopplerPage page)
    {
        var largest = Placed(page).OrderByDescending(image => image.Share).FirstOrDefault();
        if (largest.Share < WholePage)
            return UsualDpi;
        using var surface = Poppler.poppler_page_get_image(page, largest.Id);
        if (surface.IsInvalid || Cairo.cairo_surface_status(surface) != 0)
            return UsualDpi;
        double pixels = Cairo.cairo_image_surface_get_width(surface) * (double)Cairo.cairo_image_surface_get_height(surface);
        return (int)Math.Clamp(Math.Round(72 * Math.Sqrt(pixels / largest.Area)), LeastDpi, MostDpi);
    }

    private static List<(int Id, double Share, double Area)> Placed(PopplerPage page)
    {
        Poppler.poppler_page_get_size(page, out var width, out var height);
        var images = new List<(int, double, double)>();
        var mappings = Poppler.poppler_page_get_image_mapping(page);
        for (var item = mappings; item != null; item = item->Next)
        {
            var mapping = (Poppler.ImageMapping*)item->Data;
            var box = mapping->Area;
            var seen = Math.Max(0, Math.Min(width, box.Right) - Math.Max(0, box.Left)) * Math.Max(0, Math.Min(height, box.Bottom) - Math.Max(0, box.Top));
            images.Add((mapping->ImageId, seen / Math.Max(1, width * height), Math.Max(1, (box.Right - box.Left) * (box.Bottom - box.Top))));
        }

        Poppler.poppler_page_free_image_mapping(mappings);
        return images;
    }
}
