using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Takes what shines through from the other side of the sheet off a page. It is paler than the ink of this side everywhere, so
/// that on one page one level of darkness parts them; pages where nothing shines through are left as they are.
/// </summary>
internal static unsafe class ShowThrough
{
    /// <summary>A block this much darker than its paper is stained, of 255 levels, and this many times the paper's grain.</summary>
    private const int LeastStain = 9;
    private const double AboveGrain = 5;

    /// <summary>No other side shines through darker than this; up to the second level stands pale ink of this side.</summary>
    private const int MostStain = 34;
    private const int PaleInk = 70;

    /// <summary>Where pale ink is more than this share of the stains, they may be the rims of it.</summary>
    private const double MostPaleInk = 0.04;

    /// <summary>More of the bare paper than this share is stained where text shines through.</summary>
    private const double LeastShare = 0.006;

    /// <summary>Ink of this side is darker than the darkest stains by this much.</summary>
    private const double AboveStains = 1.25;
    private const int Apart = 8;

    /// <summary>What the edges of ink blur into stays with it, points.</summary>
    private const double Rim = 0.8;

    /// <summary>The page without what shines through; null where nothing does.</summary>
    /// <param name="grey">8 bits a pixel.</param>
    /// <param name="binary">The same page, 1 bit, ink is 1.</param>
    public static Pix? Remove(Pix grey, Pix binary, double pixelsPerPoint)
    {
        var paper = PaperLevel.Of(grey, binary);
        if (DarkestStain(paper) is not { } stain)
            return null;
        using var ink = InkOf(grey, binary, paper, (int)(AboveStains * stain) + Apart);
        var rim = 2 * (int)Math.Ceiling(Rim * pixelsPerPoint) + 1;
        using var kept = PixImage.Checked(Leptonica.pixDilateBrick(0, ink, rim, rim), "pixDilateBrick");
        return Lightened(grey, kept, paper);
    }

    /// <summary>How dark the darkest stains are below their paper; null where the paper is bare.</summary>
    private static int? DarkestStain(PaperLevel paper)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var total = 0;
        for (var y = 2; y < paper.Down - 2; y++)
            for (var x = 2; x < paper.Across - 2; x++)
                if (paper.StainOf(x, y) is < PaleInk and var stain)
                {
                    counts[Math.Clamp(stain, 0, 255)]++;
                    total++;
                }

        var least = Math.Max(LeastStain, (int)(AboveGrain * GrainOf(counts, total)));
        var (stained, inked) = (0, 0);
        for (var level = least; level < PaleInk; level++)
            if (level < MostStain)
                stained += counts[level];
            else
                inked += counts[level];
        return total == 0 || stained < LeastShare * total || inked > MostPaleInk * stained ? null : LevelAbove(counts[..MostStain], stained / 100);
    }

    /// <summary>Half of the paper is no darker than its middle: of the other half the middle stands 0.67 deviations below it.</summary>
    private static double GrainOf(ReadOnlySpan<int> counts, int total) => GreyHistogram.Reaching(counts, 0.75 * total) / 0.67;

    private static int LevelAbove(ReadOnlySpan<int> counts, int count)
    {
        var level = counts.Length - 1;
        for (var above = counts[level]; above <= count && level > 0; above += counts[level])
            level--;
        return level;
    }

    /// <summary>1 bit: what is so much darker than its paper, or ink at the threshold for text.</summary>
    private static Pix InkOf(Pix grey, Pix binary, PaperLevel paper, int least)
    {
        var ink = PixImage.Checked(Leptonica.pixCopy(0, binary), "pixCopy");
        var (greyStride, inkStride) = (Leptonica.pixGetWpl(grey) * 4, Leptonica.pixGetWpl(ink));
        var pixels = (byte*)Leptonica.pixGetData(grey);
        var bits = Leptonica.pixGetData(ink);
        for (var y = 0; y < grey.Height; y++)
            for (var x = 0; x < grey.Width; x++)
                if (pixels[(long)y * greyStride + (x ^ 3)] + least <= paper.At(x, y))
                    bits[(long)y * inkStride + (x >> 5)] |= 0x80000000u >> (x & 31);
        return ink;
    }

    /// <summary>The page with all that is not kept at least as bright as its paper.</summary>
    private static Pix Lightened(Pix grey, Pix kept, PaperLevel paper)
    {
        var light = PixImage.Checked(Leptonica.pixCopy(0, grey), "pixCopy");
        var (stride, keptStride) = (Leptonica.pixGetWpl(light) * 4, Leptonica.pixGetWpl(kept));
        var pixels = (byte*)Leptonica.pixGetData(light);
        var bits = Leptonica.pixGetData(kept);
        for (var y = 0; y < grey.Height; y++)
            for (var x = 0; x < grey.Width; x++)
                if ((bits[(long)y * keptStride + (x >> 5)] & 0x80000000u >> (x & 31)) == 0)
                {
                    var at = (long)y * stride + (x ^ 3);
                    pixels[at] = Math.Max(pixels[at], (byte)paper.At(x, y));
                }

        return light;
    }
}
