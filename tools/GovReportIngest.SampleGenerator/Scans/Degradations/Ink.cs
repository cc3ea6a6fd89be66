namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>Faults of toner, copier and lens.</summary>
internal static class Ink
{
    /// <summary>Spreads ink by mixing in the darkest neighbour (amount 0 to 1), thins it with a negative amount.</summary>
    public static Raster Spread(Raster page, double amount)
    {
        var result = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var y = 0; y < page.Height; y++)
            for (var x = 0; x < page.Width; x++)
                for (var channel = 0; channel < 3; channel++)
                {
                    var own = page.Rgb[page.Offset(x, y) + channel];
                    var other = Extreme(page, x, y, channel, darkest: amount > 0);
                    result.Rgb[result.Offset(x, y) + channel] = (byte)(own + (other - own) * Math.Abs(amount));
                }
        return result;
    }

    /// <summary>Gaussian blur; sigma in pixels.</summary>
    public static Raster Blur(Raster page, double sigma)
    {
        var reach = (int)Math.Ceiling(sigma * 2.5);
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var sum = weights.Sum();
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
        return Convolved(Convolved(page, weights, 1, 0), weights, 0, 1);
    }

    /// <summary>The sheet moved sideways while it was scanned; so many pixels.</summary>
    public static Raster Smear(Raster page, int pixels) =>
        Convolved(page, [.. Enumerable.Repeat(1.0 / (2 * (pixels / 2) + 1), 2 * (pixels / 2) + 1)], 1, 0);

    /// <summary>Faded toner: black becomes grey, unevenly over the page.</summary>
    public static Raster Fade(Raster page, double most, Dice dice)
    {
        var clouds = new Clouds(dice, 5);
        return page.Map((x, y, value) => value + (255 - value) * most * clouds.At((double)x / page.Width, (double)y / page.Height));
    }

    private static int Extreme(Raster page, int x, int y, int channel, bool darkest)
    {
        int extreme = page.Rgb[page.Offset(x, y) + channel];
        Span<(int X, int Y)> around = [(-1, 0), (1, 0), (0, -1), (0, 1)];
        foreach (var (dx, dy) in around)
        {
            var (nx, ny) = (Math.Clamp(x + dx, 0, page.Width - 1), Math.Clamp(y + dy, 0, page.Height - 1));
            int value = page.Rgb[page.Offset(nx, ny) + channel];
            extreme = darkest ? Math.Min(extreme, value) : Math.Max(extreme, value);
        }
        return extreme;
    }

    private static Raster Convolved(Raster page, double[] weights, int stepX, int stepY)
    {
        var reach = weights.Length / 2;
        var result = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        Span<double> sums = stackalloc double[3];
        for (var y = 0; y < page.Height; y++)
            for (var x = 0; x < page.Width; x++)
            {
                sums.Clear();
                for (var i = -reach; i <= reach; i++)
                {
                    var at = page.Offset(Math.Clamp(x + i * stepX, 0, page.Width - 1), Math.Clamp(y + i * stepY, 0, page.Height - 1));
                    for (var channel = 0; channel < 3; channel++)
                        sums[channel] += page.Rgb[at + channel] * weights[i + reach];
                }
                for (var channel = 0; channel < 3; channel++)
                    result.Rgb[result.Offset(x, y) + channel] = (byte)(sums[channel] + 0.5);
            }
        return result;
    }
}
