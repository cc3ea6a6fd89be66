using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>An open PDF; its pages are read one at a time, on one thread at a time.</summary>
internal sealed class PdfPages : IPageSet
{
    /// <summary>Resolution at which a page is drawn for OCR unless its image has another.</summary>
    private const int ScanDpi = 300;

    private readonly PopplerDocument document;
    private readonly ReadingOptions options;

    private PdfPages(PopplerDocument document, ReadingOptions options)
    {
        this.document = document;
        this.options = options;
        Count = Poppler.poppler_document_get_n_pages(document);
    }

    public int Count { get; }

    /// <summary>The pages, or the problem that keeps the file shut.</summary>
    internal static unsafe (PdfPages? Pages, Problem? Problem) Open(string path, ReadingOptions options)
    {
        GLib.SendMessagesToStandardError();
        var uri = GLib.g_filename_to_uri(Path.GetFullPath(path), null, 0);
        PopplerDocument document;
        GLib.Error* error;
        try
        {
            document = Poppler.poppler_document_new_from_file(uri, null, out error);
        }
        finally
        {
            GLib.g_free(uri);
        }

        if (!document.IsInvalid)
            return (new(document, options), null);
        var isEncrypted = error != null && error->Code == Poppler.ErrorEncrypted;
        if (error != null)
            GLib.g_error_free(error);
        return (null, isEncrypted
            ? new("read", "encrypted", null, "The PDF needs a password. Save a copy without password protection and ingest that.")
            : new("read", "damaged", null, "The PDF is damaged or cut off. Obtain the file again from its source."));
    }

    /// <summary><paramref name="number"/> is 1-based.</summary>
    public PageContent Get(int number)
    {
        GLib.TakeContentError();
        var content = Read(number);
        if (!GLib.TakeContentError())
            return content;
        var problem = new Problem("read", "damaged", number, "The page is damaged, so that parts of it may be missing. Obtain the file again from its source.");
        return content switch
        {
            PageContent.Done { Page: { Reading: not PageReading.None } page } => new PageContent.Done(page with { Problems = [.. page.Problems, problem] }),
            PageContent.Image image => image with { Problem = problem },
            _ => content,
        };
    }

    private PageContent Read(int number)
    {
        using var page = Poppler.poppler_document_get_page(document, number - 1);
        if (page.IsInvalid)
            return Unread(number, "damaged", "The page cannot be opened. Obtain the file again from its source.");
        Poppler.poppler_page_get_size(page, out var width, out var height);
        if (!IsDrawable(width, height, ScanDpi))
            return Unread(number, "too-large", "The page is too large to be drawn. Scale it to a paper size and ingest that.");
        var characters = TextLayer.Read(page);
        var (why, drawing) = Judge(page, characters);
        if (why is TextLayerVerdict.Fits or TextLayerVerdict.Blank)
            return new PageContent.Done(TextLayerPage.Of(number, (width, height), why, characters!, drawing));
        if (PageImages.Find(page, options.MaximumPixelsAPage) is not { } resolution)
            return Unread(number, "too-large", $"An image on the page has more than {options.MaximumPixelsAPage / 1_000_000} million pixels. Scan the page at 300 dots per inch.");
        return PageRenderer.Colour(page, IsDrawable(width, height, resolution.Drawn) ? resolution.Drawn : ScanDpi) is { } image
            ? new PageContent.Image(image, why) { CoarseDpi = resolution.OfImage < resolution.Drawn ? resolution.OfImage : null }
            : Unread(number, "damaged", "The page cannot be drawn as a whole. Obtain the file again from its source, or print and scan it.");
    }

    public Pix? Draw(int number, int dpi)
    {
        using var page = Poppler.poppler_document_get_page(document, number - 1);
        if (page.IsInvalid)
            return null;
        Poppler.poppler_page_get_size(page, out var width, out var height);
        return IsDrawable(width, height, dpi) ? PageRenderer.Colour(page, dpi) : null;
    }

    public void Dispose() => document.Dispose();

    private static (string Why, PageDrawing Drawing) Judge(PopplerPage page, IReadOnlyList<PageCharacter>? characters)
    {
        var why = TextLayerVerdict.BeforeDrawing(page, characters);
        if (why is not null && (why != TextLayerVerdict.NoText || PageImages.Share(page) > 0))
            return (why, PageDrawing.Empty);
        var drawing = SvgPaths.Read(VectorDrawing.Svg(page).Span);
        return why is null ? (TextLayerVerdict.AfterDrawing(characters!, drawing), drawing)
            : (drawing.IsEmpty ? TextLayerVerdict.Blank : why, drawing);
    }

    private static PageContent.Done Unread(int number, string category, string message) => new(new ReadPage
    {
        Number = number,
        SourcePage = number,
        Reading = PageReading.None,
        Why = category,
        Problems = [new("read", category, number, message)],
    });

    private bool IsDrawable(double width, double height, int dpi) =>
        width > 0 && height > 0 && Math.Max(width, height) * dpi / 72 <= Cairo.MaximumSide
        && width * height * dpi / 72 * dpi / 72 <= options.MaximumPixelsAPage;
}
