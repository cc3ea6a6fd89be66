using System.Security.Cryptography;
using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Formats;

namespace GovReportIngest.Reading.Flow;

/// <summary>
/// Pictures inside a document as pages of it, where they may be tables: no icons, each once, and no more of them than a report has.
/// </summary>
internal sealed class EmbeddedPictures(ReadingOptions options)
{
    private const int Most = 40;
    private const long MostBytes = 100_000_000;

    /// <summary>Icons, buttons and codes for telephones are smaller.</summary>
    private const int LeastWidth = 320;
    private const int LeastHeight = 60;
    private const int MostPixelsOfIcons = 320 * 320;
    private const int LeastBytes = 2_000;

    /// <summary>Inches; what is shown smaller or larger tells nothing of its resolution.</summary>
    private const double LeastShown = 0.5;
    private const double MostShown = 50;

    private const int LeastDpi = 50;
    private const int MostDpi = 1200;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int opened;
    private long held;
    private int unread;

    /// <summary>What is left to read before no more pictures are taken.</summary>
    public long BytesLeft => opened < Most ? Math.Max(0, MostBytes - held) : 0;

    public Problem? Problem => unread == 0 ? null : new("read", "picture-unread", null,
        $"The document holds {unread} pictures that were not read (drawings, damaged ones, or more than a report has). If one of them is a table or a page, save the file as PDF and ingest that.");

    /// <summary>Notes a picture whose bytes could not be had.</summary>
    public void Miss() => unread++;

    /// <param name="bytes">Of the picture; kept.</param>
    /// <param name="shown">Width and height in inches at which it is shown; null where that is not known.</param>
    /// <returns>Null for what is not read: icons and what was read before, and, noted, what cannot be read.</returns>
    public IPageSet? Open(byte[] bytes, (double Width, double Height)? shown)
    {
        var (kind, mediaType) = ContentSniffer.Sniff(bytes.AsSpan(0, Math.Min(bytes.Length, ContentSniffer.HeadLength)));
        var sizes = kind is ContentKind.Image ? ImageHeader.Sizes(bytes, mediaType, options.MaximumPages) : [];
        if (IsIcon(sizes) || (sizes.Count == 0 && bytes.Length < LeastBytes) || !seen.Add(Convert.ToHexString(SHA256.HashData(bytes))))
            return null;
        if (sizes.Count == 0 || bytes.Length > BytesLeft)
        {
            unread++;
            return null;
        }

        opened++;
        held += bytes.Length;
        return ImagePages.Open([ImageSource.OfBytes(bytes) with { Dpi = DpiOf(sizes[0], shown) }], options);
    }

    /// <summary>Whether an image with these pages is too small for a table.</summary>
    public static bool IsIcon(IReadOnlyList<(long Width, long Height)> sizes) =>
        sizes is [var (width, height), ..] && (width < LeastWidth || height < LeastHeight || width * height < MostPixelsOfIcons);

    private static (int X, int Y)? DpiOf((long Width, long Height) pixels, (double Width, double Height)? shown)
    {
        if (shown is not ({ } width and >= LeastShown and <= MostShown, { } height and >= LeastShown and <= MostShown))
            return null;
        var (x, y) = (pixels.Width / width, pixels.Height / height);
        return x is >= LeastDpi and <= MostDpi && y is >= LeastDpi and <= MostDpi ? ((int)Math.Round(x), (int)Math.Round(y)) : null;
    }
}
