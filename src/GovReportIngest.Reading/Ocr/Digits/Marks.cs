namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Placeholders, signs and decimal points are told by their shape: engines that expect digits do not see them.</summary>
internal static class Marks
{
    /// <summary>No stroke of a dash is thicker, points.</summary>
    private const double ThickestDash = 2.4;

    /// <summary>The placeholder that a cell's whole ink is (<c>-</c>, <c>—</c>, <c>/</c>), else null.</summary>
    public static string? PlaceholderOf(NumberInk ink)
    {
        if (ink.Characters.Count == 0)
            return ink.Dots is [var only] && IsHyphen(only, ink.Scale) ? "-" : null;
        if (ink.Digits.Count == 0)
            return ink.Extent.Width > 7 * ink.Scale ? "—" : "-";
        return ink.Characters.Count == 1 && IsSlash(ink, ink.Characters[0]) ? "/" : null;
    }

    /// <summary>Digits that touch are also wide, but high.</summary>
    public static bool IsDash(Blob blob, double scale) => blob.Width > 2 * blob.Height && blob.Height < ThickestDash * scale;

    /// <summary>Hyphens of Latin faces are shorter than the dash of Chinese ones, and in bold ones nearly as high as wide.</summary>
    public static bool IsHyphen(Blob dot, double scale) => dot.Width >= 1.2 * scale && dot.Width > 1.4 * dot.Height;

    /// <summary>A small mark before the first digit at half its height: a short minus sign, or dirt in its place.</summary>
    public static Blob? BeforeDigits(NumberInk ink)
    {
        if (ink.Characters.Count == 0 || IsDash(ink.Characters[0], ink.Scale))
            return null;
        var first = ink.Characters[0];
        foreach (var dot in ink.Dots)
            if (dot.Right <= first.Left + first.Width / 4 && first.Left - dot.Right < first.Height
                && dot.Top > first.Top + first.Height / 4 && dot.Bottom < first.Bottom - first.Height / 8)
                return dot;
        return null;
    }

    /// <summary>
    /// Small marks between two digits at their foot, with more room around them than digits leave between each other: dirt that
    /// falls between two digits has no room of its own.
    /// </summary>
    public static IReadOnlyList<Blob> DecimalPoints(NumberInk ink)
    {
        var digits = ink.Digits;
        if (digits.Count < 2)
            return [];
        var height = digits.Max(blob => blob.Height);
        return [.. ink.Dots.Where(dot =>
        {
            var before = digits.LastOrDefault(blob => blob.Right <= dot.Right);
            var after = digits.FirstOrDefault(blob => blob.Left >= dot.Left);
            if (before == default || after == default)
                return false;
            var foot = Math.Max(before.Bottom, after.Bottom);
            return dot.Bottom > foot - 0.2 * height && dot.Top > foot - 0.4 * height && dot.Top < foot && after.Left - before.Right > 0.16 * height;
        })];
    }

    /// <summary>One thin stroke that leans from the foot on the left to the head on the right.</summary>
    private static bool IsSlash(NumberInk ink, Blob blob)
    {
        if (blob.Height < 1.1 * blob.Width || blob.Width < 3)
            return false;
        double Middle(int from, int to)
        {
            var (sum, count) = (0.0, 0);
            for (var y = from; y < to; y++)
                for (var x = blob.Left; x < blob.Right; x++)
                    if (ink.Image[x, y] < ink.Threshold)
                        (sum, count) = (sum + x - blob.Left, count + 1);
            return count == 0 ? -1 : sum / count / blob.Width;
        }

        var third = Math.Max(1, blob.Height / 3);
        var lean = Middle(blob.Top, blob.Top + third) - Middle(blob.Bottom - third, blob.Bottom);
        return lean > 0.42 && WidestRun(ink, blob) < 0.55 * blob.Width;
    }

    // A seven leans as well, but has a bar across its head.
    private static int WidestRun(NumberInk ink, Blob blob)
    {
        var widest = 0;
        for (var y = blob.Top; y < blob.Bottom; y++)
        {
            var (first, last) = (-1, -1);
            for (var x = blob.Left; x < blob.Right; x++)
                if (ink.Image[x, y] < ink.Threshold)
                    (first, last) = (first < 0 ? x : first, x);
            widest = Math.Max(widest, first < 0 ? 0 : last - first + 1);
        }

        return widest;
    }
}
