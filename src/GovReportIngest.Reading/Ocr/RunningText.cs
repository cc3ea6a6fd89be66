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

    /// <summary>A line so many type sizes high is several lines, which specks between them hold together.</summary>
    private const double HighestLine = 3;

    /// <summary>Small marks so near to a line belong to it, type sizes.</summary>
    private const double NearLine = 0.5;

    /// <param name="ink">1 bit, without rules and tables.</param>
    /// <returns>From top to bottom, then from left to right; pixels.</returns>
    public static IReadOnlyList<PixelBox> Lines(Pix ink, double pixelsPerPoint)
    {
        var shapes = PixImage.Components(ink, 8).Select(box => new PixelBox(box.X, box.Y, box.Width, box.Height))
            .Where(box => Math.Max(box.Width, box.Height) >= TextPieces.Dust * pixelsPerPoint && box.Height <= Largest * pixelsPerPoint && box.Width <= Largest * pixelsPerPoint)
            .ToList();
        if (shapes.Count > MostShapes)
            shapes = [.. shapes.Where(box => Math.Max(box.Width, box.Height) >= TextPieces.LowestText * pixelsPerPoint).Take(MostShapes)];
        return Lines(shapes, pixelsPerPoint);
    }

    /// <param name="shapes">Connected pieces of ink, without dust.</param>
    internal static IReadOnlyList<PixelBox> Lines(IReadOnlyList<PixelBox> shapes, double pixelsPerPoint)
    {
        var size = TextPieces.TypeSize(shapes, pixelsPerPoint);
        return [.. TextPieces.Cut(shapes, pixelsPerPoint)
            .SelectMany(line => line.Height <= HighestLine * size ? [line] : Parted(line, shapes, pixelsPerPoint, size))
            .Where(line => line.Height >= TextPieces.LowestText * pixelsPerPoint)
            .OrderBy(line => line.Y).ThenBy(line => line.X)];
    }

    /// <summary>
    /// Specks all over a page leave no white from side to side. Shapes of the size of characters alone are cut into lines then, and
    /// lines take back the small marks that stand in them.
    /// </summary>
    private static IEnumerable<PixelBox> Parted(PixelBox tangle, IReadOnlyList<PixelBox> shapes, double pixelsPerPoint, double size)
    {
        var parts = shapes.Where(shape => tangle.Holds(shape.X + shape.Width / 2, shape.Y + shape.Height / 2))
            .ToLookup(shape => Math.Max(shape.Width, shape.Height) >= TextPieces.LowestText * pixelsPerPoint);
        foreach (var line in TextPieces.Cut([.. parts[true]], pixelsPerPoint))
        {
            var near = (int)(NearLine * size);
            var around = line with { X = line.X - near, Width = line.Width + 2 * near };
            var marks = parts[false].Where(mark => around.Holds(mark.X, mark.Y) && around.Holds(mark.X + mark.Width - 1, mark.Y + mark.Height - 1)).ToList();
            var left = marks.Select(mark => mark.X).Append(line.X).Min();
            yield return line with { X = left, Width = marks.Select(mark => mark.X + mark.Width).Append(line.X + line.Width).Max() - left };
        }
    }
}
