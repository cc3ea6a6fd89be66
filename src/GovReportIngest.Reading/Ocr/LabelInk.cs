using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Tells cells with words from cells with a number, a placeholder or nothing, by the shapes of their ink alone. In doubt a cell
/// counts as a label: reading a number twice costs time, a label that is not read costs its row.
/// </summary>
internal static class LabelInk
{
    /// <summary>More characters than any number of a report has.</summary>
    private const int LongestNumber = 14;

    /// <param name="binary">1 bit, without rules.</param>
    public static bool IsLabel(Pix binary, PixelBox cell, double pixelsPerPoint)
    {
        var inset = (int)Math.Ceiling(pixelsPerPoint);
        if (PixImage.Clip(binary, cell.X + inset, cell.Y + inset, cell.Width - 2 * inset, cell.Height - 2 * inset) is not { } crop)
            return false;
        using (crop)
        {
            var dust = 0.6 * pixelsPerPoint;
            var shapes = PixImage.Components(crop, 8).Where(shape => shape.Height >= dust || shape.Width >= dust).ToList();
            return shapes.Any(shape => shape.Height >= 2.5 * pixelsPerPoint) && !IsNumber(shapes, pixelsPerPoint);
        }
    }

    /// <summary>
    /// Digits are whole shapes, narrow and as high as one another, beside which only points and dashes stand; characters of
    /// Chinese are wide or made of pieces of many heights.
    /// </summary>
    private static bool IsNumber(List<(int X, int Y, int Width, int Height)> shapes, double scale)
    {
        var highest = shapes.Max(shape => shape.Height);
        return shapes.Count <= LongestNumber && highest <= 14 * scale
            && shapes.All(shape => IsDigit(shape, highest) || IsMark(shape, highest));
    }

    private static bool IsDigit((int X, int Y, int Width, int Height) shape, int highest) =>
        shape.Height > 0.75 * highest && shape.Width < 0.8 * highest;

    private static bool IsMark((int X, int Y, int Width, int Height) shape, int highest) =>
        shape.Height < 0.35 * highest && shape.Width < 0.9 * highest && (shape.Width < 0.35 * highest || shape.Height < 0.2 * highest);
}
