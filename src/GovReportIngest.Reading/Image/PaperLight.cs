using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>The colour of a page's paper as the scanner saw it, 0–255 a channel.</summary>
internal readonly record struct PaperLight(int Red, int Green, int Blue)
{
    /// <summary>Every so many pixels one is looked at.</summary>
    private const int SampleStep = 5;

    public double Luminance => (Red * 77 + Green * 150 + Blue * 29) / 256.0;

    /// <summary>The middle of the brighter half of the page in each channel.</summary>
    /// <param name="colour">32 bits a pixel.</param>
    public static unsafe PaperLight Of(Pix colour)
    {
        var pixels = Leptonica.pixGetData(colour);
        var stride = Leptonica.pixGetWpl(colour);
        var counts = new int[3, 256];
        var total = 0;
        for (var y = 0; y < colour.Height; y += SampleStep)
            for (var x = 0; x < colour.Width; x += SampleStep)
            {
                var pixel = pixels[(long)y * stride + x];
                counts[0, (int)(pixel >> 24)]++;
                counts[1, (int)(pixel >> 16 & 255)]++;
                counts[2, (int)(pixel >> 8 & 255)]++;
                total++;
            }

        int Level(int channel)
        {
            var level = 255;
            for (var above = counts[channel, level]; above * 4 < total && level > 1; above += counts[channel, level])
                level--;
            return level;
        }

        return new(Level(0), Level(1), Level(2));
    }
}
