using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>Stretches a line of text to the full range of grey: thin faces and shade leave little contrast, which the engine needs.</summary>
internal static unsafe class LineContrast
{
    /// <summary>Share of the pixels that are certainly paper, and that are at least the darkest ink.</summary>
    private const double PaperShare = 0.5;
    private const double InkShare = 0.01;

    /// <summary>Less than this is grain, not ink, of 255 levels.</summary>
    private const int LeastRange = 24;

    /// <returns>8 bits a pixel, a new image.</returns>
    public static Pix Stretch(Pix grey)
    {
        var copy = PixImage.Checked(Leptonica.pixCopy(0, grey), "pixCopy");
        var (width, height, stride) = (copy.Width, copy.Height, Leptonica.pixGetWpl(copy) * 4);
        var pixels = (byte*)Leptonica.pixGetData(copy);
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                histogram[pixels[(long)y * stride + (x ^ 3)]]++;
        var (black, white) = (GreyHistogram.AtRank(histogram, InkShare * width * height), GreyHistogram.AtRank(histogram, PaperShare * width * height) - 6);
        if (white - black < LeastRange)
            return copy;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = (long)y * stride + (x ^ 3);
                pixels[at] = (byte)Math.Clamp((pixels[at] - black) * 255 / (white - black), 0, 255);
            }

        return copy;
    }
}
