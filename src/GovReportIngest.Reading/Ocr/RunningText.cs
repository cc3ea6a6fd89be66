using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>The lines of running text on a page, found by their ink.</summary>
internal static class RunningText
{
    /// <summary>Smaller ink is dust, larger is no character, points.</summary>
    private const double Dust = 0.6;
    private const double Largest = 60;

    /// <summary>A line has ink at least this high, points.</summary>
    private const double LowestText = 2.5;

    /// <summary>On a page with more specks than this, only those of the size of characters are looked at.</summary>
    private const int MostShapes = 8000;

    /// <param name="ink">1 bit, without rules and tables.</param>
    /// <returns>From top to bottom, then from left to right; pixels.</returns>
    public static IReadOnlyList<PixelBox> Lines(Pix ink, double pixelsPerPoint)
    {
        var shapes = PixImage.Components(ink, 8).Select(box => new PixelBox(box.X, box.Y, box.Width, box.Height))
            .Where(box => Math.Max(box.Width, box.Height) >= Dust * pixelsPerPoint && box.Height <= Largest * pixelsPerPoint && box.Width <= Largest * pixelsPerPoint)
            .ToList();
        if (shapes.Count > MostShapes)
            shapes = [.. shapes.Where(box => Math.Max(box.Width, box.Height) >= LowestText * pixelsPerPoint).Take(MostShapes)];
        return [.. TextPieces.Cut(shapes, pixelsPerPoint).Where(line => line.Height >= LowestText * pixelsPerPoint)];
    }
}
