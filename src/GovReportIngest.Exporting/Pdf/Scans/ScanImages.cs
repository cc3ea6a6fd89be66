using System.Buffers.Binary;

namespace GovReportIngest.Exporting.Pdf.Scans;

/// <summary>Finds the page images of a file by its content: JPEG, PNG, and TIFF with any number of pages.</summary>
internal static class ScanImages
{
    /// <summary>Limits of what the reader takes, too: more is not a scan.</summary>
    public const int MostSide = 200_000;

    /// <exception cref="PdfException">It is another file, damaged, or written in a way that a PDF cannot hold as it is.</exception>
    public static IReadOnlyList<ScanImage> Of(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(8, bytes.Length)];
        return head.StartsWith((byte[])[0xFF, 0xD8, 0xFF]) ? [JpegScan.Read(bytes)]
            : head.SequenceEqual((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? [PngScan.Read(bytes)]
            : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? TiffScan.Read(bytes)
            : throw new PdfException("it is neither PDF nor JPEG, PNG or TIFF");
    }

    internal static PdfException Damaged() => new("the image is damaged or cut off");

    internal static PdfException Unusual(string what) => new($"a PDF cannot hold the image as it is ({what})");

    /// <summary>Sixteen bits, the higher byte first.</summary>
    internal static int Short(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : throw Damaged();
}
