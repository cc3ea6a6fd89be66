namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Looks where a minus sign would stand for ink too faint to be found. Where the paper there is as even as elsewhere in the cell,
/// the number has no sign.
/// </summary>
internal static class FaintSign
{
    /// <summary>A stroke of a sign is at least so long and thick, points.</summary>
    private const double Length = 1.6;
    private const double Thickness = 0.5;

    /// <summary>Darker than this share of the digits' contrast is more than the paper's grain.</summary>
    private const double LeastInk = 0.2;

    public static bool MayStand(NumberInk ink)
    {
        if (ink.Characters.Count == 0)
            return false;
        var first = ink.Characters[0];
        var (left, right) = (Math.Max(0, first.Left - (int)(1.2 * first.Height)), first.Left - 1);
        var (top, bottom) = (first.Top + first.Height / 4, first.Bottom - first.Height / 5);
        var (width, height) = ((int)Math.Ceiling(Length * ink.Scale), (int)Math.Ceiling(Thickness * ink.Scale));
        var limit = (double)ink.White - LeastInk * (ink.White - ink.Black);
        for (var y = top; y + height <= bottom; y++)
            for (var x = left; x + width <= right; x++)
                if (Mean(ink, x, y, width, height) < limit)
                    return true;
        return false;
    }

    private static double Mean(NumberInk ink, int left, int top, int width, int height)
    {
        var sum = 0;
        for (var y = top; y < top + height; y++)
            for (var x = left; x < left + width; x++)
                sum += ink.Image[x, y];
        return (double)sum / (width * height);
    }
}
