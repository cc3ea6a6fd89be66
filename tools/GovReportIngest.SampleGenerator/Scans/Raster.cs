namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>A colour page in memory, three bytes a pixel (red, green, blue), rows without padding.</summary>
internal sealed class Raster(int width, int height, byte[] rgb, double dpiX, double dpiY)
{
    public Raster(int width, int height, double dpiX, double dpiY)
        : this(width, height, new byte[checked(width * height * 3)], dpiX, dpiY)
    {
    }

    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Rgb { get; } = rgb;

    public double DpiX { get; } = dpiX;

    public double DpiY { get; } = dpiY;

    public int Offset(int x, int y) => (y * Width + x) * 3;

    /// <summary>Luminance 0 to 255.</summary>
    public int Grey(int x, int y)
    {
        var at = Offset(x, y);
        return (Rgb[at] * 77 + Rgb[at + 1] * 150 + Rgb[at + 2] * 29) >> 8;
    }

    /// <summary>The same size with new pixels: <paramref name="change"/> maps a sample (x, y, channel value) to its new value.</summary>
    public Raster Map(Func<int, int, byte, double> change)
    {
        var copy = new Raster(Width, Height, DpiX, DpiY);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                for (int at = Offset(x, y), end = at + 3; at < end; at++)
                    copy.Rgb[at] = (byte)Math.Clamp(change(x, y, Rgb[at]), 0, 255);
        return copy;
    }
}
