namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Ink that is darker than paper, lighter than what counts as ink, and no rim of a digit: where a weak stroke was lost, such as the
/// slope of a 4, it is still there.
/// </summary>
internal static class PaleInk
{
    /// <summary>Where the picture is this much of its contrast darker than paper there may be ink.</summary>
    private const double Share = 0.27;

    /// <summary>A digit's rim is blurred so far, points.</summary>
    private const double Rim = 0.45;

    /// <summary>Pale pixels beside the digits, as a share of the digits' own; 0 where there are none.</summary>
    public static double ShareOf(NumberInk ink)
    {
        if (ink.Characters.Count == 0)
            return 0;
        var extent = ink.Extent;
        var beside = (int)(0.7 * extent.Height);
        var (left, right) = (Math.Max(0, extent.Left - beside), Math.Min(ink.Image.Width, extent.Right + beside));
        var (top, bottom) = (Math.Max(0, extent.Top), Math.Min(ink.Image.Height, extent.Bottom));
        var pale = ink.White - Share * (ink.White - ink.Black);
        var rim = Math.Max(1, (int)Math.Ceiling(Rim * ink.Scale));
        var (dark, apart) = (0, 0);
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                if (ink.Image[x, y] < ink.Threshold)
                    dark++;
                else if (ink.Image[x, y] < pale && !IsNearInk(ink, x, y, rim))
                    apart++;
        return dark == 0 ? 0 : (double)apart / dark;
    }

    private static bool IsNearInk(NumberInk ink, int x, int y, int rim)
    {
        for (var v = Math.Max(0, y - rim); v <= Math.Min(ink.Image.Height - 1, y + rim); v++)
            for (var u = Math.Max(0, x - rim); u <= Math.Min(ink.Image.Width - 1, x + rim); u++)
                if (ink.Image[u, v] < ink.Threshold)
                    return true;
        return false;
    }
}
