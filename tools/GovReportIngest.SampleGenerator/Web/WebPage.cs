using System.Net;
using System.Text;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Web;

/// <summary>A report as a saved web page, with all that stands around it there.</summary>
internal static class WebPage
{
    static WebPage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="report">The report.</param>
    /// <param name="look">How it stands there.</param>
    /// <param name="dice">Chooses what stands around it.</param>
    /// <param name="picture">Address of an image by table key: that table is only a picture.</param>
    public static byte[] Write(Report report, WebLook look, Dice dice, Func<string, string?>? picture = null)
    {
        var body = new StringBuilder();
        foreach (var piece in report.Pieces)
            body.Append(piece switch
            {
                Piece.Heading heading => WebProse.Heading(heading, look),
                Piece.Paragraph paragraph => WebProse.Paragraph(paragraph.Text, look),
                Piece.Table table when picture?.Invoke(table.Key) is { } address => $"<p align=\"center\"><img src=\"{address}\" border=\"0\"></p>\n",
                Piece.Table table => WebTables.Write(table.Key, report.Figures, look),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        var frame = WebFrame.Choose(look, dice);
        return Encode(Head(report, look, frame) + frame.Around(WebProse.Title(report, look), body.ToString(), report) + "</body></html>\n", look);
    }

    private static string Head(Report report, WebLook look, WebFrame frame) =>
        (look.HasDoctype ? "<!DOCTYPE html>\n" : "<!-- saved from url=(0031)http://www.example.gov.cn/zwgk/ -->\n")
        + "<html><head>" + (look.DeclaresCharset ? $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={(look.Charset == "gb18030" ? "gb2312" : look.Charset)}\">" : "")
        + $"<title>{WebUtility.HtmlEncode(report.Title)}_{frame.Site}</title>\n"
        + (look.Family is WebFamily.WordProcessor ? "<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-size:16.0pt; font-family:FangSong;} .gone {display:none} --></style>" : "<style>.title{font-size:22px;font-weight:bold;text-align:center} .head{font-weight:bold} .gone{display:none}</style>")
        + "<script>var tables = '<table><tr><td>1</td><td>2</td></tr></table>';</script></head><body>\n";

    private static byte[] Encode(string html, WebLook look)
    {
        var encoding = look.Charset == "utf-16" ? new UnicodeEncoding(false, true) : Encoding.GetEncoding(look.Charset);
        return [.. look.Charset == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(html)];
    }
}
