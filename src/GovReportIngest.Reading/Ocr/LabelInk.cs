using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Tells ink of a number or a placeholder from words, by its shapes alone. In doubt it counts as words: reading a number twice
/// costs time, a label that is not read costs its row.
/// </summary>
internal static class LabelInk
{
    /// <summary>More characters than any number of a report has.</summary>
    private const int LongestNumber = 14;

    /// <summary>
    /// Digits are whole shapes, narrow and as high as one another, beside which only points and dashes stand; characters of
    /// Chinese are wide or made of pieces of many heights.
    /// </summary>
    public static bool IsNumber(IReadOnlyList<PixelBox> shapes, double pixelsPerPoint)
    {
        var highest = shapes.Max(shape => shape.Height);
        return shapes.Count <= LongestNumber && highest <= 14 * pixelsPerPoint
            && shapes.All(shape => IsDigit(shape, highest) || IsMark(shape, highest));
    }

    private static bool IsDigit(PixelBox shape, int highest) => shape.Height > 0.75 * highest && shape.Width < 0.8 * highest;

    private static bool IsMark(PixelBox shape, int highest) =>
        shape.Height < 0.35 * highest && shape.Width < 0.9 * highest && (shape.Width < 0.35 * highest || shape.Height < 0.2 * highest);
}
