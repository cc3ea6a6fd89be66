using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Docx;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Html;

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

    public static OpenedFlow OpenHtml(string path)
    {
        const string mediaType = "text/html";
        if (new FileInfo(path).Length > MostMarkupBytes)
            return Refuse(mediaType, "too-large", $"The page has more than {MostMarkupBytes / 1_000_000} MB of markup. {TooLarge}");
        try
        {
            var (pieces, problems) = HtmlReader.Read(File.ReadAllBytes(path));
            var blocks = pieces.Select(BlockOf).OfType<FlowBlock>().ToList();
            return blocks.Count == 0
                ? Refuse(mediaType, "empty", "The page shows no text. Save it again with all its files, or print it to PDF and ingest that.")
                : new(mediaType, new FlowPages([new() { Blocks = blocks, Why = "web-page" }]), problems);
        }
        catch (OversizedDocumentException oversized)
        {
            return Refuse(mediaType, "too-large", $"{oversized.Message} {TooLarge}");
        }
    }

    /// <summary>A DOCX file; other formats that are packed in ZIP files are told by what they hold.</summary>
    public static OpenedFlow OpenZip(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MostPackedBytes)
                return Refuse("application/zip", "too-large", $"The file is larger than {MostPackedBytes / 1_000_000} MB. {TooLarge}");
            using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                var mediaType = PackedFormats.MediaTypeOf(zip);
                if (ZipLimits.Check(zip) is { } oversized)
                    return Refuse(mediaType, "too-large", $"{oversized} {TooLarge}");
                if (mediaType != PackedFormats.Docx)
                    return Refuse(mediaType, "unsupported-format", PackedFormats.Remedy(mediaType));
            }

            file.Position = 0;
            var blocks = WordReader.Read(file);
            return blocks.Count == 0
                ? Refuse(PackedFormats.Docx, "empty", "The document holds no text. Save it as PDF and ingest that.")
                : new(PackedFormats.Docx, new FlowPages([new() { Blocks = blocks, Why = "word-document" }]), []);
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

    private static FlowBlock? BlockOf(HtmlPiece piece) => piece switch
    {
        HtmlPiece.Line line => line.Paragraph,
        HtmlPiece.Table table => table.Grid,
        _ => null,
    };

    private static OpenedFlow Refuse(string mediaType, string category, string message) => new(mediaType, null, [new("read", category, null, message)]);
}
