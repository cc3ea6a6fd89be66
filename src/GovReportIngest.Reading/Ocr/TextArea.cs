using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>The part of a page where ink of the size of characters stands, with a margin; null where there is none.</summary>
internal static class TextArea
{
    public static PixelBox? Find(Pix binary, double pixelsPerPoint)
    {
        var shapes = PixImage.Components(binary, 8)
            .Where(box => box.Height >= 2 * pixelsPerPoint && box.Height <= 60 * pixelsPerPoint && box.Width <= 80 * pixelsPerPoint)
            .ToList();
        if (shapes.Count < 2)
            return null;
        var margin = (int)(4 * pixelsPerPoint);
        var left = Math.Max(0, shapes.Min(box => box.X) - margin);
        var top = Math.Max(0, shapes.Min(box => box.Y) - margin);
        var right = Math.Min(binary.Width, shapes.Max(box => box.X + box.Width) + margin);
        var bottom = Math.Min(binary.Height, shapes.Max(box => box.Y + box.Height) + margin);
        return new(left, top, right - left, bottom - top);
    }
}
