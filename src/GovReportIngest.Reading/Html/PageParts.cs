using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Pdf;

namespace GovReportIngest.Reading.Html;

/// <summary>
/// Puts the files that belong to a saved page where the page shows them or links to them. Only files that Collect found beside
/// the page are opened, whatever its addresses say.
/// </summary>
internal sealed class PageParts(IReadOnlyList<string> files, ReadingOptions options)
{
    private readonly string page = files[0];
    private readonly HashSet<string> known = [.. files.Skip(1)];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<FlowPart> parts = [];
    private readonly List<FlowBlock> blocks = [];
    private readonly List<Problem> problems = [];
    private readonly EmbeddedPictures embedded = new(options);
    private int missing;

    public static (IReadOnlyList<FlowPart> Parts, IReadOnlyList<Problem> Problems) Of(IReadOnlyList<HtmlPiece> pieces, IReadOnlyList<string> files, ReadingOptions options)
    {
        var parts = new PageParts(files, options);
        foreach (var piece in pieces)
            parts.Add(piece);
        parts.EndBlocks();
        if (parts.missing > 0)
            parts.problems.Add(new("read", "picture-missing", null, $"The page shows {parts.missing} pictures in its text that are not beside it. If one of them is a table, save the page again with all its files."));
        if (parts.embedded.Problem is { } unread)
            parts.problems.Add(unread);
        return (parts.parts, parts.problems);
    }

    private void Add(HtmlPiece piece)
    {
        switch (piece)
        {
            case HtmlPiece.Line line:
                blocks.Add(line.Paragraph);
                break;
            case HtmlPiece.Table table:
                blocks.Add(table.Grid);
                break;
            case HtmlPiece.Reference reference:
                Add(reference);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Add(HtmlPiece.Reference reference)
    {
        if (DataAddress.IsOne(reference.Address))
        {
            if (reference.IsPicture && !DataAddress.IsDrawing(reference.Address))
                AddEmbedded(reference.Address);
            return;
        }

        if (SavedPages.Resolve(page, reference.Address) is not { } file || !known.Contains(file))
        {
            missing += reference.IsPicture ? 1 : 0;
            return;
        }

        if (used.Add(file) && Open(file, reference.IsPicture) is { } pages)
            Add(pages);
    }

    private void AddEmbedded(string address)
    {
        if (DataAddress.Decode(address, embedded.BytesLeft) is not { } bytes)
            embedded.Miss();
        else if (embedded.Open(bytes, null) is { } pages)
            Add(pages);
    }

    private void Add(IPageSet pages)
    {
        EndBlocks();
        parts.Add(new() { Pages = pages });
    }

    private void EndBlocks()
    {
        if (blocks.Count > 0)
            parts.Add(new() { Blocks = [.. blocks], Why = "web-page" });
        blocks.Clear();
    }

    private IPageSet? Open(string file, bool isPicture)
    {
        var head = new byte[ContentSniffer.HeadLength];
        using (var stream = File.OpenRead(file))
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        switch (ContentSniffer.Sniff(head))
        {
            case (ContentKind.Image, var mediaType):
                return isPicture && IsIcon(file, mediaType) ? null : ImagePages.Open([file], options);
            case (ContentKind.Pdf, _) when !isPicture:
                var (pdf, problem) = PdfPages.Open(file, options);
                return pdf ?? Unread(file, problem!);
            case (ContentKind.Zip, _) when !isPicture:
                var opened = StructuredDocuments.OpenZip(file, options);
                return opened.Pages ?? Unread(file, opened.Problems[0]);
            case (_, var mediaType) when !isPicture:
                return Unread(file, new("read", "unsupported-format", null, $"It is {mediaType}."));
            default:
                return null;
        }
    }

    private IPageSet? Unread(string file, Problem problem)
    {
        problems.Add(new("read", "part-unread", null, $"{Path.GetFileName(file)}, which belongs to the page, was not read: {problem.Message}"));
        return null;
    }

    private bool IsIcon(string file, string mediaType)
    {
        var bytes = new FileInfo(file).Length <= options.MaximumBytes ? File.ReadAllBytes(file) : [];
        return EmbeddedPictures.IsIcon(ImageHeader.Sizes(bytes, mediaType, options.MaximumPages));
    }
}
