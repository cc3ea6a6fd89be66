using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Openings and closings of 1-bit images with a rectangle. An image shifted by as much as it has been widened already doubles
/// the width, so that a long brick takes the logarithm of its length in passes over the image.
/// </summary>
internal static class Brick
{
    private const int Source = 0xc;
    private const int Or = 0xe;
    private const int And = 0x8;

    /// <summary>Keeps the ink that a brick of ink covers wholly; beyond the edges there is none.</summary>
    public static Pix Open(Pix ink, int width, int height)
    {
        using var across = Narrowed(ink, width, isDown: false);
        using var both = Narrowed(across, height, isDown: true);
        using var down = Widened(both, height, isDown: true);
        return Widened(down, width, isDown: false);
    }

    /// <summary>Fills the paper into which no brick of paper fits.</summary>
    public static Pix Close(Pix ink, int width, int height)
    {
        // Widened ink needs room beyond the edges it is narrowed from again.
        using var roomy = PixImage.Checked(Leptonica.pixAddBorderGeneral(ink, 0, width - 1, 0, height - 1, 0), "pixAddBorderGeneral");
        using var across = Widened(roomy, width, isDown: false);
        using var both = Widened(across, height, isDown: true);
        using var down = Narrowed(both, height, isDown: true);
        using var closed = Narrowed(down, width, isDown: false);
        return PixImage.Clip(closed, 0, 0, ink.Width, ink.Height)!;
    }

    /// <summary>Every pixel spread over so many, itself and those to the right of it or below.</summary>
    private static Pix Widened(Pix ink, int length, bool isDown)
    {
        var result = PixImage.Checked(Leptonica.pixCopy(0, ink), "pixCopy");
        using var shifted = PixImage.Checked(Leptonica.pixCopy(0, ink), "pixCopy");
        for (int reached = 1, step; reached < length; reached += step)
        {
            step = Math.Min(reached, length - reached);
            var (x, y) = isDown ? (0, step) : (step, 0);
            Combine(result, x, y, Or, shifted, 0, 0);
            Combine(shifted, 0, 0, Source, result, 0, 0);
        }

        return result;
    }

    /// <summary>The pixels that begin so many of ink, to the right or down.</summary>
    private static Pix Narrowed(Pix ink, int length, bool isDown)
    {
        var result = PixImage.Checked(Leptonica.pixCopy(0, ink), "pixCopy");
        using var shifted = PixImage.Checked(Leptonica.pixCopy(0, ink), "pixCopy");
        for (int reached = 1, step; reached < length; reached += step)
        {
            step = Math.Min(reached, length - reached);
            var (x, y) = isDown ? (0, step) : (step, 0);
            Combine(result, 0, 0, And, shifted, x, y);
            PixelPaint.Erase(result, new(isDown ? 0 : ink.Width - step, isDown ? ink.Height - step : 0, ink.Width, ink.Height));
            Combine(shifted, 0, 0, Source, result, 0, 0);
        }

        return result;
    }

    private static void Combine(Pix target, int x, int y, int operation, Pix source, int sourceX, int sourceY) =>
        _ = Leptonica.pixRasterop(target, x, y, target.Width, target.Height, operation, source, sourceX, sourceY);
}
