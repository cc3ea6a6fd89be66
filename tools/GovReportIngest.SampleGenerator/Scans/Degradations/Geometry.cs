namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>Faults of how the sheet lay on the glass.</summary>
internal static class Geometry
{
    private const byte LidWhite = 246;

    /// <summary>Turned by degrees, positive counter-clockwise, in the same frame; what comes in from outside is the lid.</summary>
    public static Raster Skew(Raster page, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (middleX, middleY) = ((page.Width - 1) / 2.0, (page.Height - 1) / 2.0);
        var turned = new Raster(page.Width, page.Height, page.DpiX, page.DpiY);
        for (var y = 0; y < page.Height; y++)
            for (var x = 0; x < page.Width; x++)
            {
                var (dx, dy) = (x - middleX, y - middleY);
                Take(page, middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos, turned.Rgb.AsSpan(turned.Offset(x, y), 3));
            }
        return turned;
    }

    /// <summary>Turned by degrees in the middle of a glass that holds all of the sheet.</summary>
    public static Raster OnLargeGlass(Raster page, double degrees)
    {
        var (sin, cos) = Math.SinCos(Math.Abs(degrees) * Math.PI / 180);
        var glass = new Raster((int)(page.Width * cos + page.Height * sin), (int)(page.Height * cos + page.Width * sin), page.DpiX, page.DpiY);
        glass.Rgb.AsSpan().Fill(LidWhite);
        var (left, top) = ((glass.Width - page.Width) / 2, (glass.Height - page.Height) / 2);
        for (var y = 0; y < page.Height; y++)
            page.Rgb.AsSpan(page.Offset(0, y), 3 * page.Width).CopyTo(glass.Rgb.AsSpan(glass.Offset(left, top + y)));
        return Skew(glass, degrees);
    }

    /// <summary>Turned by quarters of a circle, clockwise.</summary>
    public static Raster Quarters(Raster page, int quarters)
    {
        for (; quarters > 0; quarters--)
        {
            var turned = new Raster(page.Height, page.Width, page.DpiY, page.DpiX);
            for (var y = 0; y < page.Height; y++)
                for (var x = 0; x < page.Width; x++)
                    page.Rgb.AsSpan(page.Offset(x, y), 3).CopyTo(turned.Rgb.AsSpan(turned.Offset(page.Height - 1 - y, x), 3));
            page = turned;
        }
        return page;
    }

    /// <summary>Shrunk to other resolutions by averaging the area under each new pixel.</summary>
    public static Raster Resample(Raster page, double dpiX, double dpiY)
    {
        var (stepX, stepY) = (page.DpiX / dpiX, page.DpiY / dpiY);
        var small = new Raster((int)(page.Width / stepX), (int)(page.Height / stepY), dpiX, dpiY);
        for (var y = 0; y < small.Height; y++)
            for (var x = 0; x < small.Width; x++)
                Average(page, x * stepX, (x + 1) * stepX, y * stepY, (y + 1) * stepY, small.Rgb.AsSpan(small.Offset(x, y), 3));
        return small;
    }

    private static void Average(Raster page, double left, double right, double top, double bottom, Span<byte> to)
    {
        Span<int> sums = [0, 0, 0];
        var count = 0;
        for (var y = (int)top; y < Math.Min(Math.Ceiling(bottom), page.Height); y++)
            for (var x = (int)left; x < Math.Min(Math.Ceiling(right), page.Width); x++, count++)
                for (var channel = 0; channel < 3; channel++)
                    sums[channel] += page.Rgb[page.Offset(x, y) + channel];
        for (var channel = 0; channel < 3; channel++)
            to[channel] = (byte)(sums[channel] / Math.Max(1, count));
    }

    /// <summary>The colour between four pixels; the lid outside the page.</summary>
    public static void Take(Raster page, double x, double y, Span<byte> to)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= page.Width - 1 || top >= page.Height - 1)
        {
            to.Fill(LidWhite);
            return;
        }
        var (fx, fy) = (x - left, y - top);
        var at = page.Offset(left, top);
        var below = at + page.Width * 3;
        for (var channel = 0; channel < 3; channel++)
        {
            var above = page.Rgb[at + channel] * (1 - fx) + page.Rgb[at + 3 + channel] * fx;
            var under = page.Rgb[below + channel] * (1 - fx) + page.Rgb[below + 3 + channel] * fx;
            to[channel] = (byte)(above * (1 - fy) + under * fy + 0.5);
        }
    }
}
