using System.Net;
using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>The three tables in HTML with the row and column spans of the printed form.</summary>
internal static class HtmlTables
{
    private static readonly string[] ValueWidths = ["9%", "9%", "9%", "10%", "10%", "9%", "10%"];

    public static string Write(string key, FigureSet figures, HtmlLook look) => key switch
    {
        "proactive_disclosure" => Disclosure(figures),
        "requests" => Requests(figures, look),
        _ => Courts(figures),
    };

    private static string Disclosure(FigureSet figures)
    {
        var html = new StringBuilder("<table class='t2' border='1' cellspacing='0'><tbody>\n");
        foreach (var block in figures.Form.Disclosure)
        {
            html.Append("<tr>").Append(Header(block.Header, columns: 4)).Append("</tr>\n<tr>").Append(Header("信息内容"));
            var spans = Spans(block.Columns.Count);
            foreach (var (column, span) in block.Columns.Zip(spans))
                html.Append(Header(column.Label, span));
            html.Append("</tr>\n");
            foreach (var row in block.Rows.Where(row => !figures.IsRowMissing(block, row)))
            {
                html.Append("<tr>").Append(Label(row.Label));
                foreach (var (column, span) in block.Columns.Zip(spans))
                    html.Append(Value(figures[FigureSet.Disclosure(row.Key, column.Key)], span));
                html.Append("</tr>\n");
            }
        }
        return html.Append("</tbody></table>\n").ToString();
    }

    private static int[] Spans(int columns) => columns switch
    {
        1 => [3],
        2 => [1, 2],
        _ => [1, 1, 1],
    };

    private static string Requests(FigureSet figures, HtmlLook look)
    {
        var html = new StringBuilder("<table class='t3' border='1' cellspacing='0'><colgroup>")
            .Append($"<col style='width:7%'><col style='width:9%'><col style='width:calc({look.LabelWidth} - 16%)'>");
        foreach (var width in ValueWidths)
            html.Append($"<col style='width:{width}'>");
        html.Append("</colgroup><thead>").Append(RequestHeader(look.TotalBesideApplicants)).Append("</thead><tbody>\n");
        string? group = null;
        foreach (var row in figures.Form.Requests)
        {
            html.Append("<tr>").Append(RequestLabels(figures.Form, row, row.Group != group));
            group = row.Group;
            foreach (var column in FormShape.RequestColumns)
                html.Append(Value(figures[FigureSet.Request(row.Key, column.Key)]));
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table>\n").ToString();
    }

    private static string RequestHeader(bool totalBeside)
    {
        var columns = FormShape.RequestColumns;
        var first = Header(FormShape.Corner, 3, 3) + (totalBeside
            ? Header("申请人情况", columns: 6) + Header("总计", rows: 3)
            : Header("申请人情况", columns: 7));
        var second = Header("自然人", rows: 2) + Header("法人或其他组织", columns: 5) + (totalBeside ? "" : Header("总计", rows: 2));
        var third = string.Concat(columns.Skip(1).SkipLast(1).Select(column => Header(column.Label)));
        return $"<tr>{first}</tr>\n<tr>{second}</tr>\n<tr>{third}</tr>\n";
    }

    private static string RequestLabels(FormShape form, RequestRow row, bool startsGroup)
    {
        var underSection = row.IsResult || row.Key == "total_processed";
        if (!underSection)
            return Label(row.Label, columns: 3);
        var section = row.Key == "granted" ? Label("三、本年度办理结果", rows: form.Requests.Count(r => r.IsResult) + 1) : "";
        if (row.Group is null)
            return section + Label(row.Label, columns: 2);
        var block = startsGroup ? Label(row.Group, rows: form.Requests.Count(r => r.Group == row.Group)) : "";
        return section + block + Label(row.Label);
    }

    private static string Courts(FigureSet figures)
    {
        var leaves = string.Concat(FormShape.CourtColumns.Select(column => Header(column.Label)));
        var topLeaves = string.Concat(FormShape.CourtColumns.Select(column => Header(column.Label, rows: 2)));
        var html = new StringBuilder("<table class='t4' border='1' cellspacing='0'><tbody>\n")
            .Append("<tr>").Append(Header("行政复议", columns: 5)).Append(Header("行政诉讼", columns: 10)).Append("</tr>\n<tr>")
            .Append(topLeaves).Append(Header("未经复议直接起诉", columns: 5)).Append(Header("复议后起诉", columns: 5))
            .Append("</tr>\n<tr>").Append(leaves).Append(leaves).Append("</tr>\n<tr>");
        foreach (var block in FormShape.CourtBlocks)
            foreach (var column in FormShape.CourtColumns)
                html.Append(Value(figures[FigureSet.Court(block, column.Key)]));
        return html.Append("</tr>\n</tbody></table>\n").ToString();
    }

    private static string Header(string text, int columns = 1, int rows = 1) => Tag("th", "", text, columns, rows);

    private static string Label(string text, int columns = 1, int rows = 1) => Tag("td", " class='label'", text, columns, rows);

    private static string Value(Cell cell, int columns = 1) => Tag("td", " class='value'", cell.Printed, columns, 1);

    private static string Tag(string tag, string marks, string text, int columns, int rows) =>
        $"<{tag}{marks}{(columns > 1 ? $" colspan='{columns}'" : "")}{(rows > 1 ? $" rowspan='{rows}'" : "")}>{WebUtility.HtmlEncode(text)}</{tag}>";
}
