using System.Globalization;

namespace GovReportIngest.Exporting.Pdf.Scans;

/// <summary>JPEG (ITU-T T.81): the whole file is the image's stream.</summary>
internal static class JpegScan
{
    private const int ExifOrientation = 0x0112;

    public static ScanImage Read(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var (at, quarters, isAdobe) = (2, 0, false);
        while (true)
        {
            if (at + 4 > span.Length || span[at] != 0xFF)
                throw ScanImages.Damaged();
            var marker = span[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            var length = ScanImages.Short(span, at + 2);
            if (length < 2 || at + 2 + length > span.Length)
                throw ScanImages.Damaged();
            var segment = span.Slice(at + 4, length - 2);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Image(bytes, marker, segment, quarters, isAdobe);
            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8))
                quarters = QuartersOf(segment[6..]);
            isAdobe |= marker == 0xEE && segment.StartsWith("Adobe"u8);
            at += 2 + length;
        }
    }

    private static ScanImage Image(ReadOnlyMemory<byte> bytes, byte marker, ReadOnlySpan<byte> frame, int quarters, bool isAdobe)
    {
        if (marker > 0xC2 || frame.Length < 6 || frame[0] != 8)
            throw ScanImages.Unusual("an uncommon kind of JPEG");
        var (height, width, colours) = (ScanImages.Short(frame, 1), ScanImages.Short(frame, 3), frame[5]);
        if (width < 1 || height < 1)
            throw ScanImages.Damaged();
        var space = colours switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", 4 => "/DeviceCMYK", _ => throw ScanImages.Unusual("an uncommon kind of JPEG") };
        // Programs of Adobe write CMYK inverted.
        var decode = colours == 4 && isAdobe ? "/Decode [1 0 1 0 1 0 1 0]" : "";
        return new(width, height, quarters, [new(height, string.Create(CultureInfo.InvariantCulture, $"/ColorSpace {space} /BitsPerComponent 8 /Filter /DCTDecode {decode}"), bytes)]);
    }

    /// <summary>EXIF is a small TIFF; orientations that mirror count as their turn, as the reader takes them.</summary>
    private static int QuartersOf(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 8)
            return 0;
        var isLittle = exif[0] == 'I';
        int Number(ReadOnlySpan<byte> from, int at, int length)
        {
            var number = 0L;
            for (var index = 0; index < length; index++)
                number |= (long)from[at + index] << (8 * (isLittle ? index : length - 1 - index));
            return number > int.MaxValue ? -1 : (int)number;
        }

        var folder = Number(exif, 4, 4);
        if (folder < 8 || folder > exif.Length - 2)
            return 0;
        for (int entry = folder + 2, left = Number(exif, folder, 2); left > 0 && entry <= exif.Length - 12; entry += 12, left--)
            if (Number(exif, entry, 2) == ExifOrientation)
                return Number(exif, entry + 8, 2) switch { 3 => 2, 6 => 1, 8 => 3, _ => 0 };
        return 0;
    }
}
