using System.Text.RegularExpressions;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Html;

/// <summary>
/// Leaves out what a web page shows around a report: navigation, tools, neighbours, page foot. It goes by what lines are (links,
/// words of such tools) and where they stand: before, among or behind the lines that are surely the report's (numbered headings,
/// sentences, tables of figures). In doubt a line stays: text of a report that is lost is worse than a line too many.
/// </summary>
internal static partial class ArticleCut
{
    private const double MostlyLinks = 0.6;

    /// <summary>Behind a report, an entry of a list may have a date beside its link.</summary>
    private const double PartlyLinks = 0.3;
    private const int FewestFigures = 4;
    private const int ShortestSentence = 15;
    private const int LongestTool = 40;
    private const int LongestRemnant = 30;
    private const int FewestInMenu = 3;

    public static IReadOnlyList<HtmlPiece> Of(IReadOnlyList<HtmlPiece> pieces)
    {
        var first = Enumerable.Range(0, pieces.Count).Where(index => IsFirm(pieces[index])).DefaultIfEmpty(-1).First();
        var last = LastOf(pieces);
        return
        [
            .. pieces.Take(Math.Max(0, first)).Where(IsWantedAbove),
            .. Among(pieces.Take(last + 1).Skip(Math.Max(0, first))),
            .. first < 0 ? pieces.Where(piece => piece is HtmlPiece.Reference || IsWantedAbove(piece)) : Behind(pieces.Skip(last + 1)),
        ];
    }

    /// <summary>
    /// The last line of the report. Sentences in the foot of a page are none of it: behind the last heading and table, the report
    /// ends where the page speaks of its neighbours or of the site.
    /// </summary>
    private static int LastOf(IReadOnlyList<HtmlPiece> pieces)
    {
        var last = -1;
        for (var index = 0; index < pieces.Count; index++)
            if (pieces[index] is HtmlPiece.Table || (IsFirm(pieces[index]) && Numbered().IsMatch(((HtmlPiece.Line)pieces[index]).Paragraph.Text)))
                last = IsFirm(pieces[index]) ? index : last;
        for (var index = last + 1; index < pieces.Count; index++)
            if (IsFirm(pieces[index]))
                last = index;
            else if (last >= 0 && pieces[index] is HtmlPiece.Line { Paragraph.Text: var text } && IsBeyond(text))
                break;
        return last;
    }

    /// <summary>Nothing of the report stands behind such a line.</summary>
    private static bool IsBeyond(string text) => Neighbour().IsMatch(text) || SureFoot().IsMatch(text);

    /// <summary>Surely part of a report.</summary>
    private static bool IsFirm(HtmlPiece piece) => piece switch
    {
        HtmlPiece.Table table => table.Figures >= FewestFigures,
        HtmlPiece.Line line => line.LinkShare < MostlyLinks && !line.IsFurniture && !Foot().IsMatch(line.Paragraph.Text)
            && (Numbered().IsMatch(line.Paragraph.Text) || IsSentence(line.Paragraph.Text)),
        _ => false,
    };

    private static bool IsSentence(string text) => text.Length >= ShortestSentence && text.Contains('。', StringComparison.Ordinal);

    /// <summary>Pictures above the report are the site's.</summary>
    private static bool IsWantedAbove(HtmlPiece piece) => piece is HtmlPiece.Table || piece is HtmlPiece.Line line
        && (!line.IsFurniture && !IsTool(line) && (line.LinkShare < MostlyLinks || line.Paragraph.Look.Level == 1));

    /// <summary>Between lines of the report only tools go, and menus: three lines or more that are links and nothing else.</summary>
    private static IEnumerable<HtmlPiece> Among(IEnumerable<HtmlPiece> pieces)
    {
        var links = new List<HtmlPiece>();
        foreach (var piece in pieces)
        {
            // Where a link leads is noted behind it.
            if (piece is HtmlPiece.Line { LinkShare: >= MostlyLinks } || (piece is HtmlPiece.Reference { IsPicture: false } && links.Count > 0))
            {
                links.Add(piece);
                continue;
            }

            foreach (var link in OutsideOfMenus(links))
                yield return link;
            links.Clear();
            if (piece is not HtmlPiece.Line line || !(line.IsFurniture || IsTool(line)) || IsFirm(line))
                yield return piece;
        }
    }

