using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Pdf;

namespace GovReportIngest.Reading;

/// <summary>Opens documents in this process, by their content. Untrusted files belong into a worker, which uses this reader.</summary>
public sealed class DocumentReader(ReadingOptions options) : IDocumentReader
{
    private const string Supported = "Supported are PDF and text or Markdown files.";

    public async Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return source.IsFolder || source.Files.Count != 1
                ? Refuse("inode/directory", "unsupported-format", $"Folders of page images cannot be read. {Supported}")
                : await OpenFileAsync(source, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse("application/octet-stream", "unreadable-file", "The file cannot be opened. Check that it still exists and that its rights allow reading.");
        }
    }

    private async Task<IOpenDocument> OpenFileAsync(SourceDocument source, CancellationToken cancellation)
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
            ContentKind.Text => await OpenTextAsync(path, source.Path, cancellation).ConfigureAwait(false),
            _ => Refuse(mediaType, "unsupported-format", $"The file is {mediaType}, which cannot be read. Save it as PDF. {Supported}"),
        };
    }

    private OpenDocument OpenPdf(string path, string name)
    {
        var (pages, problem) = PdfPages.Open(path, options);
        if (pages is null)
            return new("application/pdf", null, null, [problem!]);
        if (pages.Count is > 0 && pages.Count <= options.MaximumPages)
            return new("application/pdf", pages, null, WrongExtension(name, ".pdf"));
        pages.Dispose();
        return pages.Count > 0
            ? Refuse("application/pdf", "too-large", $"The PDF has more than {options.MaximumPages} pages. Split it into smaller documents.")
            : Refuse("application/pdf", "no-pages", "The PDF has no pages. Obtain the file again from its source.");
    }

    private static async Task<IOpenDocument> OpenTextAsync(string path, string name, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        return Text.TextReader.Read(bytes) is { } page
            ? new OpenDocument("text/plain", null, page, WrongExtension(name, ".txt", ".md", ".markdown", ".text"))
            : Refuse("application/octet-stream", "unsupported-format", $"The content is neither of a known format nor text in UTF-8, UTF-16 or GB18030. {Supported}");
    }

    private static Problem[] WrongExtension(string name, params string[] expected) =>
        expected.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? []
            : [new("read", "wrong-extension", null, $"The content does not match the file's extension; it was read as {expected[0]}. Rename the file.")];

    private static OpenDocument Refuse(string mediaType, string category, string message) =>
        new(mediaType, null, null, [new("read", category, null, message)]);
}
