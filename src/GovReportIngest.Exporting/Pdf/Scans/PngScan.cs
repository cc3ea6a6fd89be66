using System.Buffers.Binary;
using System.Globalization;

namespace GovReportIngest.Exporting.Pdf.Scans;

/// <summary>PNG (ISO/IEC 15948): its data are what PDF calls deflated with a predictor, if rows are not interlaced and nothing is transparent.</summary>
internal static class PngScan
{
    private const int Signature = 8;

    public static ScanImage Read(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var at = Signature;
        ReadOnlySpan<byte> head = [], palette = [];
        using var data = new MemoryStream();
        while (true)
        {
            if (at > span.Length - 12)
                throw ScanImages.Damaged();
            var length = BinaryPrimitives.ReadUInt32BigEndian(span[at..]);
            if (length > span.Length - at - 12)
                throw ScanImages.Damaged();
            var kind = span.Slice(at + 4, 4);
            var content = span.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("IHDR"u8))
                head = content;
            else if (kind.SequenceEqual("PLTE"u8))
                palette = content;
            else if (kind.SequenceEqual("tRNS"u8))
                throw ScanImages.Unusual("parts of it are transparent");
            else if (kind.SequenceEqual("IDAT"u8))
                data.Write(content);
            else if (kind.SequenceEqual("IEND"u8))
                return Image(head, palette, data.ToArray());
            at += (int)length + 12;
        }
    }

    private static ScanImage Image(ReadOnlySpan<byte> head, ReadOnlySpan<byte> palette, byte[] data)
    {
        if (head.Length < 13 || data.Length == 0)
            throw ScanImages.Damaged();
        var (width, height, bits, colours) = (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]), head[8], head[9]);
        if (width is 0 or > ScanImages.MostSide || height is 0 or > ScanImages.MostSide || bits is not (1 or 2 or 4 or 8 or 16))
            throw ScanImages.Damaged();
        if (head[12] != 0)
            throw ScanImages.Unusual("its rows are interlaced");
        var (space, samples) = colours switch
        {
            0 => ("/DeviceGray", 1),
            2 => ("/DeviceRGB", 3),
            3 when palette.Length is >= 3 and <= 768 && palette.Length % 3 == 0 => (string.Create(CultureInfo.InvariantCulture, $"[/Indexed /DeviceRGB {palette.Length / 3 - 1} <{Convert.ToHexString(palette)}>]"), 1),
            3 => throw ScanImages.Damaged(),
            _ => throw ScanImages.Unusual("it has a channel of transparency"),
        };
        var entries = string.Create(CultureInfo.InvariantCulture,
            $"/ColorSpace {space} /BitsPerComponent {bits} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {samples} /BitsPerComponent {bits} /Columns {width} >>");
        return new((int)width, (int)height, 0, [new((int)height, entries, data)]);
    }
}
