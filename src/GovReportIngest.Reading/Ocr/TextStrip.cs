using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>Lines of text to try a page's way up on: shapes as high as type that smearing along the lines makes of many pieces.</summary>
internal static class TextStrip
{
    private const double LongestStrip = 200;

    /// <summary>Runs of ink of this length are rules, points.</summary>
    private const double ShortestRule = 24;

    private const int FewestPieces = 6;

    /// <summary>At most <paramref name="most"/> strips of a level page, the longest first; empty where there is no text.</summary>
    public static IReadOnlyList<PixelBox> Find(Pix binary, double pixelsPerPoint, int most)
    {
        using var text = WithoutRules(binary, pixelsPerPoint);
        using var smeared = Brick.Close(text, (int)(7 * pixelsPerPoint), 1);
        var margin = (int)(3 * pixelsPerPoint);
        var longest = (int)(LongestStrip * pixelsPerPoint);
        var lines = PixImage.Components(smeared, 8)
            .Where(box => box.Height > 6 * pixelsPerPoint && box.Height < 24 * pixelsPerPoint && box.Width > 4 * box.Height)
            .OrderByDescending(box => Math.Min(box.Width, longest)).ThenBy(box => box.Y).ThenBy(box => box.X);
        var found = new List<PixelBox>();
        foreach (var line in lines)
        {
            var (x, y) = (Math.Max(0, line.X - margin), Math.Max(0, line.Y - margin));
            var strip = new PixelBox(x, y,
                Math.Min(binary.Width - x, Math.Min(line.Width, longest) + 2 * margin), Math.Min(binary.Height - y, line.Height + 2 * margin));
            if (HasCharacters(text, strip, pixelsPerPoint))
                found.Add(strip);
            if (found.Count == most)
                break;
        }

        return found;
    }

    private static Pix WithoutRules(Pix binary, double scale)
    {
        var length = (int)(ShortestRule * scale);
        using var across = Brick.Open(binary, length, 1);
        using var down = Brick.Open(binary, 1, length);
        using var both = PixImage.Checked(Leptonica.pixOr(0, across, down), "pixOr");
        using var fat = PixImage.Checked(Leptonica.pixDilateBrick(0, both, 5, 5), "pixDilateBrick");
        return PixImage.Checked(Leptonica.pixSubtract(0, binary, fat), "pixSubtract");
    }

    private static bool HasCharacters(Pix text, PixelBox strip, double scale)
    {
        if (PixImage.Clip(text, strip.X, strip.Y, strip.Width, strip.Height) is not { } crop)
            return false;
        using (crop)
            return PixImage.Components(crop, 8).Count(piece => piece.Height > 2.5 * scale && piece.Height < 16 * scale && piece.Width < 16 * scale) >= FewestPieces;
    }
}
