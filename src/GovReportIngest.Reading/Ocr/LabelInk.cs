using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Tells ink of a number or a placeholder from words: by its shapes, and because the model knows each of them. In doubt it counts
/// as words: reading a number twice costs time, a label that is not read costs its row.
/// </summary>
/// <param name="model">Loaded with the first table; null goes by the shapes alone.</param>
internal sealed class LabelInk(Lazy<DigitModel?> model)
{
    /// <summary>Paper beside the ink that shows how dark it is, points.</summary>
    private const double Across = 4;
    private const double Down = 3;

    /// <summary>More characters than any number of a report has.</summary>
    private const int LongestNumber = 14;

    /// <summary>No number is higher, points.</summary>
    private const double HighestNumber = 14;

    /// <summary>What does not look like digits is a number only where the model is so sure.</summary>
    private const double SureModel = 0.98;

    private readonly Lazy<DigitReader?> digits = new(() => model.Value is { } known ? new(known) : null);

    /// <param name="page">Without rules.</param>
    public bool IsNumber(GrayImage page, InkPiece piece, double pixelsPerPoint)
    {
        if (piece.Shapes.Count > LongestNumber || piece.Box.Height > HighestNumber * pixelsPerPoint)
            return false;
        var hasShapes = HasShapesOfNumber(piece.Shapes);
        return digits.Value is { } reader ? IsKnown(Read(reader, page, piece.Box, pixelsPerPoint), hasShapes) : hasShapes;
    }

    /// <summary>
    /// Some characters of Chinese have the shapes of digits (总 beside 计, 其 beside 他), and digits that touch or are broken have
    /// other ones.
    /// </summary>
    private static bool IsKnown(ModelReading? reading, bool hasShapes) =>
        hasShapes ? reading is { HasUnknown: false } : reading is { IsNumber: true, Confidence: >= SureModel };

    private static ModelReading? Read(DigitReader reader, GrayImage page, PixelBox box, double scale)
    {
        var around = new Box((box.X / scale) - Across, (box.Y / scale) - Down, (box.Width / scale) + 2 * Across, (box.Height / scale) + 2 * Down);
        var ink = NumberInk.Of(page, around, scale);
        return reader.Read(ink, ink.Characters.Count > 0 ? ink.Characters : ink.Dots);
    }

    /// <summary>
    /// Digits are whole shapes, narrow and as high as one another, beside which only points and dashes stand; characters of
    /// Chinese are wide or made of pieces of many heights.
    /// </summary>
    private static bool HasShapesOfNumber(IReadOnlyList<PixelBox> shapes)
    {
        var highest = shapes.Max(shape => shape.Height);
        return shapes.All(shape => IsDigit(shape, highest) || IsMark(shape, highest));
    }

    private static bool IsDigit(PixelBox shape, int highest) => shape.Height > 0.75 * highest && shape.Width < 0.8 * highest;

    private static bool IsMark(PixelBox shape, int highest) =>
        shape.Height < 0.35 * highest && shape.Width < 0.9 * highest && (shape.Width < 0.35 * highest || shape.Height < 0.2 * highest);
}
