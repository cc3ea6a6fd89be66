using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Stretches of text to try a page's way up on: shapes as large as characters that smearing along the lines joins. Rules and
/// what worn rules leave are no such shapes.
/// </summary>
internal static class TextStrip
{
    /// <summary>Characters and their larger pieces, points.</summary>
    private const double Smallest = 3;
    private const double Largest = 16;

    /// <summary>Strokes are thinner: pieces of rules, points.</summary>
    private const double Thinnest = 1.5;

    /// <summary>White between the characters of one line, and the highest line, points.</summary>
    private const double WidestGap = 5;
    private const double HighestLine = 20;

    private const double LongestStrip = 110;
    private const int FewestPieces = 6;

    /// <summary>At most <paramref name="most"/> strips of a level page, the longest first; empty where there is no text.</summary>
    public static IReadOnlyList<PixelBox> Find(Pix binary, double pixelsPerPoint, int most)
    {
        var shapes = PixImage.Components(binary, 8).Select(box => new PixelBox(box.X, box.Y, box.Width, box.Height))
            .Where(box => IsCharacter(box, pixelsPerPoint)).ToList();
        using var smeared = Smear(shapes, binary, pixelsPerPoint);
        var longest = (int)(LongestStrip * pixelsPerPoint);
        var margin = (int)(1.5 * pixelsPerPoint);
        return [.. PixImage.Components(smeared, 8)
            .Where(box => box.Height > 6 * pixelsPerPoint && box.Height < HighestLine * pixelsPerPoint && box.Width > 4 * box.Height)
            .Select(box => new PixelBox(box.X, box.Y, Math.Min(box.Width, longest), box.Height))
            .Where(line => shapes.Count(shape => line.Holds(shape.X + shape.Width / 2, shape.Y + shape.Height / 2)) >= FewestPieces)
            .OrderByDescending(line => line.Width).ThenBy(line => line.Y).ThenBy(line => line.X)
            .Take(most)
            .Select(line => new PixelBox(Math.Max(0, line.X - margin), Math.Max(0, line.Y - margin), line.Width + 2 * margin, line.Height + 2 * margin))];
    }

    private static bool IsCharacter(PixelBox box, double scale) =>
        Math.Max(box.Width, box.Height) is var size && size >= Smallest * scale && size <= Largest * scale && Math.Min(box.Width, box.Height) >= Thinnest * scale;

    private static Pix Smear(List<PixelBox> shapes, Pix page, double scale)
    {
        using var filled = PixImage.Checked(Leptonica.pixCreate(page.Width, page.Height, 1), "pixCreate");
        foreach (var shape in shapes)
            PixelPaint.Ink(filled, shape);
        return Brick.Close(filled, (int)(WidestGap * scale), 1);
    }
}
