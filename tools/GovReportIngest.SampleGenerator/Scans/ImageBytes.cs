using GovReportIngest.SampleGenerator.Native;

namespace GovReportIngest.SampleGenerator.Scans;

internal enum PixelKind
{
    Bilevel,
    Grey,
    Colour,
}

/// <summary>Pages as the bytes of image files, written by Leptonica.</summary>
internal static unsafe class ImageBytes
{
    private const int FormatBmp = 1;
    private const int FormatPng = 3;
    private const int TiffGroup4 = 8;

    public static byte[] Png(Raster page, PixelKind kind) => Written(page, kind, FormatPng);

    public static byte[] Bmp(Raster page, PixelKind kind) => Written(page, kind, FormatBmp);

    public static byte[] Jpeg(Raster page, PixelKind kind, int quality) => With(page, kind, pix =>
        Copied(NativeCalls.pixWriteMemJpeg(out var data, out var size, pix, quality, 0), data, size));

    public static byte[] WebP(Raster page, int quality) => With(page, PixelKind.Colour, pix =>
        ThroughFile(".webp", file => NativeCalls.pixWriteWebP(file, pix, quality, 0)));

    public static byte[] Jp2(Raster page, PixelKind kind, int signalToNoise) => With(page, kind, pix =>
        ThroughFile(".jp2", file => NativeCalls.pixWriteJp2k(file, pix, signalToNoise, 0, 0, 0)));

    /// <summary>All pages in one TIFF, one bit a pixel, CCITT Group 4.</summary>
    public static byte[] TiffG4(IReadOnlyList<Raster> pages) => ThroughFile(".tif", file =>
        pages.Select((page, index) => With(page, PixelKind.Bilevel, pix => NativeCalls.pixWriteTiff(file, pix, TiffGroup4, index == 0 ? "w" : "a"))).Max());

    private static byte[] Written(Raster page, PixelKind kind, int format) => With(page, kind, pix =>
        Copied(NativeCalls.pixWriteMem(out var data, out var size, pix, format), data, size));

    private static byte[] Copied(int failure, nint data, nuint size)
    {
        if (failure != 0)
            throw new InvalidOperationException("Leptonica could not write the image.");
        var bytes = new ReadOnlySpan<byte>((void*)data, checked((int)size)).ToArray();
        NativeCalls.lept_free(data);
        return bytes;
    }

    private static byte[] ThroughFile(string extension, Func<string, int> write)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-image-").FullName;
        try
        {
            var file = Path.Combine(folder, "page" + extension);
            return write(file) == 0 ? File.ReadAllBytes(file) : throw new InvalidOperationException($"Leptonica could not write {extension}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static T With<T>(Raster page, PixelKind kind, Func<nint, T> use)
    {
        var depth = kind switch { PixelKind.Bilevel => 1, PixelKind.Grey => 8, _ => 32 };
        var pix = NativeCalls.pixCreate(page.Width, page.Height, depth);
        try
        {
            _ = NativeCalls.pixSetResolution(pix, (int)Math.Round(page.DpiX), (int)Math.Round(page.DpiY));
            var (data, stride) = ((nint)NativeCalls.pixGetData(pix), NativeCalls.pixGetWpl(pix));
            for (var y = 0; y < page.Height; y++)
                Fill((uint*)data + (long)y * stride, page, y, kind);
            return use(pix);
        }
        finally
        {
            NativeCalls.pixDestroy(ref pix);
        }
    }

    /// <summary>Leptonica packs pixels from the most significant bit of each 32-bit word; black is 1 in bilevel images.</summary>
    private static void Fill(uint* row, Raster page, int y, PixelKind kind)
    {
        for (var x = 0; x < page.Width; x++)
        {
            var at = page.Offset(x, y);
            if (kind == PixelKind.Colour)
                row[x] = (uint)page.Rgb[at] << 24 | (uint)page.Rgb[at + 1] << 16 | (uint)page.Rgb[at + 2] << 8;
            else if (kind == PixelKind.Grey)
                row[x / 4] |= (uint)page.Grey(x, y) << (24 - 8 * (x % 4));
            else if (page.Grey(x, y) < 128)
                row[x / 32] |= 0x80000000u >> (x % 32);
        }
    }
}
