using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Formats;

/// <summary>Image files in page order; a TIFF file may hold several pages.</summary>
internal sealed class ImagePages : IPageSet
{
    private readonly List<(byte[] Bytes, int Frame, bool IsTiff)> pages = [];
    private readonly ReadingOptions options;

    private ImagePages(ReadingOptions options) => this.options = options;

    public int Count => pages.Count;

    /// <summary>The pages, or the problem that keeps the first bad file shut.</summary>
    public static (ImagePages? Pages, Problem? Problem) Open(IReadOnlyList<string> files, ReadingOptions options)
    {
        var set = new ImagePages(options);
        foreach (var file in files)
            if (set.Add(File.ReadAllBytes(file), Path.GetFileName(file)) is { } problem)
                return (null, problem);
        return set.Count > options.MaximumPages
            ? (null, new("read", "too-large", null, $"There are more than {options.MaximumPages} pages. Split the document into smaller ones."))
            : (set, null);
    }

    public PageContent Get(int number)
    {
        var (bytes, frame, isTiff) = pages[number - 1];
        if (TooLarge(bytes, frame, isTiff) is { } tooLarge)
            return Unread(number, "too-large", tooLarge);
        var image = isTiff ? PixImage.DecodeTiff(bytes, frame) : PixImage.Decode(bytes);
        return image is null
            ? Unread(number, "damaged", "The image is damaged or cut off. Scan the page again, or obtain the file from its source.")
            : new PageContent.Image(image, "image-file");
    }

    public void Dispose() => pages.Clear();

    private Problem? Add(byte[] bytes, string name)
    {
        var (kind, mediaType) = ContentSniffer.Sniff(bytes.AsSpan(0, Math.Min(bytes.Length, ContentSniffer.HeadLength)));
        if (kind is not ContentKind.Image)
            return new("read", "unsupported-format", null, $"\"{name}\" is {mediaType}, no page image. Take it out of the folder.");
        var isTiff = mediaType == "image/tiff";
        var frames = isTiff ? Math.Max(1, PixImage.CountTiffPages(bytes, options.MaximumPages + 1)) : 1;
        for (var frame = 0; frame < frames; frame++)
            pages.Add((bytes, frame, isTiff));
        return null;
    }

    private string? TooLarge(byte[] bytes, int frame, bool isTiff)
    {
        var size = isTiff ? PixImage.MeasureTiff(bytes, frame) : PixImage.Measure(bytes);
        return size is { } measured && (long)measured.Width * measured.Height > options.MaximumPixelsAPage
            ? $"The image has {measured.Width} × {measured.Height} pixels, more than {options.MaximumPixelsAPage / 1_000_000} megapixels. Scan it at a lower resolution."
            : null;
    }

    private static PageContent.Done Unread(int number, string code, string message) => new(new ReadPage
    {
        Number = number,
        SourcePage = number,
        Reading = PageReading.None,
        Why = code,
        Problems = [new("read", code, number, message)],
    });
}
