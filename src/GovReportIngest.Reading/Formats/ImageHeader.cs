using System.Buffers.Binary;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Formats;

/// <summary>Width and height of an image file from its header, before a pixel is decoded.</summary>
internal static unsafe class ImageHeader
{
    /// <summary>Sizes of all images of a file; more than one only in TIFF. Empty where the header is damaged.</summary>
    internal static IReadOnlyList<(long Width, long Height)> Sizes(ReadOnlySpan<byte> bytes, string mediaType, int maximumPages) => mediaType switch
    {
        "image/png" when bytes.Length >= 24 => [(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))],
        // A height below 0 says that the rows run downwards.
        "image/bmp" when bytes.Length >= 26 => [(BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[22..])))],
        "image/png" or "image/bmp" => [],
        "image/tiff" => TiffSizes(bytes, maximumPages),
        _ => PixImage.Measure(bytes) is { } size ? [(size.Width, size.Height)] : [],
    };

    private static List<(long, long)> TiffSizes(ReadOnlySpan<byte> bytes, int maximumPages)
    {
        var sizes = new List<(long, long)>();
        fixed (byte* data = bytes)
        {
            while (sizes.Count <= maximumPages
                && Leptonica.readHeaderMemTiff(data, (nuint)bytes.Length, sizes.Count, out var width, out var height, out _, out _, out _, out _, out _) == 0)
                sizes.Add((width, height));
        }

        return sizes;
    }
}
