using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Faults of toner, paper, light and lens, each on a sheet in memory.</summary>
internal static class SheetFaults
{
    /// <summary>Normal deviates, drawn from here at random: a page has millions of pixels.</summary>
    private static readonly float[] Grain = Normals(new Random(11), 65_536);

    /// <summary>Mixes every pixel with the darkest (gain) or lightest (loss) of its neighbours.</summary>
    public static void Spread(GrayImage image, double gain)
    {
        var (width, old) = (image.Width, (byte[])image.Pixels.Clone());
        for (var y = 1; y < image.Height - 1; y++)
            for (var i = y * width + 1; i < (y + 1) * width - 1; i++)
            {
                int here = old[i], rim = gain > 0
                    ? Math.Min(here, Math.Min(Math.Min(old[i - 1], old[i + 1]), Math.Min(old[i - width], old[i + width])))
                    : Math.Max(here, Math.Max(Math.Max(old[i - 1], old[i + 1]), Math.Max(old[i - width], old[i + width])));
                image.Pixels[i] = (byte)(here + Math.Abs(gain) * (rim - here));
            }
    }

    /// <summary>Gaussian; the deviation is in pixels.</summary>
    public static void Blur(GrayImage image, double deviation)
    {
        var reach = (int)Math.Ceiling(deviation * 2.5);
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(i => Math.Exp(-i * i / (2 * deviation * deviation))).ToArray();
        var sum = weights.Sum();
        var factors = weights.Select(weight => (float)(weight / sum)).ToArray();
        Convolve(image, factors, 1, image.Width);
        Convolve(image, factors, image.Width, image.Width);
    }

    /// <summary>Ink becomes grey, unevenly over the sheet.</summary>
    public static void Fade(GrayImage image, double most, Random random)
    {
        var clouds = new Clouds(random, 6, 4);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var here = image[x, y];
                image[x, y] = (byte)(here + (255 - here) * most * clouds.At((float)x / image.Width, (float)y / image.Height));
            }
    }

    /// <summary>The other side, mirrored and soft.</summary>
    public static void ShineThrough(GrayImage image, GrayImage behind, double strength)
    {
        Blur(behind, image.Width / 700.0);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
                image[x, y] = (byte)(image[x, y] * (1 - strength * (255 - behind[image.Width - 1 - x, y]) / 255));
    }

    /// <summary>A ring and strokes that darken the sheet a little, as the seal does where its colour was taken out.</summary>
    public static void Stamp(GrayImage image, int darkening, Random random)
    {
        var scale = image.Width / CellSheet.Width;
        var (cx, cy, radius) = (random.NextDouble() * image.Width, random.NextDouble() * image.Height, 59 * scale);
        var turn = random.NextDouble() * 6.28;
        for (var y = Math.Max(0, (int)(cy - radius)); y < Math.Min(image.Height, cy + radius); y++)
            for (var x = Math.Max(0, (int)(cx - radius)); x < Math.Min(image.Width, cx + radius); x++)
            {
                var (dx, dy) = ((x - cx) / radius, (y - cy) / radius);
                var distance = Math.Sqrt(dx * dx + dy * dy);
                var isRing = distance is > 0.94 and < 1;
                var isCharacter = distance is > 0.68 and < 0.88 && Math.Sin(14 * (Math.Atan2(dy, dx) + turn)) > 0.2 && Math.Sin(40 * distance + 9 * dx) > -0.3;
                var isStar = distance < 0.3 && Math.Abs(Math.Sin(2.5 * Math.Atan2(dy, dx))) > distance * 2.5;
                if (isRing || isCharacter || isStar)
                    image[x, y] = (byte)Math.Max(0, image[x, y] - darkening * (0.6 + 0.4 * random.NextDouble()));
            }
    }

    /// <summary>Averages the area under each new pixel.</summary>
    public static GrayImage Shrink(GrayImage image, double across, double down)
    {
        var small = new GrayImage((int)(image.Width * across), (int)(image.Height * down));
        for (var y = 0; y < small.Height; y++)
            for (var x = 0; x < small.Width; x++)
            {
                var (sum, count) = (0, 0);
                for (var sy = (int)(y / down); sy < Math.Min(image.Height, Math.Ceiling((y + 1) / down)); sy++)
                    for (var sx = (int)(x / across); sx < Math.Min(image.Width, Math.Ceiling((x + 1) / across)); sx++, count++)
                        sum += image[sx, sy];
                small[x, y] = (byte)(sum / Math.Max(1, count));
            }

        return small;
    }

    /// <summary>Paper, light and sensor.</summary>
    public static void Expose(GrayImage image, ScanCondition condition, Random random)
    {
        var (slow, fine, spine) = (new Clouds(random, 8, 5), new Clouds(random, 130, 85), random.Next(2) == 0);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var (u, v) = ((float)x / image.Width, (float)y / image.Height);
                var light = condition.Shade > 0 ? 1 - condition.Shade * (0.75 * Math.Exp(-3 * (spine ? u : 1 - u)) + 0.35 * slow.At(v, u)) : 1;
                var paper = 250 - (condition.Texture > 0 ? condition.Texture * (0.45 * slow.At(u, v) + 0.55 * fine.At(u, v)) : 0);
                var level = (condition.Ink + (paper - condition.Ink) * image[x, y] / 255) * light + condition.Noise * Grain[random.Next(Grain.Length)];
                image[x, y] = (byte)Math.Clamp(level, 0, 255);
            }
    }

    /// <summary>Dark specks of one to four pixels.</summary>
    public static void Sprinkle(GrayImage image, int count, Random random)
    {
        for (var speck = 0; speck < count; speck++)
        {
            var (left, top, size) = (random.Next(2, image.Width - 6), random.Next(2, image.Height - 6), random.Next(1, 4));
            for (var y = top; y < top + size; y++)
                for (var x = left; x < left + size; x++)
                    if (random.NextDouble() < 0.8)
                        image[x, y] = 40;
        }
    }

    private static void Convolve(GrayImage image, float[] weights, int step, int width)
    {
        var (reach, old) = (weights.Length / 2, (byte[])image.Pixels.Clone());
        var (marginX, marginY) = step == 1 ? (reach, 0) : (0, reach);
        for (var y = marginY; y < image.Height - marginY; y++)
            for (var x = marginX; x < width - marginX; x++)
            {
                var (at, sum) = (y * width + x, 0.5f);
                for (var k = 0; k < weights.Length; k++)
                    sum += old[at + (k - reach) * step] * weights[k];
                image.Pixels[at] = (byte)sum;
            }
    }

    private static float[] Normals(Random random, int count)
    {
        var normals = new float[count];
        for (var i = 0; i < count; i++)
            normals[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return normals;
    }
}
