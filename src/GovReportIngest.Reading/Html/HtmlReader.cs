using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Flow;

namespace GovReportIngest.Reading.Html;

/// <summary>A web page: its report in reading order, cut where references to other files stand. Nothing is run and nothing is fetched.</summary>
internal static class HtmlReader
{
    private const int MostElements = 400_000;
    private const int MostPieces = 100_000;

    /// <summary>As in browsers: what is nested more deeply is set side by side. The tree is walked by recursion.</summary>
    private const int DeepestNesting = 512;

    /// <summary>Elements that are left open pile up in old pages; so many at the deepest level are no page.</summary>
    private const int MostDeepElements = 6_400;

    private const int DepthCheckedEvery = 64;

    /// <exception cref="OversizedDocumentException">A limit is met.</exception>
    public static (IReadOnlyList<HtmlPiece> Pieces, IReadOnlyList<Problem> Problems) Read(byte[] bytes)
    {
        var (text, isDamaged) = HtmlCharacters.Decode(bytes);
        using var document = Parse(text);
        var pieces = ArticleCut.Of(HtmlFlow.Of(document, new(MostPieces)));
        return ([.. TitleOf(document, pieces), .. pieces], isDamaged
            ? [new("read", "damaged", null, "The page holds bytes of no known encoding; the characters they stood for are shown as �. Save the page again.")]
            : []);
    }

    private static IHtmlDocument Parse(string text)
    {
        var (count, deep) = (0, 0);
        IElement? before = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            MaximumDepth = DeepestNesting,
            OnCreated = (element, _) =>
            {
                if (++count > MostElements)
                    throw new OversizedDocumentException("elements");
                // A new element hangs in no tree yet; the one before it does.
                if (count % DepthCheckedEvery == 0 && before is not null && DepthOf(before) >= DeepestNesting - 2)
                    deep += DepthCheckedEvery;
                if (deep > MostDeepElements)
                    throw new OversizedDocumentException("elements inside of each other");
                before = element;
            },
        });
        return parser.ParseDocument(text);
    }

    private static int DepthOf(IElement element)
    {
        var depth = 0;
        for (var outer = element.ParentElement; outer is not null; outer = outer.ParentElement)
            depth++;
        return depth;
    }

    /// <summary>Where the page itself shows no title of a report, the one of its window stands for it, without the site's name.</summary>
    private static IEnumerable<HtmlPiece> TitleOf(IHtmlDocument document, IReadOnlyList<HtmlPiece> pieces)
    {
        var head = pieces.TakeWhile(piece => piece is not HtmlPiece.Table).OfType<HtmlPiece.Line>().Select(line => HanSpacing.Compact(line.Paragraph.Text));
        if (head.Any(line => line.EndsWith("报告", StringComparison.Ordinal) || line.EndsWith("年报", StringComparison.Ordinal)))
            return [];
        var title = HanSpacing.Compact((document.Title ?? "").Split('_', '|', '-', '—', '–')[0]);
        return title.Length is >= 6 and <= 100 ? [new HtmlPiece.Line(new FlowBlock.Paragraph("title[1]", title), 0, false)] : [];
    }
}
