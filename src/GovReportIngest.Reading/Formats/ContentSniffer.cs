namespace GovReportIngest.Reading.Formats;

/// <summary>Media type from magic bytes; the name of a file is never trusted.</summary>
internal static class ContentSniffer
{
    /// <summary>Bytes that are enough for every signature; PDF allows 1,024 bytes of rubbish before its header.</summary>
    internal const int HeadLength = 4096;

    private static readonly (byte[] Magic, int Offset, string MediaType, ContentKind Kind)[] Signatures =
    [
        ([0x49, 0x49, 0x2A, 0x00], 0, "image/tiff", ContentKind.Image),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, "image/tiff", ContentKind.Image),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png", ContentKind.Image),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg", ContentKind.Image),
        ([0x57, 0x45, 0x42, 0x50], 8, "image/webp", ContentKind.Image),
        ([0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A], 4, "image/jp2", ContentKind.Image),
        ([0x50, 0x4B, 0x03, 0x04], 0, "application/zip", ContentKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "application/x-ole-storage", ContentKind.Office),
        ([0x7B, 0x5C, 0x72, 0x74, 0x66], 0, "application/rtf", ContentKind.Office),
    ];

    internal static (ContentKind Kind, string MediaType) Sniff(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return (ContentKind.Empty, "application/octet-stream");
        if (head[..Math.Min(head.Length, 1029)].IndexOf("%PDF-"u8) >= 0)
            return (ContentKind.Pdf, "application/pdf");
        foreach (var (magic, offset, mediaType, kind) in Signatures)
        {
            if (head.Length >= offset + magic.Length && head.Slice(offset, magic.Length).SequenceEqual(magic))
                return (kind, mediaType);
        }

        return IsBitmap(head) ? (ContentKind.Image, "image/bmp")
            : HtmlSignature.IsArchive(head) ? (ContentKind.Unsupported, "multipart/related")
            : HtmlSignature.Is(head) ? (ContentKind.Html, "text/html") : (ContentKind.Text, "text/plain");
    }

    /// <summary>"BM" alone also begins words: the size of the second header must be one that exists.</summary>
    private static bool IsBitmap(ReadOnlySpan<byte> head) =>
        head.Length > 18 && head.StartsWith("BM"u8) && head[14] is 12 or 40 or 52 or 56 or 64 or 108 or 124 && head[15] == 0 && head[16] == 0;
}
