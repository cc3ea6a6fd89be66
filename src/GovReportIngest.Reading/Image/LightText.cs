using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Turns light text on dark shades, as headers of tables have it, into dark text on paper: rules and text are looked for as
/// dark ink only. Rules between the cells of a dark header, be they white or darker still, become dark ones, and the edge of the
/// shade stays as a rule.
/// </summary>
internal static class LightText
{
    /// <summary>Share of the paper's brightness below which a shade is dark.</summary>
    private const double DarkShare = 0.65;

    /// <summary>Strokes of light text and light rules are no wider, points.</summary>
    private const double WidestStroke = 2.2;

    /// <summary>Shades are at least so wide and high, points.</summary>
    private const double NarrowestShade = 30;
    private const double LowestShade = 7;

    /// <summary>Paper inside a shade that is no wider or higher than this lies between strokes of a large or dense character, points.</summary>
    private const double LargestGap = 11;

    /// <summary>What stays of the edge of a shade, points.</summary>
    private const double Edge = 0.7;

    /// <summary>Of the pixels along its edge a shade has nearly all; lines of dark text have gaps there.</summary>
    private const double SolidEdge = 0.96;

    /// <summary>Of a shade with text; more is dense dark text, less is a scanner's lid or a bar.</summary>
    private const double MostLight = 0.3;
    private const double LeastLight = 0.005;

    /// <summary>
    /// Share of the way from shade to text below which all is shade: seams between the shades of two cells, and noise. From
    /// <see cref="FullText"/> on it is all text.
    /// </summary>
    private const double LeastText = 0.2;
    private const double FullText = 0.65;

    /// <summary>The same from shade to black, for rules that are darker than the shade.</summary>
    private const double LeastRule = 0.45;
    private const double FullRule = 0.75;

    /// <summary>A shade as dark as this, as a share of the paper, leaves no room for darker rules.</summary>
    private const double Blackest = 0.12;

    /// <summary>Grey levels by which text and shade differ at least.</summary>
    private const int Contrast = 50;

    /// <summary>Pixels of the page that are one pixel of the view in which shades are looked for first.</summary>
    private const int Coarse = 8;

    private const int CopySource = 0xc;

    /// <param name="grey">8 bits a pixel; changed where a dark shade carries light text.</param>
    /// <param name="pixelsPerPoint">Its scale.</param>
    public static void Darken(Pix grey, double pixelsPerPoint)
    {
        using var coarse = PixImage.Checked(Leptonica.pixScaleSmooth(grey, 1f / Coarse, 1f / Coarse), "pixScaleSmooth");
        var view = PixImage.ToManaged(coarse);
        var paper = PaperOf(view);
        if (!HasShade(view, paper, (int)((NarrowestShade * pixelsPerPoint - 2 * Coarse) / Coarse)))
            return;
        using var dark = PixImage.Checked(Leptonica.pixThresholdToBinary(grey, (int)(paper * DarkShare)), "pixThresholdToBinary");
        using var shades = Shades(dark, pixelsPerPoint);
        foreach (var (x, y, width, height) in PixImage.Components(shades, 4))
            if (x > 1 && y > 1 && x + width < grey.Width - 1 && y + height < grey.Height - 1)
                Darken(grey, shades, dark, new(x, y, width, height), paper, pixelsPerPoint);
    }

    private static int PaperOf(GrayImage view)
    {
        var counts = new int[256];
        foreach (var level in view.Pixels)
            counts[level]++;
        return GreyHistogram.Reaching(counts, view.Pixels.Length * 3 / 4);
    }

    /// <summary>Light text on it does not make a shade lighter than this; most pages have none, and that is soon seen.</summary>
    private static bool HasShade(GrayImage view, int paper, int length)
    {
        var darkest = (int)(paper * (DarkShare + (1 - DarkShare) * MostLight));
        for (var y = 0; y < view.Height; y++)
            for (int x = 0, run = 0; x < view.Width; x++)
            {
                run = view[x, y] < darkest ? run + 1 : 0;
                if (run >= length)
                    return true;
            }

        return false;
    }

