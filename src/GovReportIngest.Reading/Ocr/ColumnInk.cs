using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>How much ink stands in each column of a line of text.</summary>
internal static unsafe class ColumnInk
{
    /// <summary>Darker than this is ink, of 255 levels.</summary>
    private const byte Ink = 160;

    /// <param name="line">8 bits a pixel, its contrast stretched.</param>
    /// <returns>Dark pixels of every column, from left to right.</returns>
    public static int[] Of(Pix line)
    {
        var (width, height, stride) = (line.Width, line.Height, Leptonica.pixGetWpl(line) * 4);
        var pixels = (byte*)Leptonica.pixGetData(line);
        var counts = new int[width];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (pixels[(long)y * stride + (x ^ 3)] < Ink)
                    counts[x]++;
        return counts;
    }
}
