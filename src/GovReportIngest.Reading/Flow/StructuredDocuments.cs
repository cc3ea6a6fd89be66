using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Docx;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Html;
using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Reading.Flow;

/// <summary>A structured document that was opened: its pages, or nothing and the problem that says why.</summary>
internal readonly record struct OpenedFlow(string MediaType, IPageSet? Pages, IReadOnlyList<Problem> Problems);

/// <summary>Opens web pages and files of word processors as pages.</summary>
internal static class StructuredDocuments
{
    /// <summary>Markup alone; the pictures of a page lie beside it.</summary>
    private const long MostMarkupBytes = 64_000_000;

    /// <summary>It is unpacked in memory.</summary>
    private const long MostPackedBytes = 100_000_000;

    private const string TooLarge = "Split it, or print it to PDF and ingest that.";

    /// <param name="files">The page, and the files that belong to it.</param>
    /// <param name="options">Limits.</param>
    public static OpenedFlow OpenHtml(IReadOnlyList<string> files, ReadingOptions options)
    {
        const string mediaType = "text/html";
        if (new FileInfo(files[0]).Length > MostMarkupBytes)
            return Refuse(mediaType, "too-large", $"The page has more than {MostMarkupBytes / 1_000_000} MB of markup. {TooLarge}");
        try
        {
            var (pieces, problems) = HtmlReader.Read(File.ReadAllBytes(files[0]));
            var (parts, unread) = PageParts.Of(pieces, files, options);
            var pages = new FlowPages(parts);
            if (pages.Count > 0 && pages.Count <= options.MaximumPages)
                return new(mediaType, pages, [.. problems, .. unread]);
            pages.Dispose();
            return pages.Count > 0
                ? Refuse(mediaType, "too-large", $"The page and its files have more than {options.MaximumPages} pages. Ingest the files by themselves.")
                : Refuse(mediaType, "empty", "The page shows no text. Save it again with all its files, or print it to PDF and ingest that.");
        }
        catch (OversizedDocumentException oversized)
        {
            return Refuse(mediaType, "too-large", $"{oversized.Message} {TooLarge}");
        }
    }

    /// <summary>A DOCX file; other formats that are packed in ZIP files are told by what they hold.</summary>
    public static OpenedFlow OpenZip(string path, ReadingOptions options)
    {
        using var file = File.OpenRead(path);
        return file.Length > MostPackedBytes
            ? Refuse("application/zip", "too-large", $"The file is larger than {MostPackedBytes / 1_000_000} MB. {TooLarge}") : OpenZip(file, options);
    }

    /// <summary>
    /// A file of an older word processor, converted by LibreOffice where that is installed.
    /// </summary>
    public static async Task<OpenedFlow> OpenOfficeAsync(string path, string mediaType, ReadingOptions options, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > MostPackedBytes)
            return Refuse(mediaType, "too-large", $"The file is larger than {MostPackedBytes / 1_000_000} MB. {TooLarge}");
        var extension = mediaType == "application/rtf" ? ".rtf" : ".doc";
        if (extension == ".doc")
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
            if (OleFormats.IsEncrypted(bytes))
                return Refuse(mediaType, "encrypted", "The file is protected by a password. Save it without one and ingest that.");
            if (!OleFormats.IsWord(bytes))
                return Refuse(mediaType, "unsupported-format", "The file is of an office program but no text document. Print it to PDF and ingest that.");
            mediaType = "application/msword";
        }

        if (OfficeConversion.Program is null)
            return Refuse(mediaType, "converter-missing", "Files of this format are converted by LibreOffice, which is not installed. Install it (apt-get install libreoffice-writer), or save the file as DOCX or PDF and ingest that.");
        if (await OfficeConversion.ToDocxAsync(path, extension, cancellation).ConfigureAwait(false) is not { } converted)
            return Refuse(mediaType, "conversion-failed", "LibreOffice could not convert the file. Save it as DOCX or PDF and ingest that.");
        using var docx = new MemoryStream(converted);
        return OpenZip(docx, options) with { MediaType = mediaType };
    }

    private static OpenedFlow OpenZip(Stream file, ReadingOptions options)
    {
        try
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                var mediaType = PackedFormats.MediaTypeOf(zip);
                if (ZipLimits.Check(zip) is { } oversized)
                    return Refuse(mediaType, "too-large", $"{oversized} {TooLarge}");
                if (mediaType != PackedFormats.Docx)
                    return Refuse(mediaType, "unsupported-format", PackedFormats.Remedy(mediaType));
            }

            file.Position = 0;
            var (parts, problems) = WordReader.Read(file, options);
            var pages = new FlowPages(parts);
            if (pages.Count > 0 && pages.Count <= options.MaximumPages)
                return new(PackedFormats.Docx, pages, problems);
            pages.Dispose();
            return pages.Count > 0
                ? Refuse(PackedFormats.Docx, "too-large", $"The document and its pictures have more than {options.MaximumPages} pages. {TooLarge}")
                : Refuse(PackedFormats.Docx, "empty", "The document holds neither text nor a picture that can be read. Save it as PDF and ingest that.");
        }
        catch (OversizedDocumentException oversized)
        {
            return Refuse(PackedFormats.Docx, "too-large", $"{oversized.Message} {TooLarge}");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or OpenXmlPackageException or XmlException or FormatException or FileFormatException or ArgumentException)
        {
            return Refuse(PackedFormats.Docx, "damaged", "The file is damaged or cut off. Obtain it again from its source.");
        }
    }

    private static OpenedFlow Refuse(string mediaType, string category, string message) => new(mediaType, null, [new("read", category, null, message)]);
}