    private static IEnumerable<HtmlPiece> OutsideOfMenus(List<HtmlPiece> links) =>
        links.Count(piece => piece is HtmlPiece.Line) >= FewestInMenu ? links.Where(piece => piece is HtmlPiece.Reference) : links;

    /// <summary>Signature and date go on the report; behind the first tool or link only what cannot be one is still the report's,
    /// and behind a neighbour or the foot nothing but a date.</summary>
    private static IEnumerable<HtmlPiece> Behind(IEnumerable<HtmlPiece> pieces)
    {
        var (hasEnded, hasLeft) = (false, false);
        foreach (var piece in pieces)
        {
            if (piece is HtmlPiece.Line line)
            {
                var isAround = line.IsFurniture || line.LinkShare >= PartlyLinks || IsTool(line) || Neighbour().IsMatch(line.Paragraph.Text) || Foot().IsMatch(line.Paragraph.Text);
                hasEnded |= isAround;
                hasLeft |= IsBeyond(line.Paragraph.Text);
                if (isAround || (hasEnded && (hasLeft || line.Paragraph.Text.Length <= LongestRemnant) && !Date().IsMatch(line.Paragraph.Text)))
                    continue;
            }

            if (piece is not HtmlPiece.Reference { IsPicture: true } || !hasEnded)
                yield return piece;
        }
    }

    private static bool IsTool(HtmlPiece.Line line) => line.Paragraph.Text is { Length: <= LongestTool } text
        && (Tools().IsMatch(text) || Place().IsMatch(text) || Facts().IsMatch(text));

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[章节部])")]
    private static partial Regex Numbered();

    // Nothing but words of tools and the marks between them.
    [GeneratedRegex(@"^(?:[\s【】\[\]（）()|｜/·:：、>《》-]|打印(?:本页|此页|文章|本文|页面)?|关闭(?:本页|窗口|此页|页面)?|我?要?分享(?:到|至|按钮)?|收藏(?:本页)?|返回(?:顶部|首页|上一?页|列表)?|字体|字号|大|中|小|默认|扫一扫.{0,14}|微信|微博|新浪微博|腾讯微博|QQ空间?|朋友圈|复制链接|保存(?:本页)?|下载|纠错|首页|繁體?体?|简体|无障碍(?:浏览)?|手机版|TOP|A[+-]?|T)+$")]
    private static partial Regex Tools();

    // Where in the site the page stands.
    [GeneratedRegex(@"^(?:您?(?:现在|当前|目前)?所?在?的?位置|首页\s*[>»›→＞/-]|[^。，；]{0,12}[>»›→＞][^。，；]*[>»›→＞])")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\s\[【]*(?:发布(?:时间|日期|机构)|信息来源|文章来源|来源|浏览(?:次数|量)?|点击(?:数|量|次数)?|阅读(?:次数|量)?|访问量|责任编辑|编辑|作者|索引号|文号|主题分类|公开(?:方式|时限|范围)|生成日期|成文日期)\s*[:：]")]
    private static partial Regex Facts();

    [GeneratedRegex(@"^(?:上|下)一(?:篇|条|页|个)|^(?:相关|推荐|热点)(?:链接|信息|文章|阅读|新闻|附件)|^扫一扫|^分享(?:到|至)?\s*[:：]")]
    private static partial Regex Neighbour();

    // The foot names who runs the site; a sentence that only speaks of one has its full stop.
    [GeneratedRegex(@"版权所有|ICP备|公网安备|网站标识码|copyright|all rights reserved|^[^。]*(?:主办(?:单位)?|承办(?:单位)?|技术支持)\s*[:：][^。]*$|^(?:网站地图|联系我们|关于我们|法律声明)", RegexOptions.IgnoreCase)]
    private static partial Regex Foot();

    [GeneratedRegex("版权所有|ICP备|公网安备|网站标识码|copyright|all rights reserved", RegexOptions.IgnoreCase)]
    private static partial Regex SureFoot();

    [GeneratedRegex(@"\d{4}\s*年\s*\d{1,2}\s*月|[二〇零○]{1,2}.{2}年.{1,3}月")]
    private static partial Regex Date();
}
