using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>Turns a decoded page image into a <see cref="RepairedPage"/>: colour seals, streaks, scale, light text, quarter turns, skew, curl,
/// show-through, threshold.</summary>
internal sealed class PageRepair(PageOrientation orientation)
{
    private const double WorkingDpi = 300;
    private const double A4LongSide = 11.69;

    /// <param name="page">Decoded, any depth, with the resolution its file gives.</param>
    /// <param name="turn">Degrees clockwise after which it stands upright; null where that is to be found.</param>
    public RepairedPage Repair(Pix page, int? turn = null)
    {
        var (dpi, isAssumed) = DpiOf(page);
        var (plain, pen) = WithoutColour(page, dpi);
        using var grey = WithoutStreaks(plain, Math.Max(dpi.X, dpi.Y));
        using var scaled = Scale(grey, dpi, out var scale);
        LightText.Darken(scaled, scale);
        var (upright, rotation) = Upright(scaled, scale, turn);
        var size = rotation is 90 or 270 ? (Width: scaled.Height / scale, Height: scaled.Width / scale) : (Width: scaled.Width / scale, Height: scaled.Height / scale);
        var skew = upright.Skew;
        var frame = FrameOf(skew, size) with { Warp = PageFlattening.Find(upright.Binary, scale) };
        if (frame.Warp is not null)
            upright = Flattened(upright, scaled, rotation, frame, scale);
        var straight = upright.OneSided(scale);
        return new RepairedPage(straight.Grey, straight.Binary)
        {
            PixelsPerPoint = scale,
            Frame = frame,
            SourceSize = size,
            Dpi = dpi,
            DpiIsAssumed = isAssumed,
            Rotation = rotation,
            SkewDegrees = Math.Round(skew, 2),
            Pen = pen?.Turned(rotation),
        };
    }

    /// <summary>The page in grey, without seals and pens, and where pens were.</summary>
    private static (Pix Grey, PenInk? Pen) WithoutColour(Pix page, (int X, int Y) dpi)
    {
        using var colour = PixImage.ToColour(page);
        return colour is null ? (PixImage.ToGrey(page), null) : (SealRemoval.ToGrey(colour), PenInk.Find(colour, dpi));
    }

    private static Pix WithoutStreaks(Pix grey, int dpi)
    {
        var image = PixImage.ToManaged(grey);
        if (!ScanStreaks.Clear(image, dpi))
            return grey;
        grey.Dispose();
        return PixImage.ToNative(image);
    }

    /// <summary>Of a decoded page image.</summary>
    internal static ((int X, int Y) Dpi, bool IsAssumed) DpiOf(Pix page)
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

    /// <summary>Level and the right way up. The lines are levelled first, since a slanting strip of text reads badly either way up.</summary>
    private (StraightPage Page, int Rotation) Upright(Pix scaled, double scale, int? turn)
    {
        using var binary = StraightPage.Threshold(scaled, scale);
        if (turn is { } known)
            return (Level(scaled, binary, known, scale), known);
        var isSideways = PageOrientation.RunsDown(binary, scale);
        var best = Along(scaled, binary, isSideways ? 90 : 0, scale);
        if (PageOrientation.IsLegible(best.Score))
            return (best.Page, best.Rotation);
        var other = Along(scaled, binary, isSideways ? 0 : 90, scale);
        // Where nothing can be read either way the page stays as it was scanned.
        var (chosen, dropped) = other.Score > best.Score || (best.Score <= 0 && isSideways) ? (other, best) : (best, other);
        dropped.Page.Dispose();
        return (chosen.Page, chosen.Rotation);
    }

    private (StraightPage Page, int Rotation, double Score) Along(Pix grey, Pix binary, int turn, double scale)
    {
        var straight = Level(grey, binary, turn, scale);
        var (isUpsideDown, score) = orientation.Find(straight.Grey, straight.Binary, scale);
        if (!isUpsideDown)
            return (straight, turn, score);
        using (straight)
            return (straight.UpsideDown(), turn + 180, score);
    }

    private static StraightPage Level(Pix grey, Pix binary, int turn, double scale)
    {
        using var turnedGrey = PageOrientation.Turn(grey, turn);
        using var turnedBinary = PageOrientation.Turn(binary, turn);
        return StraightPage.Of(turnedGrey, turnedBinary, scale);
    }

    /// <summary>Taken anew from the page before it was levelled, so that its pixels are not mixed twice.</summary>
    private static StraightPage Flattened(StraightPage bent, Pix scaled, int rotation, PageFrame frame, double scale)
    {
        bent.Dispose();
        using var turned = PageOrientation.Turn(scaled, rotation);
        var flat = PageFlattening.Flatten(turned, frame, scale);
        return new(flat, StraightPage.Threshold(flat, scale), bent.Skew);
    }

    // The image was turned by the skew about its middle; points of the layout frame turn back the other way.
    private static PageFrame FrameOf(double skewDegrees, (double Width, double Height) size)
    {
        var radians = -skewDegrees * Math.PI / 180;
        var (cos, sin) = (Math.Cos(radians), Math.Sin(radians));
        var (cx, cy) = (size.Width / 2, size.Height / 2);
        return new(cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy);
    }
}
