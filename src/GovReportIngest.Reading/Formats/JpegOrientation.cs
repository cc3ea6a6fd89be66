using System.Buffers.Binary;

namespace GovReportIngest.Reading.Formats;

/// <summary>The turn that a camera asks for (Exif 2.3, tag 274), which Leptonica does not apply to JPEG.</summary>
internal static class JpegOrientation
{
    private const ushort OrientationTag = 274;

    /// <summary>Clockwise quarter turns that make the image upright; 0 without the tag or for mirrored images.</summary>
    internal static int Quarters(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
                return 0;
            var segment = jpeg.Slice(at + 4, length - 2);
            if (jpeg[at + 1] == 0xE1 && segment.StartsWith("Exif\0\0"u8))
                return Tag(segment[6..]) switch { 3 => 2, 6 => 1, 8 => 3, _ => 0 };
            at += 2 + length;
        }

        return 0;
    }

    private static int Tag(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return 0;
        var isLittle = tiff[0] == (byte)'I';
        var directory = Long(tiff[4..], isLittle);
        if (directory > tiff.Length - 2)
            return 0;
        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        for (var index = 0; index < count && 2 + (index + 1) * 12 <= entries.Length; index++)
        {
            var entry = entries.Slice(2 + index * 12, 12);
            if (Short(entry, isLittle) == OrientationTag)
                return Short(entry[8..], isLittle);
        }

        return 0;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
