using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>Turns a decoded page image into a <see cref="RepairedPage"/>: scale, colour seals, quarter turns, skew, threshold.</summary>
internal sealed class PageRepair(PageOrientation orientation)
{
    private const double WorkingDpi = 300;
    private const double A4LongSide = 11.69;

    /// <summary>Skew below this is left alone: turning blurs more than it straightens.</summary>
    private const float SmallestSkew = 0.06f;

    /// <param name="page">Decoded, any depth, with the resolution its file gives.</param>
    public RepairedPage Repair(Pix page)
    {
        var (dpi, isAssumed) = DpiOf(page);
        using var grey = SealRemoval.ToGrey(page);
        using var scaled = Scale(grey, dpi, out var scale);
        using var first = Binarise(scaled, scale);
        var rotation = orientation.Find(scaled, first, scale);
        using var upright = PageOrientation.Turn(scaled, rotation);
        var (straight, binary, skew) = Straighten(upright, PageOrientation.Turn(first, rotation), scale);
        var size = (Width: upright.Width / scale, Height: upright.Height / scale);
        return new RepairedPage(straight, binary)
        {
            PixelsPerPoint = scale,
            Frame = FrameOf(skew, size),
            SourceSize = size,
            Dpi = dpi,
            DpiIsAssumed = isAssumed,
            Rotation = rotation,
            SkewDegrees = Math.Round(skew, 2),
            Problems = Math.Max(dpi.X, dpi.Y) < 90
                ? [new("read", "low-resolution", null, "The scan has fewer than 90 dots per inch; scan it again with at least 200.")]
                : [],
        };
    }

    private static ((int X, int Y) Dpi, bool IsAssumed) DpiOf(Pix page)
    {
        var (x, y) = page.Resolution;
        var longSide = (page.Height >= page.Width ? page.Height / (double)Math.Max(1, y) : page.Width / (double)Math.Max(1, x));
        // Screens' 72 and 96 dpi are put into scans by programs that do not know better; such a page would be a poster.
        if (x > 0 && y > 0 && longSide is > 4 and < 24)
            return ((x, y), false);
        var assumed = (int)Math.Round(Math.Max(page.Width, page.Height) / A4LongSide);
        return ((Math.Max(1, assumed), Math.Max(1, assumed)), true);
    }

    private static Pix Scale(Pix grey, (int X, int Y) dpi, out double pixelsPerPoint)
    {
        // Finer scans are not made coarser than they need; coarser ones are enlarged so that every stage sees one scale.
        var target = Math.Clamp(Math.Max(dpi.X, dpi.Y), WorkingDpi, WorkingDpi);
        pixelsPerPoint = target / 72;
        var (sx, sy) = ((float)(target / dpi.X), (float)(target / dpi.Y));
        if (Math.Abs(sx - 1) < 0.01f && Math.Abs(sy - 1) < 0.01f)
        {
            pixelsPerPoint = dpi.X / 72.0;
            return PixImage.Checked(Leptonica.pixClone(grey), "pixClone");
        }

        return PixImage.Checked(Leptonica.pixScale(grey, sx, sy), "pixScale");
    }

    private static (Pix Grey, Pix Binary, double Skew) Straighten(Pix upright, Pix binary, double scale)
    {
        if (Leptonica.pixFindSkewSweepAndSearch(binary, out var degrees, out var confidence, 4, 2, 7f, 1f, 0.01f) != 0
            || confidence < 2 || Math.Abs(degrees) < SmallestSkew)
            return (PixImage.Checked(Leptonica.pixClone(upright), "pixClone"), binary, 0);
        binary.Dispose();
        var straight = PixImage.Checked(Leptonica.pixRotate(upright, (float)(degrees * Math.PI / 180), 1, 1, 0, 0), "pixRotate");
        return (straight, Binarise(straight, scale), degrees);
    }

    private static Pix Binarise(Pix grey, double scale) => PixImage.Binarise(grey, (int)(5 * scale), 0.3f);

    // The image was turned by the skew about its middle; points of the layout frame turn back the other way.
    private static PageFrame FrameOf(double skewDegrees, (double Width, double Height) size)
    {
        var radians = -skewDegrees * Math.PI / 180;
        var (cos, sin) = (Math.Cos(radians), Math.Sin(radians));
        var (cx, cy) = (size.Width / 2, size.Height / 2);
        return new(cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy);
    }
}
