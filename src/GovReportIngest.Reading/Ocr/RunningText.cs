using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>The lines of running text on a page, found by their ink.</summary>
internal static class RunningText
{
    /// <summary>Larger ink is no character, points.</summary>
    private const double Largest = 60;

    /// <summary>On a page with more specks than this, only those of the size of characters are looked at.</summary>
    private const int MostShapes = 8000;

    /// <param name="ink">1 bit, without rules and tables.</param>
    /// <returns>From top to bottom, then from left to right; pixels.</returns>
    public static IReadOnlyList<PixelBox> Lines(Pix ink, double pixelsPerPoint)
    {
        var shapes = PixImage.Components(ink, 8).Select(box => new PixelBox(box.X, box.Y, box.Width, box.Height))
            .Where(box => Math.Max(box.Width, box.Height) >= TextPieces.Dust * pixelsPerPoint && box.Height <= Largest * pixelsPerPoint && box.Width <= Largest * pixelsPerPoint)
            .ToList();
        if (shapes.Count > MostShapes)
            shapes = [.. shapes.Where(box => Math.Max(box.Width, box.Height) >= TextPieces.LowestText * pixelsPerPoint).Take(MostShapes)];
        return [.. TextPieces.Cut(shapes, pixelsPerPoint).Where(line => line.Height >= TextPieces.LowestText * pixelsPerPoint)];
    }
}
