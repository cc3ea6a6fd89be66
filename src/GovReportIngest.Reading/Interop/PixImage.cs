using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Interop;

/// <summary>
/// Images between native and managed memory. Leptonica packs pixels big-endian into 32-bit words, so that on a little-endian
/// machine byte i of a row stands at i ^ 3.
/// </summary>
internal static unsafe class PixImage
{
    static PixImage() => _ = Leptonica.setMsgSeverity(Leptonica.Severe);

    /// <summary>Throws where a native call failed; a damaged image is caught by the caller, anything else is a bug.</summary>
    /// <exception cref="NativeFailureException">The handle is null.</exception>
    public static Pix Checked(Pix pix, string call)
    {
        if (!pix.IsInvalid)
            return pix;
        pix.Dispose();
        throw new NativeFailureException(call);
    }

    /// <summary>Decodes the first image of a file in memory; null where Leptonica cannot.</summary>
    public static Pix? Decode(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
            return OrNull(Leptonica.pixReadMem(data, (nuint)bytes.Length));
    }

    /// <summary>Decodes page <paramref name="page"/> (0-based) of a TIFF file; null past the last page or on damage.</summary>
    public static Pix? DecodeTiff(ReadOnlySpan<byte> bytes, int page)
    {
        fixed (byte* data = bytes)
            return OrNull(Leptonica.pixReadMemTiff(data, (nuint)bytes.Length, page));
    }

    /// <summary>Width and height from the header alone, nothing decoded; null where Leptonica cannot tell.</summary>
    public static (int Width, int Height)? Measure(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
            return Leptonica.pixReadHeaderMem(data, (nuint)bytes.Length, out _, out var width, out var height, out _, out _, out _) == 0
                ? (width, height)
                : null;
    }

    /// <summary>Pages of a TIFF file, counted from the headers; stops at <paramref name="most"/>.</summary>
    public static int CountTiffPages(ReadOnlySpan<byte> bytes, int most)
    {
        var count = 0;
        while (count < most && MeasureTiff(bytes, count) is not null)
            count++;
        return count;
    }

    /// <summary>Width and height of a page (0-based) of a TIFF file from its header; null past the last page.</summary>
    public static (int Width, int Height)? MeasureTiff(ReadOnlySpan<byte> bytes, int page)
    {
        fixed (byte* data = bytes)
            return Leptonica.readHeaderMemTiff(data, (nuint)bytes.Length, page, out var width, out var height, out _, out _, out _, out _, out _) == 0
                ? (width, height)
                : null;
    }

    public static byte[] EncodePng(Pix pix)
    {
        if (Leptonica.pixWriteMem(out var data, out var size, pix, Leptonica.FormatPng) != 0)
            throw new NativeFailureException("pixWriteMem");
        return TakeBytes(data, size);
    }

    /// <summary>Quality is 1–100.</summary>
    public static byte[] EncodeJpeg(Pix pix, int quality)
    {
        if (Leptonica.pixWriteMemJpeg(out var data, out var size, pix, quality, 0) != 0)
            throw new NativeFailureException("pixWriteMemJpeg");
        return TakeBytes(data, size);
    }

    /// <summary>32 bits a pixel; null where the image holds no colour.</summary>
    public static Pix? ToColour(Pix pix) =>
        pix.Depth < 24 && Leptonica.pixGetColormap(pix) == 0 ? null : Checked(Leptonica.pixConvertTo32(pix), "pixConvertTo32");

    /// <summary>8 grey bits a pixel, whatever the depth was; colour maps are resolved.</summary>
    public static Pix ToGrey(Pix pix) => Checked(Leptonica.pixConvertTo8(pix, 0), "pixConvertTo8");

    public static GrayImage ToManaged(Pix grey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(grey.Depth, 8);
        var (width, height, stride) = (grey.Width, grey.Height, Leptonica.pixGetWpl(grey));
        var image = new GrayImage(width, height);
        var source = Leptonica.pixGetData(grey);
        var row = new uint[stride];
        for (var y = 0; y < height; y++)
        {
            BinaryPrimitives.ReverseEndianness(new ReadOnlySpan<uint>(source + (long)y * stride, stride), row);
            MemoryMarshal.AsBytes(row.AsSpan())[..width].CopyTo(image.Pixels.AsSpan(y * width, width));
        }

        return image;
    }

    public static Pix ToNative(GrayImage image)
    {
        var pix = Checked(Leptonica.pixCreate(image.Width, image.Height, 8), "pixCreate");
        var stride = Leptonica.pixGetWpl(pix);
        var target = Leptonica.pixGetData(pix);
        var row = new uint[stride];
        for (var y = 0; y < image.Height; y++)
        {
            image.Pixels.AsSpan(y * image.Width, image.Width).CopyTo(MemoryMarshal.AsBytes(row.AsSpan()));
            BinaryPrimitives.ReverseEndianness(row, new Span<uint>(target + (long)y * stride, stride));
        }

        return pix;
    }

    /// <summary>The part of an image inside a rectangle, clipped to it; null where nothing is left.</summary>
    public static Pix? Clip(Pix pix, int x, int y, int width, int height)
    {
        var box = Leptonica.boxCreate(x, y, width, height);
        if (box == 0)
            return null;
        try
        {
            return OrNull(Leptonica.pixClipRectangle(pix, box, 0));
        }
        finally
        {
            Leptonica.boxDestroy(ref box);
        }
    }

    /// <summary>Bounding boxes of the connected components of a 1-bit image, in raster order; connectivity 4 or 8.</summary>
    public static List<(int X, int Y, int Width, int Height)> Components(Pix binary, int connectivity)
    {
        var found = new List<(int, int, int, int)>();
        var boxes = Leptonica.pixConnComp(binary, 0, connectivity);
        if (boxes == 0)
            return found;
        var count = Leptonica.boxaGetCount(boxes);
        for (var i = 0; i < count; i++)
            if (Leptonica.boxaGetBoxGeometry(boxes, i, out var x, out var y, out var width, out var height) == 0)
                found.Add((x, y, width, height));
        Leptonica.boxaDestroy(ref boxes);
        return found;
    }

    public static string Version()
    {
        var text = Leptonica.getLeptonicaVersion();
        var version = Marshal.PtrToStringUTF8(text) ?? "";
        Leptonica.lept_free(text);
        return version.StartsWith("leptonica-", StringComparison.Ordinal) ? version["leptonica-".Length..] : version;
    }

    private static Pix? OrNull(Pix pix)
    {
        if (!pix.IsInvalid)
            return pix;
        pix.Dispose();
        return null;
    }

    private static byte[] TakeBytes(nint data, nuint size)
    {
        var bytes = new byte[checked((int)size)];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        Leptonica.lept_free(data);
        return bytes;
    }
}
