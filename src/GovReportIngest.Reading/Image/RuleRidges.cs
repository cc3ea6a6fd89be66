using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Marks where a page is darker than the paper on both sides of a thin line in one direction. A threshold made for text breaks
/// hairlines and grey rules into dots; averaged along the line their contrast stands far above the grain of the paper.
/// </summary>
internal static class RuleRidges
{
    /// <summary>Half the length that is averaged along the line, points.</summary>
    private const double HalfAlong = 1.5;

    /// <summary>Where the paper beside a line is looked for: nearest and farthest distance from its middle, points.</summary>
    private const double NearestPaper = 1.4;
    private const double FarthestPaper = 2.9;

    /// <summary>A line is at least so much darker than the paper beside it, of 255 levels.</summary>
    private const int LeastContrast = 12;

    /// <summary>And so many times as dark as three quarters of the page's grain.</summary>
    private const double AboveGrain = 4;

    /// <summary>1 bit, as large as the page: pixels that may belong to a horizontal rule.</summary>
    public static Pix Horizontal(GrayImage page, double pixelsPerPoint) => Mark(SmoothAlongRows(page, Half(pixelsPerPoint)), page, pixelsPerPoint, page.Width);

    /// <summary>1 bit, as large as the page: pixels that may belong to a vertical rule.</summary>
    public static Pix Vertical(GrayImage page, double pixelsPerPoint) => Mark(SmoothAlongColumns(page, Half(pixelsPerPoint)), page, pixelsPerPoint, 1);

    private static int Half(double pixelsPerPoint) => (int)Math.Round(HalfAlong * pixelsPerPoint);

    private static byte[] SmoothAlongRows(GrayImage page, int half)
    {
        var smooth = new byte[page.Pixels.Length];
        for (var y = 0; y < page.Height; y++)
        {
            var row = page.Pixels.AsSpan(y * page.Width, page.Width);
            var target = smooth.AsSpan(y * page.Width, page.Width);
            var sum = 0;
            for (var x = -half; x < page.Width; x++)
            {
                if (x + half < page.Width)
                    sum += row[x + half];
                if (x - half > 0)
                    sum -= row[x - half - 1];
                if (x >= 0)
                    target[x] = (byte)(sum / (Math.Min(page.Width - 1, x + half) - Math.Max(0, x - half) + 1));
            }
        }

        return smooth;
    }

    private static byte[] SmoothAlongColumns(GrayImage page, int half)
    {
        var (width, height) = (page.Width, page.Height);
        var smooth = new byte[page.Pixels.Length];
        var sums = new int[width];
        for (var y = -half; y < height; y++)
        {
            if (y + half < height)
                Add(sums, page.Pixels.AsSpan((y + half) * width, width), 1);
            if (y - half > 0)
                Add(sums, page.Pixels.AsSpan((y - half - 1) * width, width), -1);
            if (y < 0)
                continue;
            var count = Math.Min(height - 1, y + half) - Math.Max(0, y - half) + 1;
            var target = smooth.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
                target[x] = (byte)(sums[x] / count);
        }

        return smooth;
    }

    private static void Add(int[] sums, ReadOnlySpan<byte> row, int sign)
    {
        for (var x = 0; x < row.Length; x++)
            sums[x] += sign * row[x];
    }

    /// <param name="across">Distance in the array from a pixel to the next one across the line.</param>
    private static Pix Mark(byte[] smooth, GrayImage page, double scale, int across)
    {
        var (near, far) = ((int)Math.Round(NearestPaper * scale), (int)Math.Round(FarthestPaper * scale));
        var middle = (near + far) / 2;
        int[] distances = [near * across, middle * across, far * across];
        var (left, top) = across == 1 ? (far, 0) : (0, far);
        var threshold = Threshold(smooth, page, distances, left, top);
        var marks = PixImage.Checked(Leptonica.pixCreate(page.Width, page.Height, 1), "pixCreate");
        MarkRows(marks, smooth, page, distances, (left, top), threshold);
        return marks;
    }

    private static unsafe void MarkRows(Pix marks, byte[] smooth, GrayImage page, int[] distances, (int Left, int Top) margin, int threshold)
    {
        var (d0, d1, d2) = (distances[0], distances[1], distances[2]);
        var stride = Leptonica.pixGetWpl(marks);
        var bits = Leptonica.pixGetData(marks);
        fixed (byte* start = smooth)
            for (var y = margin.Top; y < page.Height - margin.Top; y++)
                for (var x = margin.Left; x < page.Width - margin.Left; x++)
                {
                    var p = start + (long)y * page.Width + x;
                    var limit = *p + threshold;
                    if ((p[-d0] >= limit || p[-d1] >= limit || p[-d2] >= limit) && (p[d0] >= limit || p[d1] >= limit || p[d2] >= limit))
                        bits[(long)y * stride + (x >> 5)] |= 0x80000000u >> (x & 31);
                }
    }

    /// <summary>From the contrast of a sample of pixels, most of which are paper.</summary>
    private static int Threshold(byte[] smooth, GrayImage page, int[] distances, int left, int top)
    {
        const int Step = 7;
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        var count = 0;
        for (var y = top; y < page.Height - top; y += Step)
            for (var x = left; x < page.Width - left; x += Step)
            {
                histogram[Contrast(smooth, y * page.Width + x, distances)]++;
                count++;
            }

        var level = 0;
        for (var below = histogram[0]; below < 0.75 * count && level < 255; below += histogram[level])
            level++;
        return Math.Max(LeastContrast, (int)(AboveGrain * level));
    }

    private static int Contrast(byte[] smooth, int at, int[] distances)
    {
        int before = 0, behind = 0;
        foreach (var distance in distances)
            (before, behind) = (Math.Max(before, smooth[at - distance]), Math.Max(behind, smooth[at + distance]));
        return Math.Max(0, Math.Min(before, behind) - smooth[at]);
    }
}
