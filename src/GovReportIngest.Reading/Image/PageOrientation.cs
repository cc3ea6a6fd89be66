using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Tells which way up a page stands. Text that runs down the page shows in the shapes of its lines; up and down are told apart
/// by which way a few lines of text can be read.
/// </summary>
/// <param name="legibility">How well the text of an image (grey, binary, pixels a point) reads, 0–100; 0 where there is none.</param>
internal sealed class PageOrientation(Func<Pix, Pix, double, double> legibility)
{
    /// <summary>Sure enough that this way up is right, so that the other need not be tried.</summary>
    private const double SurelyLegible = 94;

    /// <summary>Below this neither way up can be read: the text may run along the other axis.</summary>
    private const double Illegible = 88;

    /// <summary>The better way up of a straight page: whether it stands on its head, and whether it can be read at all.</summary>
    public (bool IsUpsideDown, double Score) Find(Pix grey, Pix binary, double pixelsPerPoint)
    {
        var upright = legibility(grey, binary, pixelsPerPoint);
        if (IsSure(upright))
            return (false, upright);
        using var turnedGrey = Turn(grey, 180);
        using var turnedBinary = Turn(binary, 180);
        var turned = legibility(turnedGrey, turnedBinary, pixelsPerPoint);
        return turned > upright + 1e-9 ? (true, turned) : (false, upright);
    }

    public static bool IsSure(double score) => score >= SurelyLegible;

    public static bool IsLegible(double score) => score >= Illegible;

    /// <summary>Turns clockwise by a multiple of 90 degrees.</summary>
    public static Pix Turn(Pix pix, int degrees) => degrees == 0
        ? PixImage.Checked(Leptonica.pixClone(pix), "pixClone")
        : PixImage.Checked(Leptonica.pixRotateOrth(pix, degrees / 90), "pixRotateOrth");

    /// <summary>Characters of one line are nearer to each other than lines are: smearing along the text joins more.</summary>
    public static bool RunsDown(Pix binary, double pixelsPerPoint)
    {
        var gap = (int)(7 * pixelsPerPoint);
        using var across = Brick.Close(binary, gap, 1);
        using var down = Brick.Close(binary, 1, gap);
        return Longish(down, pixelsPerPoint, isDown: true) > 1.3 * Longish(across, pixelsPerPoint, isDown: false);
    }

    // Summed length of shapes that look like lines of text: long one way, as high as type the other way.
    private static double Longish(Pix smeared, double pixelsPerPoint, bool isDown) => PixImage.Components(smeared, 8)
        .Select(box => isDown ? (Long: box.Height, Thick: box.Width) : (Long: box.Width, Thick: box.Height))
        .Where(box => box.Thick > 5 * pixelsPerPoint && box.Thick < 22 * pixelsPerPoint && box.Long > 5 * box.Thick)
        .Sum(box => (double)box.Long);
}
