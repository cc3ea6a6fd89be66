using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>A few lines of text to try a page's orientation on: the longest shapes that smearing along the lines gives.</summary>
internal static class TextStrip
{
    private const double LongestStrip = 260;

    public static PixelBox? Find(Pix binary, double pixelsPerPoint)
    {
        using var smeared = PixImage.Checked(Leptonica.pixCloseSafeBrick(0, binary, (int)(7 * pixelsPerPoint), 1), "pixCloseSafeBrick");
        var line = PixImage.Components(smeared, 8)
            .Where(box => box.Height > 6 * pixelsPerPoint && box.Height < 24 * pixelsPerPoint && box.Width > 4 * box.Height)
            .OrderByDescending(box => Math.Min(box.Width, LongestStrip * pixelsPerPoint)).ThenBy(box => box.Y).ThenBy(box => box.X)
            .Cast<(int X, int Y, int Width, int Height)?>()
            .FirstOrDefault();
        if (line is not { } found)
            return null;
        var margin = (int)(3 * pixelsPerPoint);
        var (x, y) = (Math.Max(0, found.X - margin), Math.Max(0, found.Y - margin));
        return new(x, y,
            Math.Min(binary.Width - x, Math.Min(found.Width, (int)(LongestStrip * pixelsPerPoint)) + 2 * margin),
            Math.Min(binary.Height - y, found.Height + 2 * margin));
    }
}
