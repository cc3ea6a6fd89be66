using System.Globalization;
using System.Net;
using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>A report as an HTML page, ready to be printed in one look.</summary>
internal static class HtmlReport
{
    public static string Write(Report report, HtmlLook look)
    {
        var body = new StringBuilder("<h1>").Append(Title(report, look)).Append("</h1>\n");
        foreach (var piece in report.Pieces)
            body.Append(Piece(report, piece, look));
        return Page(body.ToString(), look);
    }

    /// <summary>A page with that body.</summary>
    public static string Page(string body, HtmlLook look) =>
        $"<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'><style>\n{Style(look)}</style></head><body>\n{body}</body></html>\n";

    private static string Title(Report report, HtmlLook look)
    {
        var title = WebUtility.HtmlEncode(report.Title);
        return look.TitleOnTwoLines && title.StartsWith(report.Agency, StringComparison.Ordinal)
            ? report.Agency + "<br>" + title[report.Agency.Length..] : title;
    }

    private static string Piece(Report report, Piece piece, HtmlLook look) => piece switch
    {
        Reports.Piece.Heading { Level: 1 } heading => $"<h2>{heading.Number}{WebUtility.HtmlEncode(heading.Title)}</h2>\n",
        Reports.Piece.Heading heading => $"<h3>{heading.Number}{WebUtility.HtmlEncode(heading.Title)}</h3>\n",
        Reports.Piece.Paragraph paragraph => $"<p>{WebUtility.HtmlEncode(paragraph.Text)}</p>\n",
        Reports.Piece.Table table => HtmlTables.Write(table.Key, report.Figures, look),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Style(HtmlLook look) => string.Create(CultureInfo.InvariantCulture, $$"""
        @page { size: {{look.Paper}}{{(look.IsLandscape ? " landscape" : "")}}; margin: {{look.Margins}}; }
        body { font-family: '{{look.Font}}'; font-size: {{look.Size}}pt; line-height: {{look.LineHeight}}; margin: 0; -webkit-print-color-adjust: exact; }
        h1 { font-family: '{{look.TitleFont}}'; font-size: {{look.TitleSize}}pt; text-align: center; letter-spacing: {{look.TitleSpacing}}em; line-height: 1.4; margin: 0 0 1em; }
        @page turned { size: {{look.Paper}} landscape; page-orientation: rotate-left; }
        .turned { page: turned; break-before: page; break-after: page; }
        .apart { display: flex; gap: 12pt; break-inside: avoid; }
        h2 { text-align: {{look.HeadingAlign}}; font-family: '{{look.TitleFont}}'; font-size: {{look.Size * 1.15}}pt; margin: 0.8em 0 0.4em; text-indent: 2em; break-after: avoid; }
        h3 { font-size: {{look.Size}}pt; margin: 0.4em 0; text-indent: 2em; break-after: avoid; }
        p { text-indent: 2em; margin: 0.3em 0; text-align: justify; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: {{look.TableSize}}pt; line-height: 1.25; margin: 0.5em 0 1em; {{Frame(look)}} }
        th, td { {{Line(look)}} padding: {{look.CellPadding}}pt 2pt; text-align: center; vertical-align: middle; font-weight: normal; overflow-wrap: break-word; }
        th { {{(look.HeaderShade is null ? "" : $"background: {look.HeaderShade};")}} font-weight: {{(look.HeaderShade is null ? "normal" : "bold")}}; }
        td.label { text-align: left; }
        .t2 td.label { text-align: center; }
        td.value { {{(look.NumbersToTheRight ? "text-align: right; padding-right: 5pt;" : "")}} }
        {{(look.RowShade is null ? "" : $"tr:nth-child(even) td {{ background: {look.RowShade}; }}")}}
        thead { display: {{(look.RepeatsHeader ? "table-header-group" : "table-row-group")}}; }
        tr { break-inside: {{(look.RowsMayBreak ? "auto" : "avoid")}}; }
        td.value { letter-spacing: {{look.DigitSpacing}}em; }
        {{(look.Lines == TableLines.Three ? "tr.last th, tr.last td { border-bottom: 0.75pt solid black; }" : "")}}
        .t3 { margin-top: {{look.SpaceBeforeRequests}}pt; }
        """);

    private static string Line(HtmlLook look) => look.Lines switch
    {
        TableLines.All => "border: 0.75pt solid black;",
        TableLines.HorizontalOnly => "border: 0; border-top: 0.5pt solid black; border-bottom: 0.5pt solid black;",
        TableLines.Three => "border: 0;",
        TableLines.None => "border: 0;",
        TableLines.Hairlines => "border: 0.4pt solid #999;",
        _ => "border: 0.5pt solid black;",
    };

    private static string Frame(HtmlLook look) => look.Lines switch
    {
        TableLines.HeavyFrame => "border: 2pt solid black;",
        TableLines.Three => "border-top: 1.2pt solid black; border-bottom: 1.2pt solid black;",
        _ => "",
    };
}