    private static Pix Shades(Pix dark, double scale)
    {
        var stroke = (int)(WidestStroke * scale);
        using var closed = Brick.Close(dark, stroke, stroke);
        return Brick.Open(closed, (int)(NarrowestShade * scale), (int)(LowestShade * scale));
    }

    private static void Darken(Pix grey, Pix shades, Pix dark, PixelBox box, int paper, double scale)
    {
        using var part = PixImage.Clip(grey, box.X, box.Y, box.Width, box.Height)!;
        using var found = PixImage.Clip(shades, box.X, box.Y, box.Width, box.Height)!;
        using var shade = Brick.Close(found, (int)(LargestGap * scale), (int)(LargestGap * scale));
        using var inner = Eroded(shade, (int)Math.Round(Edge * scale));
        if (!HasSolidEdge(shade, inner, dark, box))
            return;
        using var levels = PixImage.Checked(Leptonica.pixConvertTo8(inner, 0), "pixConvertTo8");
        var (image, mask) = (PixImage.ToManaged(part), PixImage.ToManaged(levels).Pixels);
        var inside = Enumerable.Range(0, mask.Length).Where(i => mask[i] == 0).ToList();
        if (inside.Count == 0 || Tones(image.Pixels, inside) is not var (ground, light))
            return;
        foreach (var i in inside)
        {
            var level = image.Pixels[i];
            var share = level >= ground ? Share((level - ground) / (double)(light - ground), LeastText, FullText)
                : ground > Blackest * paper ? Share((ground - level) / (double)ground, LeastRule, FullRule) : 0;
            image.Pixels[i] = (byte)(paper * (1 - share));
        }

        static double Share(double way, double from, double to) => Math.Clamp((way - from) / (to - from), 0, 1);

        using var done = PixImage.ToNative(image);
        _ = Leptonica.pixRasterop(grey, box.X, box.Y, box.Width, box.Height, CopySource, done, 0, 0);
    }

    private static bool HasSolidEdge(Pix shade, Pix inner, Pix dark, PixelBox box)
    {
        using var ink = PixImage.Clip(dark, box.X, box.Y, box.Width, box.Height)!;
        using var ring = PixImage.Checked(Leptonica.pixSubtract(0, shade, inner), "pixSubtract");
        using var solid = PixImage.Checked(Leptonica.pixAnd(0, ring, ink), "pixAnd");
        return Leptonica.pixCountPixels(ring, out var all, 0) == 0 && Leptonica.pixCountPixels(solid, out var inked, 0) == 0 && inked >= SolidEdge * all;
    }

    /// <summary>The levels of shade and text; null where no light text stands on it.</summary>
    private static (int Ground, int Light)? Tones(byte[] pixels, List<int> inside)
    {
        var counts = new int[256];
        foreach (var i in inside)
            counts[pixels[i]]++;
        var ground = GreyHistogram.Reaching(counts, inside.Count / 2);
        var lighter = counts.Skip(Math.Min(255, ground + Contrast)).Sum();
        var darker = counts.Take(Math.Max(0, ground - Contrast)).Sum();
        if (lighter < LeastLight * inside.Count || lighter > MostLight * inside.Count || darker * 3 > lighter)
            return null;
        return (ground, GreyHistogram.Reaching(counts, inside.Count - lighter / 4));
    }

    private static Pix Eroded(Pix mask, int by)
    {
        using var framed = PixImage.Checked(Leptonica.pixAddBorderGeneral(mask, by, by, by, by, 0), "pixAddBorderGeneral");
        using var outside = PixImage.Checked(Leptonica.pixInvert(0, framed), "pixInvert");
        using var wider = PixImage.Checked(Leptonica.pixDilateBrick(0, outside, 2 * by + 1, 2 * by + 1), "pixDilateBrick");
        using var inside = PixImage.Checked(Leptonica.pixInvert(0, wider), "pixInvert");
        return PixImage.Clip(inside, by, by, mask.Width, mask.Height)!;
    }
}
