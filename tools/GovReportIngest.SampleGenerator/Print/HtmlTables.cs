using System.Globalization;
using System.Net;
using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>The three tables in HTML with the row and column spans of the printed form, in one look.</summary>
internal sealed class HtmlTables(FigureSet figures, HtmlLook look)
{
    private static readonly string[] ValueWidths = ["9%", "9%", "9%", "10%", "10%", "9%", "10%"];

    public static string Write(string key, FigureSet figures, HtmlLook look)
    {
        var tables = new HtmlTables(figures, look);
        return key switch
        {
            "proactive_disclosure" => tables.Disclosure(),
            "requests" when look.RequestsOnTurnedPage => "<div class='turned'>" + tables.Requests() + "</div>\n",
            "requests" => tables.Requests(),
            _ when look.CourtsApart => "<div class='apart'>" + tables.Review() + tables.Litigation() + "</div>\n",
            _ => tables.Courts(),
        };
    }

    private string Disclosure()
    {
        var html = new StringBuilder("<table class='t2' border='1' cellspacing='0'><tbody>\n");
        foreach (var block in figures.Form.Disclosure)
        {
            html.Append("<tr>").Append(Header(block.Header, columns: 4)).Append("</tr>\n<tr class='last'>").Append(Header("信息内容"));
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

    private string Requests()
    {
        var html = new StringBuilder("<table class='t3' border='1' cellspacing='0'><colgroup>")
            .Append($"<col style='width:7%'><col style='width:9%'><col style='width:calc({look.LabelWidth} - 16%)'>");
        if (look.HasUnitColumn)
            html.Append("<col style='width:6%'>");
        foreach (var width in ValueWidths)
            html.Append($"<col style='width:{width}'>");
        html.Append("</colgroup><thead>").Append(RequestHeader()).Append("</thead><tbody>\n");
        string? group = null;
        foreach (var row in figures.Form.Requests)
        {
            html.Append(GroupRow(row, row.Group != group)).Append("<tr>").Append(RequestLabels(row, row.Group != group));
            group = row.Group;
            if (look.HasUnitColumn)
                html.Append(Label("件"));
            foreach (var column in FormShape.RequestColumns)
                html.Append(Value(figures[FigureSet.Request(row.Key, column.Key)]));
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table>\n").ToString();
    }

    private string RequestHeader()
    {
        var columns = FormShape.RequestColumns;
        var unit = look.HasUnitColumn ? Header("单位", rows: 3) : "";
        var first = Header(FormShape.Corner, 3, 3) + unit + (look.TotalBesideApplicants
            ? Header("申请人情况", columns: 6) + Header("总计", rows: 3)
            : Header("申请人情况", columns: 7));
        var second = Header("自然人", rows: 2) + Header("法人或其他组织", columns: 5) + (look.TotalBesideApplicants ? "" : Header("总计", rows: 2));
        var third = string.Concat(columns.Skip(1).SkipLast(1).Select(column => Header(column.Label)));
        return $"<tr>{first}</tr>\n<tr>{second}</tr>\n<tr class='last'>{third}</tr>\n";
    }

    /// <summary>The row above a block that names it, where blocks are not named beside their rows.</summary>
    private string GroupRow(RequestRow row, bool startsGroup)
    {
        if (row.Group is null || !startsGroup || look.Groups is GroupLabels.Beside)
            return "";
        var values = FormShape.RequestColumns.Count + (look.HasUnitColumn ? 1 : 0);
        return look.Groups is GroupLabels.RowAcross
            ? $"<tr>{Label(row.Group, columns: 2 + values)}</tr>\n"
            : $"<tr>{Label(row.Group, columns: 2)}{string.Concat(Enumerable.Range(0, values).Select(_ => Value(Cell.Blank)))}</tr>\n";
    }

    private string RequestLabels(RequestRow row, bool startsGroup)
    {
        var underSection = row.IsResult || row.Key == "total_processed";
        if (!underSection)
            return Label(row.Label, columns: 3);
        var section = row.Key == "granted" ? Label("三、本年度办理结果", rows: ResultRows()) : "";
        if (row.Group is null || look.Groups is not GroupLabels.Beside)
            return section + Label(row.Label, columns: 2);
        var block = startsGroup ? Label(row.Group, rows: figures.Form.Requests.Count(r => r.Group == row.Group)) : "";
        return section + block + Label(row.Label);
    }

    private int ResultRows()
    {
        var rows = figures.Form.Requests.Where(row => row.IsResult).ToList();
        var groups = look.Groups is GroupLabels.Beside ? 0 : rows.Select(row => row.Group).OfType<string>().Distinct().Count();
        return rows.Count + 1 + groups;
    }

    private string Courts()
    {
        var topLeaves = string.Concat(FormShape.CourtColumns.Select(column => Header(column.Label, rows: 2)));
        return new StringBuilder("<table class='t4' border='1' cellspacing='0'><tbody>\n")
            .Append("<tr>").Append(Header("行政复议", columns: 5)).Append(Header("行政诉讼", columns: 10)).Append("</tr>\n<tr>")
            .Append(topLeaves).Append(Header("未经复议直接起诉", columns: 5)).Append(Header("复议后起诉", columns: 5))
            .Append("</tr>\n<tr class='last'>").Append(Leaves()).Append(Leaves()).Append("</tr>\n<tr>")
            .Append(CourtValues(FormShape.CourtBlocks)).Append("</tr>\n</tbody></table>\n").ToString();
    }

    private string Review() =>
        "<table class='t4' border='1' cellspacing='0' style='width:33%'><tbody>\n"
        + $"<tr>{Header("行政复议", columns: 5)}</tr>\n<tr class='last'>{string.Concat(FormShape.CourtColumns.Select(column => Header(column.Label, rows: 2)))}</tr>\n<tr></tr>\n"
        + $"<tr>{CourtValues(FormShape.CourtBlocks.Take(1))}</tr>\n</tbody></table>\n";

    private string Litigation() =>
        "<table class='t4' border='1' cellspacing='0' style='width:65%'><tbody>\n"
        + $"<tr>{Header("行政诉讼", columns: 10)}</tr>\n<tr>{Header("未经复议直接起诉", columns: 5)}{Header("复议后起诉", columns: 5)}</tr>\n"
        + $"<tr class='last'>{Leaves()}{Leaves()}</tr>\n<tr>{CourtValues(FormShape.CourtBlocks.Skip(1))}</tr>\n</tbody></table>\n";

    private static string Leaves() => string.Concat(FormShape.CourtColumns.Select(column => Header(column.Label)));

    private string CourtValues(IEnumerable<string> blocks) => string.Concat(blocks.SelectMany(block =>
        FormShape.CourtColumns.Select(column => Value(figures[FigureSet.Court(block, column.Key)]))));

    private static string Header(string text, int columns = 1, int rows = 1) => Tag("th", "", text, columns, rows);

    private static string Label(string text, int columns = 1, int rows = 1) => Tag("td", " class='label'", text, columns, rows);

    private string Value(Cell cell, int columns = 1) => Tag("td", " class='value'", Printed(cell), columns, 1);

    private string Printed(Cell cell)
    {
        var text = look.ThousandsMarks && cell.Value is { } value ? value.ToString("#,##0.####", CultureInfo.InvariantCulture) : cell.Printed;
        return look.FullWidthDigits ? string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)) : text;
    }

    private static string Tag(string tag, string marks, string text, int columns, int rows) =>
        $"<{tag}{marks}{(columns > 1 ? $" colspan='{columns}'" : "")}{(rows > 1 ? $" rowspan='{rows}'" : "")}>{WebUtility.HtmlEncode(text)}</{tag}>";
}
