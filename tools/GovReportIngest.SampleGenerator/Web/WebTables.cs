using System.Net;
using System.Text;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Web;

/// <summary>The tables of a report in the markup of each family.</summary>
internal static class WebTables
{
    public static string Write(string key, FigureSet figures, WebLook look)
    {
        var html = new StringBuilder();
        foreach (var rows in PrintedTable.Parse(HtmlTables.Write(key, figures, look.Tables)))
        {
            html.Append(look.HasNestedTables ? "<TABLE width=\"100%\"><TR><TD>" : "").Append(look.Family switch
            {
                WebFamily.Portal => "<div class=\"scroll\"><table border=\"1\" style=\"border-collapse:collapse\"><tbody>\n",
                WebFamily.LayoutTables => "<TABLE borderColor=#000000 cellSpacing=0 cellPadding=0 width=\"100%\" border=1>\n",
                _ => "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;mso-padding-alt:0cm 5.4pt 0cm 5.4pt'>\n",
            });
            for (var number = 0; number < rows.Count; number++)
                html.Append(Row(rows[number], number, look));
            html.Append(look.HasNestedTables ? "</TABLE></TD></TR></TABLE>\n" : look.Family is WebFamily.Portal ? "</tbody></table></div>\n" : "</table>\n");
        }

        return html.ToString();
    }

    private static string Row(List<PrintedCell> cells, int number, WebLook look)
    {
        var hidden = look.HasHiddenCells && number % 5 == 2 ? "<tr class=\"gone\"><td>9</td><td>9</td></tr>\n" : "";
        return $"{hidden}<tr>{string.Concat(cells.Select((cell, index) => Cell(cell, number + index, look)))}</tr>\n";
    }

    private static string Cell(PrintedCell cell, int number, WebLook look)
    {
        var spans = (cell.Columns > 1 ? $" colspan={cell.Columns}" : "") + (cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "");
        var hidden = look.HasHiddenCells && cell.IsValue && number % 4 == 1 ? "<span style=\"display: none\">8</span>" : "";
        var text = hidden + (cell.Text.Length == 0 ? (number % 2 == 0 ? "&nbsp;" : "") : Broken(cell, number));
        return look.Family switch
        {
            WebFamily.Portal => $"<td{spans}><p style=\"text-align:center\"><span>{text}</span></p></td>",
            WebFamily.LayoutTables when look.HasNestedTables && cell.IsValue => $"<TD{spans}><TABLE><TR><TD>{text}</TD></TR></TABLE></TD>",
            WebFamily.LayoutTables => $"<TD{spans}><DIV align=center>{text}</DIV>",
            _ => $"<td width=64{spans} style='padding:0cm 5.4pt'>\n<p class=MsoNormal><span\nlang=EN-US>{text}<o:p></o:p></span></p>\n</td>",
        };
    }

    /// <summary>Long labels have line breaks of their own.</summary>
    private static string Broken(PrintedCell cell, int number)
    {
        var text = WebUtility.HtmlEncode(cell.Text);
        return !cell.IsValue && cell.Text.Length > 8 && number % 3 == 0 ? $"{WebUtility.HtmlEncode(cell.Text[..5])}<br/>\n{WebUtility.HtmlEncode(cell.Text[5..])}" : text;
    }
}
