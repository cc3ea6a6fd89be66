using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Pdf;

namespace GovReportIngest.Reading;

/// <summary>Opens documents in this process, by their content. Untrusted files belong into a worker, which uses this reader.</summary>
public sealed class DocumentReader(ReadingOptions options) : IDocumentReader, IDisposable
{
    private const string Supported = "Supported are PDF, TIFF, PNG, JPEG, BMP, WebP, JPEG 2000, HTML, DOCX, text and Markdown files, and with LibreOffice DOC, WPS and RTF.";

    private static readonly Dictionary<string, string[]> ImageExtensions = new(StringComparer.Ordinal)
    {
        ["image/tiff"] = [".tif", ".tiff"],
        ["image/png"] = [".png"],
        ["image/jpeg"] = [".jpg", ".jpeg", ".jpe", ".jfif"],
        ["image/bmp"] = [".bmp", ".dib"],
        ["image/webp"] = [".webp"],
        ["image/jp2"] = [".jp2", ".jpx", ".j2k"],
    };

    /// <summary>The program that converts files of older word processors; null where none is installed.</summary>
    public static string? OfficeConverter => Worker.OfficeConversion.Program;

    // Engines take long to start and are kept for all documents; one document is read at a time.
    private readonly Ocr.ScanReader scans = new();

    public void Dispose() => scans.Dispose();

    public async Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            var opened = source.IsFolder || source.Files.Count == 0
                ? OpenImages(source, "inode/directory")
                : await OpenFileAsync(source, cancellation).ConfigureAwait(false);
            opened.Guide = ReadingGuide.Parse(source.Guide);
            return opened;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse("application/octet-stream", "unreadable-file", "The file cannot be opened. Check that it still exists and that its rights allow reading.");
        }
    }

    private async Task<OpenDocument> OpenFileAsync(SourceDocument source, CancellationToken cancellation)
    {
        var path = source.Files[0];
        await using var file = File.OpenRead(path);
        if (file.Length > options.MaximumBytes)
            return Refuse("application/octet-stream", "too-large", $"The file is larger than {options.MaximumBytes / 1_000_000} MB. Split it into smaller documents.");
        var head = new byte[(int)Math.Min(ContentSniffer.HeadLength, file.Length)];
        await file.ReadExactlyAsync(head, cancellation).ConfigureAwait(false);
        var (kind, mediaType) = ContentSniffer.Sniff(head);
        return kind switch
        {
            ContentKind.Empty => Refuse(mediaType, "empty", "The file has no bytes. Obtain it again from its source."),
            ContentKind.Pdf => OpenPdf(path, source.Path),
            ContentKind.Image => OpenImages(source with { Files = [path] }, mediaType),
            ContentKind.Html => Of(StructuredDocuments.OpenHtml(source.Files, options), source.Path, ".html", ".htm", ".shtml", ".xhtml"),
            ContentKind.Office => Of(await StructuredDocuments.OpenOfficeAsync(path, mediaType, options, cancellation).ConfigureAwait(false), source.Path, ".doc", ".wps", ".rtf", ".dot", ".wpt"),
            ContentKind.Zip => Of(StructuredDocuments.OpenZip(path, options), source.Path, ".docx", ".docm", ".dotx"),
            ContentKind.Text => await OpenTextAsync(path, source.Path, cancellation).ConfigureAwait(false),
            _ => Refuse(mediaType, "unsupported-format", $"{Remedy(mediaType)} {Supported}"),
        };
    }

    private OpenDocument Of(OpenedFlow opened, string name, params string[] extensions) => opened.Pages is { } pages
        ? new(opened.MediaType, pages, null, [.. WrongExtension(name, extensions), .. opened.Problems], scans)
        : new(opened.MediaType, null, null, opened.Problems, scans);

    private OpenDocument OpenImages(SourceDocument source, string mediaType)
    {
        var pages = ImagePages.Open(source.Files, options);
        var noted = ImageExtensions.TryGetValue(mediaType, out var extensions) ? WrongExtension(source.Path, extensions) : [];
        return pages.Count > 0 && pages.Count <= options.MaximumPages
            ? new(mediaType, pages, null, noted, scans)
            : Refuse(mediaType, pages.Count == 0 ? "no-pages" : "too-large", $"The document has {pages.Count} pages; 1 to {options.MaximumPages} can be read. Split it into smaller documents.");
    }

    private static string Remedy(string mediaType) => mediaType switch
    {
        "multipart/related" => "Web archives cannot be read. Open the file in a browser, save it as a complete web page and ingest that.",
        _ => $"The file is {mediaType}, which cannot be read.",
    };

    private OpenDocument OpenPdf(string path, string name)
    {
        var (pages, problem) = PdfPages.Open(path, options);
        if (pages is null)
            return new("application/pdf", null, null, [problem!], scans);
        if (pages.Count is > 0 && pages.Count <= options.MaximumPages)
            return new("application/pdf", pages, null, [.. WrongExtension(name, ".pdf"), .. PdfEnding.Check(path)], scans);
        pages.Dispose();
        return pages.Count > 0
            ? Refuse("application/pdf", "too-large", $"The PDF has more than {options.MaximumPages} pages. Split it into smaller documents.")
            : Refuse("application/pdf", "no-pages", "The PDF has no pages. Obtain the file again from its source.");
    }

    private async Task<OpenDocument> OpenTextAsync(string path, string name, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        if (Text.TextReader.Read(bytes) is not { } page)
            return Refuse("application/octet-stream", "unsupported-format", $"The content is neither of a known format nor text in UTF-8, UTF-16 or GB18030. {Supported}");
        return page.Lines.All(line => string.IsNullOrWhiteSpace(line.Text))
            ? Refuse("text/plain", "empty", "The file holds no characters. Supply the file with its content.")
            : new OpenDocument("text/plain", null, page, WrongExtension(name, ".txt", ".md", ".markdown", ".text"), scans);
    }

    private static Problem[] WrongExtension(string name, params string[] expected) =>
        expected.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? []
            : [new("read", "wrong-extension", null, $"The content does not match the file's extension; it was read as {expected[0]}. Rename the file.")];

    private OpenDocument Refuse(string mediaType, string category, string message) =>
        new(mediaType, null, null, [new("read", category, null, message)], scans);
}
