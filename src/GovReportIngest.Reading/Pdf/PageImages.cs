using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>The images that a page places.</summary>
internal static unsafe class PageImages
{
    /// <summary>An image that covers this part of a page is the page.</summary>
    internal const double WholePage = 0.6;

    /// <summary>What covers less is an ornament, and too many pieces of one picture to ask for each.</summary>
    private const double Matters = 0.05;

    /// <summary>Drawn for OCR with no image to follow; the least and most that an image may ask for.</summary>
    private const int UsualDpi = 300;
    private const int LeastDpi = 150;
    private const int MostDpi = 600;

    /// <summary>Area of all images inside the page as a part of the page; overlaps count twice.</summary>
    internal static double Share(PopplerPage page) => Placed(page).Sum(image => image.Share);

    /// <summary>How finely to draw a page, dots per inch, and how fine the image is that is the page; null where none is.</summary>
    internal readonly record struct Resolution(int Drawn, int? OfImage);

    /// <summary>A page is drawn as finely as the image is that is the page, so that this loses and invents nothing; else with 300.</summary>
    /// <returns>Null where an image that matters is larger than <paramref name="maximumPixels"/>: Poppler would draw the page without it.</returns>
    /// <exception cref="OutOfMemoryException">Such an image, or the page with it, does not fit into memory.</exception>
    internal static Resolution? Find(PopplerPage page, long maximumPixels)
    {
        var images = Placed(page).Where(image => image.Share >= Matters).OrderByDescending(image => image.Share).ToList();
        var found = new Resolution(UsualDpi, null);
        foreach (var image in images)
        {
            if (Pixels(page, image.Id) is not { } pixels)
                continue;
            if (pixels > maximumPixels)
                return null;
            if (image.Share >= WholePage && image == images[0])
                found = Of(72 * Math.Sqrt(pixels / image.Area));
            ProcessMemory.Demand((pixels * 4) + DrawnBytes(page, found.Drawn));
        }

        return found;
    }

    private static Resolution Of(double dpi) => new((int)Math.Clamp(Math.Round(dpi), LeastDpi, MostDpi), (int)Math.Clamp(Math.Round(dpi), 1, 10_000));

    /// <summary>Null where Poppler cannot decode the image.</summary>
    private static long? Pixels(PopplerPage page, int id)
    {
        using var surface = Poppler.poppler_page_get_image(page, id);
        if (surface.IsInvalid)
            return null;
        return Cairo.cairo_surface_status(surface) switch
        {
            Cairo.Success => (long)Cairo.cairo_image_surface_get_width(surface) * Cairo.cairo_image_surface_get_height(surface),
            Cairo.InvalidSize => long.MaxValue,
            Cairo.NoMemory => throw new InsufficientMemoryException("An image of the page does not fit into memory."),
            _ => null,
        };
    }

    private static long DrawnBytes(PopplerPage page, int dpi)
    {
        Poppler.poppler_page_get_size(page, out var width, out var height);
        return (long)(width * dpi / 72 * height * dpi / 72 * 4);
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
