namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>Faults of paper, light and sensor.</summary>
internal static class Paper
{
    /// <summary>Fibre and tone of the paper: slow clouds, fine grain and a yellowish tint (0 to 1).</summary>
    public static Raster Texture(Raster page, double strength, double yellow, Dice dice)
    {
        var (slow, fine) = (new Clouds(dice, 12), new Clouds(dice, 260));
        var textured = page.Map((x, y, value) =>
        {
            var (u, v) = ((double)x / page.Width, (double)y / page.Height);
            return value - strength * (slow.At(u, v) * 12 + fine.At(u, v) * 14);
        });
        for (var at = 0; at < textured.Rgb.Length; at += 3)
        {
            textured.Rgb[at + 1] = (byte)(textured.Rgb[at + 1] * (1 - 0.03 * yellow));
            textured.Rgb[at + 2] = (byte)(textured.Rgb[at + 2] * (1 - 0.14 * yellow));
        }
        return textured;
    }

    /// <summary>Uneven light: darker towards one edge, as beside the spine of a bound volume, and in clouds.</summary>
    public static Raster Shade(Raster page, double depth, bool spineOnLeft, Dice dice)
    {
        var clouds = new Clouds(dice, 3);
        return page.Map((x, y, value) =>
        {
            var (u, v) = ((double)x / page.Width, (double)y / page.Height);
            var fromSpine = spineOnLeft ? u : 1 - u;
            return value * (1 - depth * (0.75 * Math.Exp(-fromSpine * 5) + 0.35 * clouds.At(u, v)));
        });
    }

    /// <summary>Sensor noise, alike in all channels; the deviation is in grey levels.</summary>
    public static Raster Noise(Raster page, double deviation, Dice dice)
    {
        var noisy = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var at = 0; at < page.Rgb.Length; at += 3)
        {
            var change = dice.Normal() * deviation;
            for (var channel = 0; channel < 3; channel++)
                noisy.Rgb[at + channel] = (byte)Math.Clamp(page.Rgb[at + channel] + change, 0, 255);
        }
        return noisy;
    }

    /// <summary>The other side of the sheet shines through, mirrored and blurred.</summary>
    public static Raster ShowThrough(Raster page, Raster back, double strength)
    {
        var blurred = Ink.Blur(back, page.DpiX / 120);
        var result = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var y = 0; y < page.Height; y++)
            for (var x = 0; x < page.Width; x++)
            {
                var behind = blurred.Grey(Math.Clamp(blurred.Width - 1 - x, 0, blurred.Width - 1), Math.Min(y, blurred.Height - 1));
                for (int at = page.Offset(x, y), end = at + 3; at < end; at++)
                    result.Rgb[at] = (byte)(page.Rgb[at] * (1 - strength * (255 - behind) / 255));
            }
        return result;
    }

    /// <summary>Dust: dark and a few light specks of one to four pixels.</summary>
    public static Raster Speckles(Raster page, int count, Dice dice)
    {
        var dusty = page.Map((_, _, value) => value);
        for (var speck = 0; speck < count; speck++)
        {
            var (x, y, size) = (dice.Next(2, page.Width - 6), dice.Next(2, page.Height - 6), dice.Next(1, 4));
            var tone = (byte)(dice.Chance(0.85) ? dice.Next(10, 90) : 250);
            for (var dy = 0; dy < size; dy++)
                for (var dx = 0; dx < size; dx++)
                    if (dice.Chance(0.8))
                        dusty.Rgb.AsSpan(dusty.Offset(x + dx, y + dy), 3).Fill(tone);
        }
        return dusty;
    }

    /// <summary>A black band with a ragged edge where the sheet did not cover the glass.</summary>
    public static Raster ScannerBorder(Raster page, double widthInInches, Dice dice)
    {
        var slope = dice.Between(-0.006, 0.006);
        var width = widthInInches * page.DpiX;
        var drop = widthInInches * page.DpiY * 0.6;
        var ragged = Enumerable.Range(0, Math.Max(page.Width, page.Height)).Select(_ => dice.NextDouble() * 2).ToArray();
        return page.Map((x, y, value) => x < width + slope * y + ragged[y] || y < drop + slope * x + ragged[x] ? 18 + value * 0.05 : value);
    }
}
