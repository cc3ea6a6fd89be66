namespace GovReportIngest.Reading.Formats;

/// <summary>
/// Decoders of JPEG and JPEG 2000 fill up what a cut-off file lacks, and say nothing; the end mark tells. Both formats keep its
/// two bytes out of their image data (ITU-T T.81 B.1.1.5, T.800 A.1), so that only thumbnails before it can hold another.
/// </summary>
internal static class ImageEnding
{
    private static readonly byte[] End = [0xFF, 0xD9];
    private static readonly byte[] JpegData = [0xFF, 0xDA];
    private static readonly byte[] Jpeg2000Data = [0xFF, 0x93];

    public static bool IsCutOff(ReadOnlySpan<byte> bytes, string mediaType) => mediaType switch
    {
        "image/jpeg" => bytes.LastIndexOf(End) < bytes.LastIndexOf(JpegData),
        "image/jp2" => bytes.LastIndexOf(End) < bytes.LastIndexOf(Jpeg2000Data),
        _ => false,
    };
}
