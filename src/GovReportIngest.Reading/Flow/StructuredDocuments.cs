using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
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

    private static FlowBlock? BlockOf(HtmlPiece piece) => piece switch
    {
        HtmlPiece.Line line => line.Paragraph,
        HtmlPiece.Table table => table.Grid,
        _ => null,
    };

    private static OpenedFlow Refuse(string mediaType, string category, string message) => new(mediaType, null, [new("read", category, null, message)]);
}
