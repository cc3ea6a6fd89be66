using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Formats;

/// <summary>The pages of image files, in the order given: one a file, more in TIFF. One file's bytes are held at a time.</summary>
internal sealed class ImagePages : IPageSet
{
    private const string Damaged = "The image is damaged or cut off. Scan the page again or obtain the file from its source.";

    private const string CutOff = "The image is cut off: its lower part is missing. Scan the page again or obtain the file from its source.";

    private const string Torn = "Parts of the image are damaged and missing. Scan the page again or obtain the file from its source.";

    private const string PagesLost = "The file is cut off: this page and perhaps more are missing. Scan them again or obtain the file from its source.";

    /// <summary>Pixels that a legible character takes at the very least.</summary>
    private const int LeastSide = 8;

    private readonly List<Place> places;
    private ImageSource? source;
    private byte[] loaded = [];

    private ImagePages(List<Place> places) => this.places = places;

    public int Count => places.Count;

    /// <summary>A page inside a file (0-based), or the problem that stands in its place.</summary>
    private readonly record struct Place(ImageSource Source, string MediaType, int Index, long Pixels, Problem? Problem);

    /// <summary>Reads headers only; every file stands for at least one page, so that a bad one leaves a gap that shows.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static ImagePages Open(IReadOnlyList<string> files, ReadingOptions options) => Open(files.Select(ImageSource.OfFile), options);

    /// <summary>As <see cref="Open(IReadOnlyList{string}, ReadingOptions)"/>.</summary>
    internal static ImagePages Open(IEnumerable<ImageSource> images, ReadingOptions options)
    {
        var places = new List<Place>();
        foreach (var image in images)
            Add(image, options, places);
        return new(places);
    }

    public PageContent Get(int number)
    {
        var place = places[number - 1];
        if (place.Problem is { } known)
            return Unread(number, known);
        if (source != place.Source)
            (source, loaded) = (place.Source, place.Source.Read());
        LibTiff.Watch();
        var image = place.MediaType == "image/tiff" ? PixImage.DecodeTiff(loaded, place.Index) : PixImage.Decode(loaded);
        if (image is null)
        {
            // Leptonica gives nothing for damaged bytes and for want of memory alike; it takes up to four bytes a pixel, of PNG twice.
            ProcessMemory.Demand(8 * place.Pixels);
            return Unread(number, new("read", "damaged", number, Damaged));
        }

        if (place.Source.Dpi is { } dpi)
            _ = Leptonica.pixSetResolution(image, dpi.X, dpi.Y);
        var quarters = place.MediaType == "image/jpeg" ? JpegOrientation.Quarters(loaded) : 0;
        var loss = LibTiff.SawError() ? Torn : ImageEnding.IsCutOff(loaded, place.MediaType) ? CutOff : null;
        var problem = loss is null ? null : new Problem("read", "damaged", number, loss);
        if (quarters == 0)
            return new PageContent.Image(image, "image-file", problem);
        using (image)
            return new PageContent.Image(PixImage.Checked(Leptonica.pixRotateOrth(image, quarters), "pixRotateOrth"), "image-file", problem);
    }

    public Pix? Draw(int number, int dpi) => Get(number) is PageContent.Image image ? image.Pixels : null;

    public void Dispose() => (source, loaded) = (null, []);

    private static void Add(ImageSource image, ReadingOptions options, List<Place> places)
    {
        // Pipes and devices report no length; reading one could wait for ever.
        var bytes = image.Length > 0 && image.Length <= options.MaximumBytes ? image.Read() : [];
        var (kind, mediaType) = ContentSniffer.Sniff(bytes.AsSpan(0, Math.Min(bytes.Length, ContentSniffer.HeadLength)));
        var number = places.Count + 1;
        if (kind != ContentKind.Image)
        {
            places.Add(new(image, mediaType, 0, 0, NotAnImage(kind, number)));
            return;
        }

        var sizes = ImageHeader.Sizes(bytes, mediaType, options.MaximumPages);
        if (sizes.Count == 0)
            places.Add(new(image, mediaType, 0, 0, new("read", "damaged", number, Damaged)));
        for (var index = 0; index < sizes.Count; index++)
            places.Add(PlaceOf(image, mediaType, index, sizes[index], Judge(sizes[index], places.Count + 1, options)));
        if (sizes.Count > 0 && mediaType == "image/tiff" && TiffChain.IsCutOff(bytes, options.MaximumPages))
            places.Add(new(image, mediaType, sizes.Count, 0, new("read", "damaged", places.Count + 1, PagesLost)));
    }

    private static Place PlaceOf(ImageSource image, string mediaType, int index, (long Width, long Height) size, Problem? problem) =>
        new(image, mediaType, index, problem is null ? size.Width * size.Height : 0, problem);

    private static Problem NotAnImage(ContentKind kind, int number) => kind == ContentKind.Empty
        ? new("read", "empty", number, "The file of this page has no bytes, or too many. Scan the page again.")
        : new("read", "unsupported-format", number, "The file of this page is not an image. Take it out of the folder or replace it by a scan.");

    private static Problem? Judge((long Width, long Height) size, int number, ReadingOptions options) =>
        size.Width < 1 || size.Height < 1 ? new("read", "damaged", number, Damaged)
        : Math.Min(size.Width, size.Height) < LeastSide
            ? new("read", "too-small", number, $"The image has {size.Width} × {size.Height} pixels, too few for a line of text. Scan the page at 300 dots per inch.")
        : size.Width > options.MaximumPixelsAPage / size.Height
            ? new("read", "too-large", number, $"The image has {size.Width} × {size.Height} pixels, more than {options.MaximumPixelsAPage / 1_000_000} million. Scan the page at 300 dots per inch.")
            : null;

    private static PageContent.Done Unread(int number, Problem problem) =>
        new(new ReadPage { Number = number, SourcePage = number, Reading = PageReading.None, Why = problem.Category, Problems = [problem] });
}
