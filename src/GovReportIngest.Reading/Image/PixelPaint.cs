using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>Paints parts of an image over. Operations are Leptonica's raster operations.</summary>
internal static class PixelPaint
{
    private const int Set = 0xf;
    private const int Clear = 0x0;

    /// <summary>White on an 8-bit image.</summary>
    public static void White(Pix grey, PixelBox box) =>
        _ = Leptonica.pixRasterop(grey, box.X, box.Y, box.Width, box.Height, Set, 0, 0, 0);

    /// <summary>Black on a 1-bit image.</summary>
    public static void Ink(Pix binary, PixelBox box) =>
        _ = Leptonica.pixRasterop(binary, box.X, box.Y, box.Width, box.Height, Set, 0, 0, 0);

    /// <summary>Paper on a 1-bit image.</summary>
    public static void Erase(Pix binary, PixelBox box) =>
        _ = Leptonica.pixRasterop(binary, box.X, box.Y, box.Width, box.Height, Clear, 0, 0, 0);

    /// <summary>The middle one of the grey levels along its edge, on an 8-bit image.</summary>
    public static unsafe void Paper(Pix grey, PixelBox box)
    {
        var (left, top, right, bottom) = (Math.Max(0, box.X), Math.Max(0, box.Y), Math.Min(grey.Width, box.X + box.Width), Math.Min(grey.Height, box.Y + box.Height));
        var stride = Leptonica.pixGetWpl(grey) * 4;
        var pixels = (byte*)Leptonica.pixGetData(grey);
        var edge = new List<byte>();
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                if (y == top || y == bottom - 1 || x == left || x == right - 1)
                    edge.Add(pixels[(long)y * stride + (x ^ 3)]);
        edge.Sort();
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                pixels[(long)y * stride + (x ^ 3)] = edge[edge.Count / 2];
    }

    /// <summary>White on an 8-bit image wherever a 1-bit mask has ink.</summary>
    public static unsafe void White(Pix grey, Pix mask)
    {
        var (width, height) = (Math.Min(grey.Width, mask.Width), Math.Min(grey.Height, mask.Height));
        var (greyStride, maskStride) = (Leptonica.pixGetWpl(grey) * 4, Leptonica.pixGetWpl(mask));
        var pixels = (byte*)Leptonica.pixGetData(grey);
        var bits = Leptonica.pixGetData(mask);
        for (var y = 0; y < height; y++)
            for (var word = 0; word < maskStride; word++)
            {
                var ink = bits[(long)y * maskStride + word];
                for (var bit = 0; ink != 0 && bit < 32; bit++)
                    if ((ink >> (31 - bit) & 1) != 0 && word * 32 + bit < width)
                        pixels[(long)y * greyStride + ((word * 32 + bit) ^ 3)] = 255;
            }
    }
}
