using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Placeholders and decimal points are told by their shape: engines that expect digits do not see them.</summary>
internal static class Marks
{
    /// <summary>The placeholder that a cell's whole ink is (<c>-</c>, <c>—</c>, <c>/</c>), else null.</summary>
    public static string? PlaceholderOf(GrayImage page, NumberInk ink, double pixelsPerPoint)
    {
        if (ink.Characters.Count == 0)
            return ink.Dots is [var only] && IsHyphen(only, pixelsPerPoint) ? "-" : null;
        if (ink.Characters.All(blob => IsDash(blob)))
            return ink.Extent.Width > 7 * pixelsPerPoint ? "—" : "-";
        return ink.Characters.Count == 1 && IsSlash(page, ink.Characters[0], ink) ? "/" : null;
    }

    public static bool IsDash(Blob blob) => blob.Width > 2 * blob.Height;

    /// <summary>Hyphens of Latin faces are shorter than the dash of Chinese ones, and in bold ones nearly as high as wide.</summary>
    public static bool IsHyphen(Blob dot, double pixelsPerPoint) => dot.Width >= 1.2 * pixelsPerPoint && dot.Width > 1.4 * dot.Height;

    /// <summary>A small mark before the first digit at half its height: a short minus sign, or dirt in its place.</summary>
    public static Blob? BeforeDigits(NumberInk ink)
    {
        if (ink.Characters.Count == 0 || IsDash(ink.Characters[0]))
            return null;
        var first = ink.Characters[0];
        foreach (var dot in ink.Dots)
            if (dot.Right <= first.Left + first.Width / 4 && first.Left - dot.Right < first.Height
                && dot.Top > first.Top + first.Height / 4 && dot.Bottom < first.Bottom - first.Height / 8)
                return dot;
        return null;
    }

    /// <summary>A small mark between two digits at their foot.</summary>
    public static bool IsDecimalPoint(Blob dot, NumberInk ink)
    {
        var digits = ink.Characters.Where(blob => !IsDash(blob)).ToList();
        if (digits.Count < 2)
            return false;
        var (top, bottom) = (digits.Min(blob => blob.Top), digits.Max(blob => blob.Bottom));
        var isBetween = digits.Any(blob => blob.Right <= dot.Right) && digits.Any(blob => blob.Left >= dot.Left);
        return isBetween && dot.Top > top + (bottom - top) * 0.6;
    }

    /// <summary>One thin stroke that leans from the foot on the left to the head on the right.</summary>
    private static bool IsSlash(GrayImage page, Blob blob, NumberInk ink)
    {
        if (blob.Height < 1.1 * blob.Width || blob.Width < 3)
            return false;
        var threshold = (ink.Black + ink.White) / 2;
        double Middle(int from, int to)
        {
            var (sum, count) = (0.0, 0);
            for (var y = from; y < to; y++)
                for (var x = blob.Left; x < blob.Right; x++)
                    if (page.Pixels[y * page.Width + x] < threshold)
                        (sum, count) = (sum + x - blob.Left, count + 1);
            return count == 0 ? -1 : sum / count / blob.Width;
        }

        var third = Math.Max(1, blob.Height / 3);
        var lean = Middle(blob.Top, blob.Top + third) - Middle(blob.Bottom - third, blob.Bottom);
        return lean > 0.42 && WidestRun(page, blob, threshold) < 0.55 * blob.Width;
    }

    // A seven leans as well, but has a bar across its head.
    private static int WidestRun(GrayImage page, Blob blob, int threshold)
    {
        var widest = 0;
        for (var y = blob.Top; y < blob.Bottom; y++)
        {
            var (first, last) = (-1, -1);
            for (var x = blob.Left; x < blob.Right; x++)
                if (page.Pixels[y * page.Width + x] < threshold)
                    (first, last) = (first < 0 ? x : first, x);
            widest = Math.Max(widest, first < 0 ? 0 : last - first + 1);
        }

        return widest;
    }
}
