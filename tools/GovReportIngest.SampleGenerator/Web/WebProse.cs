using System.Net;
using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Web;

/// <summary>Title, headings and paragraphs in the markup of each family.</summary>
internal static class WebProse
{
    private const string Indent = "&nbsp;&nbsp;&nbsp;&nbsp;";
    private const int SourceWidth = 38;

    public static string Title(Report report, WebLook look) => look.Family switch
    {
        WebFamily.Portal when look.HasHeadingElements => $"<h1>{Encode(report.Title)}</h1>\n",
        WebFamily.Portal => $"<div class=\"title\">{Encode(report.Title)}</div>\n",
        WebFamily.LayoutTables => $"<div align=\"center\"><font size=\"5\" color=\"#cc0000\"><b>{Encode(report.Title)}</b></font></div>\n",
        _ => $"<p class=MsoNormal align=center style='text-align:center'><b><span\nstyle='font-size:22.0pt'>{Wrapped(report.Title)}<o:p></o:p></span></b></p>\n",
    };

    public static string Heading(Piece.Heading heading, WebLook look)
    {
        var text = Encode(heading.Number + heading.Title);
        return look switch
        {
            { HasHeadingElements: true } => $"<h{heading.Level + 1}>{text}</h{heading.Level + 1}>\n",
            { Family: WebFamily.Portal } => $"<p{(look.HasBoldHeadings ? " class=\"head\"" : "")}>　　{text}</p>\n",
            { Family: WebFamily.LayoutTables } => Indent + (look.HasBoldHeadings ? $"<STRONG>{text}</STRONG>" : text) + "<BR>\n",
            _ => $"<p class=MsoNormal style='text-indent:32.0pt'>{(look.HasBoldHeadings ? "<b>" : "")}<span style='font-size:16.0pt'>{Wrapped(heading.Number)}</span><span lang=EN-US><o:p></o:p></span><span>{Wrapped(heading.Title)}</span>{(look.HasBoldHeadings ? "</b>" : "")}</p>\n",
        };
    }

    public static string Paragraph(string text, WebLook look) => look.Family switch
    {
        WebFamily.Portal => $"<p style=\"text-indent:2em\">{Encode(text)}</p>\n",
        WebFamily.LayoutTables => $"{Indent}{Encode(text)}<BR>\n",
        _ => $"<p class=MsoNormal style='text-indent:32.0pt'><span\nstyle='font-size:16.0pt'>{Wrapped(text)}<o:p></o:p></span></p>\n",
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Word breaks the lines of its source wherever they are full, between any two characters.</summary>
    internal static string Wrapped(string text)
    {
        var source = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && at % SourceWidth == 0 && !char.IsAsciiLetterOrDigit(text[at]) && !char.IsAsciiLetterOrDigit(text[at - 1]))
                source.Append('\n');
            source.Append(Encode(text[at].ToString()));
        }

        return source.ToString();
    }
}
