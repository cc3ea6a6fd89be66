using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>Tells cells with words from cells with a number, a placeholder or nothing, by the shapes of their ink alone.</summary>
internal static class LabelInk
{
    /// <param name="binary">1 bit, without rules.</param>
    public static bool IsLabel(Pix binary, PixelBox cell, double pixelsPerPoint)
    {
        var inset = (int)Math.Ceiling(pixelsPerPoint);
        if (PixImage.Clip(binary, cell.X + inset, cell.Y + inset, cell.Width - 2 * inset, cell.Height - 2 * inset) is not { } crop)
            return false;
        using (crop)
        using (var closed = PixImage.Checked(Leptonica.pixCloseSafeBrick(0, crop, 2, (int)(2.5 * pixelsPerPoint)), "pixCloseSafeBrick"))
        {
            var shapes = PixImage.Components(closed, 8)
                .Where(box => box.Height >= 2.5 * pixelsPerPoint && box.Width >= 0.7 * pixelsPerPoint)
                .ToList();
            if (shapes.Count == 0)
                return false;
            // Digits of one line are as high as one another, narrow, and stand on one foot.
            var (top, bottom) = (shapes.Min(box => box.Y), shapes.Max(box => box.Y + box.Height));
            var highest = shapes.Max(box => box.Height);
            var isOneLine = bottom - top <= 1.35 * highest && highest <= 13 * pixelsPerPoint;
            var areNarrow = shapes.All(box => box.Width < 0.82 * highest);
            var areEven = shapes.All(box => box.Height > 0.75 * highest);
            return !(isOneLine && areNarrow && areEven && shapes.Count <= 12);
        }
    }
}
