using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Pdf;

/// <summary>An open PDF; its pages are read one at a time, on one thread at a time.</summary>
internal sealed class PdfPages : IPageSet
{
    /// <summary>Resolution at which a page is drawn for OCR.</summary>
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
        using var page = Poppler.poppler_document_get_page(document, number - 1);
        if (page.IsInvalid)
            return Unread(number, "damaged-page", new("read", "damaged", number, "The page cannot be opened. Obtain the file again from its source."));
        Poppler.poppler_page_get_size(page, out var width, out var height);
        if (!(width > 0 && height > 0 && width * height * (ScanDpi / 72.0) * (ScanDpi / 72.0) <= options.MaximumPixelsAPage))
            return Unread(number, "too-large", new("read", "too-large", number, "The page is too large to be drawn. Scale it to a paper size and ingest that."));
        var characters = TextLayer.Read(page);
        var why = TextLayerVerdict.BeforeDrawing(page, characters);
        var drawing = why is null ? SvgPaths.Read(VectorDrawing.Svg(page).Span) : PageDrawing.Empty;
        why ??= TextLayerVerdict.AfterDrawing(characters!, drawing);
        return why == TextLayerVerdict.Fits
            ? new PageContent.Done(new ReadPage
            {
                Number = number,
                SourcePage = number,
                Width = width,
                Height = height,
                Reading = PageReading.TextLayer,
                Why = why,
                Words = WordCutter.Cut(TypeThreeBoxes.Repair(AdvanceWidths.Repair(characters!), drawing.Glyphs)),
                Rulings = VectorRulings.Find(drawing.Pieces),
            })
            : PageRenderer.Colour(page, ScanDpi) is { } drawn
                ? new PageContent.Image(drawn, why)
                : Unread(number, "damaged", new("read", "damaged", number, "The page cannot be drawn. Obtain the file again from its source."));

        PageContent Unread(int unread, string code, Problem problem) =>
            new PageContent.Done(new() { Number = unread, SourcePage = unread, Width = page.IsInvalid ? 0 : SizeOf(page).Width, Height = page.IsInvalid ? 0 : SizeOf(page).Height, Reading = PageReading.None, Why = code, Problems = [problem] });
    }

    public void Dispose() => document.Dispose();

    private static (double Width, double Height) SizeOf(PopplerPage page)
    {
        Poppler.poppler_page_get_size(page, out var width, out var height);
        return (width, height);
    }
}
