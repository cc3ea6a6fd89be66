using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Makes a drawn sheet look scanned and brings it to 300 dpi, as page repair does.</summary>
internal static class SheetScan
{
    /// <summary>Normal deviates, drawn from here at random: a page has millions of pixels.</summary>
    private static readonly double[] Grain = Normals(new Random(11), 65_536);

    public static GrayImage Of(GrayImage drawn, ScanCondition condition, Random random)
    {
        var image = drawn;
        if (condition.Gain != 0)
            image = Spread(image, condition.Gain);
        for (var pass = 0; pass < condition.Blur; pass++)
            image = Smooth(image);
        image = Expose(image, condition, random);
        if (condition.JpegQuality > 0)
            image = ThroughJpeg(image, condition.JpegQuality);
        return Resample(image, (int)(CellSheet.Width * CellSheet.PixelsPerPoint), (int)(CellSheet.Height * CellSheet.PixelsPerPoint));
    }

    /// <summary>Mixes every pixel with the darkest (gain) or lightest (loss) of its neighbours.</summary>
    private static GrayImage Spread(GrayImage image, double gain) => Map(image, (x, y) =>
    {
        var (a, b, c, d, here) = (image[x - 1, y], image[x + 1, y], image[x, y - 1], image[x, y + 1], image[x, y]);
        var rim = gain > 0
            ? Math.Min(here, Math.Min(Math.Min(a, b), Math.Min(c, d)))
            : Math.Max(here, Math.Max(Math.Max(a, b), Math.Max(c, d)));
        return here + Math.Abs(gain) * (rim - here);
    });

    private static GrayImage Smooth(GrayImage image) => Map(image, (x, y) =>
        (4 * image[x, y] + image[x - 1, y] + image[x + 1, y] + image[x, y - 1] + image[x, y + 1]) / 8.0);

    private static GrayImage Expose(GrayImage image, ScanCondition condition, Random random)
    {
        var exposed = new GrayImage(image.Width, image.Height);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var paper = 250 * (1 - condition.Shade * x / image.Width);
                var level = condition.Ink + (paper - condition.Ink) * image[x, y] / 255 + condition.Noise * Grain[random.Next(Grain.Length)];
                exposed[x, y] = condition.IsBilevel ? (byte)(level < 150 ? 0 : 255) : (byte)Math.Clamp(level, 0, 255);
            }

        return exposed;
    }

    private static GrayImage ThroughJpeg(GrayImage image, int quality)
    {
        using var pix = PixImage.ToNative(image);
        using var decoded = PixImage.Decode(PixImage.EncodeJpeg(pix, quality)) ?? throw new NativeFailureException("pixReadMem");
        using var grey = PixImage.ToGrey(decoded);
        return PixImage.ToManaged(grey);
    }

    private static GrayImage Map(GrayImage image, Func<int, int, double> level)
    {
        var mapped = new GrayImage(image.Width, image.Height, [.. image.Pixels]);
        for (var y = 1; y < image.Height - 1; y++)
            for (var x = 1; x < image.Width - 1; x++)
                mapped[x, y] = (byte)Math.Clamp(level(x, y), 0, 255);
        return mapped;
    }

    private static GrayImage Resample(GrayImage image, int width, int height)
    {
        if (image.Width == width && image.Height == height)
            return image;
        var scaled = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                scaled[x, y] = Sample(image, (x + 0.5) * image.Width / width - 0.5, (y + 0.5) * image.Height / height - 0.5);
        return scaled;
    }

    private static byte Sample(GrayImage image, double x, double y)
    {
        var (x0, y0) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = (x - x0, y - y0);
        double At(int px, int py) => image[Math.Clamp(px, 0, image.Width - 1), Math.Clamp(py, 0, image.Height - 1)];
        return (byte)Math.Clamp(
            (At(x0, y0) * (1 - fx) + At(x0 + 1, y0) * fx) * (1 - fy) + (At(x0, y0 + 1) * (1 - fx) + At(x0 + 1, y0 + 1) * fx) * fy, 0, 255);
    }

    private static double[] Normals(Random random, int count)
    {
        var normals = new double[count];
        for (var i = 0; i < count; i++)
            normals[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return normals;
    }
}
