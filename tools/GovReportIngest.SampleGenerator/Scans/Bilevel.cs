namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>Black and white as scanners and fax machines decide it.</summary>
internal static class Bilevel
{
    /// <summary>One threshold for the whole page, as cheap devices do; the result has only 0 and 255.</summary>
    public static Raster Threshold(Raster page, int threshold) =>
        Decide(page, (_, _, grey) => grey < threshold);

    /// <summary>Against the mean of the neighbourhood (half an inch), darker by the given share of 255.</summary>
    public static Raster Local(Raster page, double share)
    {
        var sums = IntegralImage(page);
        var reach = (int)(page.DpiX / 4);
        return Decide(page, (x, y, grey) => grey < Mean(sums, page, x, y, reach) - 255 * share);
    }

    private static Raster Decide(Raster page, Func<int, int, int, bool> isBlack)
    {
        var result = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var y = 0; y < page.Height; y++)
            for (var x = 0; x < page.Width; x++)
                result.Rgb.AsSpan(result.Offset(x, y), 3).Fill(isBlack(x, y, page.Grey(x, y)) ? (byte)0 : (byte)255);
        return result;
    }

    private static long[] IntegralImage(Raster page)
    {
        var stride = page.Width + 1;
        var sums = new long[stride * (page.Height + 1)];
        for (var y = 0; y < page.Height; y++)
        {
            long row = 0;
            for (var x = 0; x < page.Width; x++)
            {
                row += page.Grey(x, y);
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return sums;
    }

    private static double Mean(long[] sums, Raster page, int x, int y, int reach)
    {
        var (left, right) = (Math.Max(0, x - reach), Math.Min(page.Width, x + reach + 1));
        var (top, bottom) = (Math.Max(0, y - reach), Math.Min(page.Height, y + reach + 1));
        var stride = page.Width + 1;
        var sum = sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left] + sums[top * stride + left];
        return (double)sum / ((right - left) * (bottom - top));
    }
}
