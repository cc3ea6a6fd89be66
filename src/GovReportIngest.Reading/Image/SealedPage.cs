using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>A page with coloured ink on it, and its grey picture, from which that ink is taken.</summary>
/// <param name="colour">32 bits a pixel.</param>
/// <param name="grey">8 bits a pixel, as large.</param>
internal sealed unsafe class SealedPage(Pix colour, Pix grey)
{
    /// <summary>What the ink leaves of itself on paper is fainter than this, and print under it darker, as shares of the paper's light.</summary>
    private const double Paper = 0.86;
    private const double Print = 0.62;

    private readonly int width = colour.Width;
    private readonly int height = colour.Height;
    private readonly uint* pixels = Leptonica.pixGetData(colour);
    private readonly int stride = Leptonica.pixGetWpl(colour);

    /// <param name="saturated">Channels so far apart are ink of a colour.</param>
    /// <param name="leastPixels">A colour with fewer pixels is left alone.</param>
    /// <param name="rim">Pixels around coloured ink that it runs into.</param>
    public void Clear(int saturated, int leastPixels, int rim)
    {
        var paper = PaperLight.Of(colour);
        var surveys = Enumerable.Range(0, 3).Select(_ => new SealInk.Survey()).ToArray();
        using var seal = PixImage.Checked(Leptonica.pixCreate(width, height, 1), "pixCreate");
        Survey(paper, surveys, seal, saturated);
        var inks = surveys.Select(survey => survey.Pixels >= leastPixels ? survey.Measure() : (SealInk?)null).ToArray();
        using var around = PixImage.Checked(Leptonica.pixDilateBrick(0, seal, 2 * rim + 1, 2 * rim + 1), "pixDilateBrick");
        Clear(paper, inks, around);
    }

    private void Survey(PaperLight paper, SealInk.Survey[] surveys, Pix seal, int saturated)
    {
        var sealStride = Leptonica.pixGetWpl(seal);
        var bits = Leptonica.pixGetData(seal);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue) = ChannelsAt(x, y);
                if (Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) < saturated)
                    continue;
                bits[(long)y * sealStride + (x >> 5)] |= 0x80000000u >> (x & 31);
                var share = Share.Of(paper, red, green, blue);
                surveys[share.Channel].Count(share.Lowest, share.Highest, share.Luminance);
            }
    }

    private void Clear(PaperLight paper, SealInk?[] inks, Pix around)
    {
        var (maskStride, targetStride) = (Leptonica.pixGetWpl(around), Leptonica.pixGetWpl(grey) * 4);
        var bits = Leptonica.pixGetData(around);
        var target = (byte*)Leptonica.pixGetData(grey);
        var white = paper.Luminance;
        for (var y = 1; y < height - 1; y++)
            for (var x = 1; x < width - 1; x++)
            {
                var word = bits[(long)y * maskStride + (x >> 5)];
                if (word == 0)
                {
                    x |= 31;
                    continue;
                }

                if ((word & 0x80000000u >> (x & 31)) != 0 && Cleared(paper, inks, x, y) is { } share)
                    target[(long)y * targetStride + (x ^ 3)] = (byte)Math.Min(255, white * share);
            }
    }

    /// <summary>Share of the paper's light that is left at a pixel without coloured ink; null where that has no measured colour.</summary>
    private double? Cleared(PaperLight paper, SealInk?[] inks, int x, int y)
    {
        var (red, green, blue) = ChannelsAt(x, y);
        var own = Share.Of(paper, red, green, blue);
        // Colour is compressed more coarsely than brightness: the edge of a stroke may be paler in hue than it is in ink.
        var (sumRed, sumGreen, sumBlue) = (0, 0, 0);
        for (var ny = y - 1; ny <= y + 1; ny++)
            for (var nx = x - 1; nx <= x + 1; nx++)
            {
                var near = ChannelsAt(nx, ny);
                (sumRed, sumGreen, sumBlue) = (sumRed + near.Red, sumGreen + near.Green, sumBlue + near.Blue);
            }

        var around = Share.Of(paper, sumRed / 9, sumGreen / 9, sumBlue / 9);
        var (fullest, channel) = own.Hue < around.Hue ? (own.Hue, own.Channel) : (around.Hue, around.Channel);
        if (inks[channel] is not { } ink)
            return null;
        var share = Math.Max(ink.WithoutInHighest(own.Highest, ink.AmountAt(own.Hue)), ink.WithoutInLuminance(own.Luminance, ink.AmountAt(fullest)));
        return share <= Print ? share : Math.Min(1, Print + (share - Print) * (1 - Print) / (Paper - Print));
    }

    private (int Red, int Green, int Blue) ChannelsAt(int x, int y)
    {
        var pixel = pixels[(long)y * stride + x];
        return ((int)(pixel >> 24), (int)(pixel >> 16 & 255), (int)(pixel >> 8 & 255));
    }

    /// <summary>A pixel's light as shares of the paper's.</summary>
    private readonly record struct Share(double Lowest, double Highest, double Luminance, int Channel)
    {
        /// <summary>1 is grey, less a colour.</summary>
        public double Hue => Lowest / Highest;

        public static Share Of(PaperLight paper, int red, int green, int blue)
        {
            var (r, g, b) = ((red + 1.0) / paper.Red, (green + 1.0) / paper.Green, (blue + 1.0) / paper.Blue);
            var highest = Math.Max(r, Math.Max(g, b));
            return new(Math.Min(r, Math.Min(g, b)), highest, (red * 77 + green * 150 + blue * 29) / 256.0 / paper.Luminance, highest == r ? 0 : highest == g ? 1 : 2);
        }
    }
}
