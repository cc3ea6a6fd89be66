using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>A page image with its lines level, and by how much it was turned for that.</summary>
/// <param name="Skew">Degrees clockwise.</param>
internal sealed record StraightPage(Pix Grey, Pix Binary, double Skew) : IDisposable
{
    /// <summary>Skew below this is left alone: turning blurs more than it straightens.</summary>
    private const float SmallestSkew = 0.06f;

    /// <summary>
    /// Degrees; some more than the 15 that are read. A narrower search takes chance likenesses inside its range for the skew of a page
    /// that is turned by more.
    /// </summary>
    private const float LargestSkew = 17;
    private const float LeastConfidence = 2;

    /// <summary>What is left of skew after levelling, degrees: less is usual, and with more a page may as well lie on its side.</summary>
    private const float LeastTold = 7;
    private const float LargestTold = 46;
    private const float ConfidenceOfTold = 3;

    /// <summary>Levels the lines of a page that is turned by at most 15 degrees.</summary>
    public static StraightPage Of(Pix grey, Pix binary, double pixelsPerPoint)
    {
        var degrees = SkewWithin(binary, LargestSkew, LeastConfidence) ?? 0;
        if (Math.Abs(degrees) < SmallestSkew)
            return new(PageOrientation.Turn(grey, 0), PageOrientation.Turn(binary, 0), 0);
        var straight = PixImage.Checked(Leptonica.pixRotate(grey, (float)(degrees * Math.PI / 180), 1, 1, 0, 0), "pixRotate");
        return new(straight, Threshold(straight, pixelsPerPoint), degrees);
    }

    /// <summary>How far a page lies askew, degrees clockwise, that is turned by more than is levelled; null of others.</summary>
    public static float? SkewBeyondRepair(Pix binary) =>
        SkewWithin(binary, LargestTold, ConfidenceOfTold) is { } degrees && Math.Abs(degrees) > LeastTold ? degrees : null;

    /// <summary>Null where nothing says how the page is turned.</summary>
    private static float? SkewWithin(Pix binary, float most, float leastConfidence) =>
        Leptonica.pixFindSkewSweepAndSearch(binary, out var degrees, out var confidence, 4, 2, most, 1f, 0.01f) == 0 && confidence >= leastConfidence ? degrees : null;

    /// <summary>Sauvola with a window that holds a character.</summary>
    public static Pix Threshold(Pix grey, double pixelsPerPoint) => LocalThreshold.Binarise(grey, (int)(5 * pixelsPerPoint), 0.3f);

    /// <summary>The same page with its head down; the skew was the same.</summary>
    public StraightPage UpsideDown() => new(PageOrientation.Turn(Grey, 180), PageOrientation.Turn(Binary, 180), Skew);

    /// <summary>The same page without what shines through from the other side of the sheet; takes this one's place.</summary>
    public StraightPage OneSided(double pixelsPerPoint)
    {
        if (ShowThrough.Remove(Grey, Binary, pixelsPerPoint) is not { } grey)
            return this;
        Dispose();
        return new(grey, Threshold(grey, pixelsPerPoint), Skew);
    }

    public void Dispose()
    {
        Grey.Dispose();
        Binary.Dispose();
    }
}
