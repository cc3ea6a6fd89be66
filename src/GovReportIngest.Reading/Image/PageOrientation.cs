using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Finds how far a page must be turned clockwise to stand upright. Text that runs down the page shows in the profile of its
/// lines; up and down are told apart by which way a few lines of text can be read.
/// </summary>
internal sealed class PageOrientation(Func<Pix, Pix, double, double> legibility)
{
    /// <summary>Sure enough that this way up is right, so that others need not be tried.</summary>
    private const double SurelyLegible = 75;

    /// <returns>0, 90, 180 or 270.</returns>
    public int Find(Pix grey, Pix binary, double pixelsPerPoint)
    {
        var isSideways = RunsDown(binary, pixelsPerPoint);
        int[] ways = isSideways ? [90, 270, 0, 180] : [0, 180, 90, 270];
        var (best, bestScore) = (ways[0], -1.0);
        for (var i = 0; i < ways.Length; i++)
        {
            // The other axis is tried only where neither way along this one can be read.
            if (i == 2 && bestScore >= 60)
                break;
            var score = ScoreOf(grey, binary, ways[i], pixelsPerPoint);
            if (score > bestScore + 1e-9)
                (best, bestScore) = (ways[i], score);
            if (score >= SurelyLegible)
                break;
        }

        return bestScore <= 0 ? 0 : best;
    }

    private double ScoreOf(Pix grey, Pix binary, int turn, double pixelsPerPoint)
    {
        using var turnedGrey = Turn(grey, turn);
        using var turnedBinary = Turn(binary, turn);
        return legibility(turnedGrey, turnedBinary, pixelsPerPoint);
    }

    /// <summary>Turns clockwise by a multiple of 90 degrees.</summary>
    public static Pix Turn(Pix pix, int degrees) => degrees == 0
        ? PixImage.Checked(Leptonica.pixClone(pix), "pixClone")
        : PixImage.Checked(Leptonica.pixRotateOrth(pix, degrees / 90), "pixRotateOrth");

    /// <summary>Characters of one line are nearer to each other than lines are: smearing along the text joins more.</summary>
    private static bool RunsDown(Pix binary, double pixelsPerPoint)
    {
        var gap = (int)(7 * pixelsPerPoint);
        using var across = PixImage.Checked(Leptonica.pixCloseSafeBrick(0, binary, gap, 1), "pixCloseSafeBrick");
        using var down = PixImage.Checked(Leptonica.pixCloseSafeBrick(0, binary, 1, gap), "pixCloseSafeBrick");
        return Longish(down, pixelsPerPoint, isDown: true) > 1.3 * Longish(across, pixelsPerPoint, isDown: false);
    }

    // Summed length of shapes that look like lines of text: long one way, as high as type the other way.
    private static double Longish(Pix smeared, double pixelsPerPoint, bool isDown) => PixImage.Components(smeared, 8)
        .Select(box => isDown ? (Long: box.Height, Thick: box.Width) : (Long: box.Width, Thick: box.Height))
        .Where(box => box.Thick > 5 * pixelsPerPoint && box.Thick < 22 * pixelsPerPoint && box.Long > 5 * box.Thick)
        .Sum(box => (double)box.Long);
}
