using System.Globalization;
using System.Net;
using System.Text;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.TestKit.Figures;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>How the table of an older form is drawn.</summary>
internal sealed record SheetLook
{
    /// <summary>A column 序号 before the labels.</summary>
    public bool HasIndex { get; init; }

    /// <summary>A column 代码 behind the units.</summary>
    public bool HasCode { get; init; }

    /// <summary>What stands in the cells of a row that only names a block.</summary>
    public string GroupMark { get; init; } = "——";

    /// <summary>Key of the column variant that is printed.</summary>
    public string? Columns { get; init; }

    public static SheetLook Choose(int number, string? columns) =>
        new() { HasIndex = number % 5 == 1, HasCode = number % 4 == 2, GroupMark = number % 3 == 2 ? "" : "——", Columns = columns };
}

/// <summary>A report of a form whose tables have one row of columns as a page to be printed.</summary>
/// <param name="file">The figures.</param>
/// <param name="look">Of the page.</param>
/// <param name="sheet">Of the table.</param>
/// <param name="mark">What is printed where the figures have no number.</param>
internal sealed class FormSheet(FigureFile file, HtmlLook look, SheetLook sheet, string mark)
{
    private readonly StringBuilder html = new();
    private int number;

    public string Write(string narrative)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h1>{file.Agency}{file.Year}年政府信息公开工作年度报告</h1>");
        for (var i = 0; i < file.Form.Sections.Count; i++)
        {
            var section = file.Form.Sections[i];
            html.Append(CultureInfo.InvariantCulture, $"<h2>{"一二三四五六七八九十"[i]}、{section.Title}</h2>");
            if (file.Form.Tables.FirstOrDefault(table => table.Key == section.TableKey) is { } table)
                Write(MadeFigures.Printed(table, sheet.Columns));
            else
                html.Append(CultureInfo.InvariantCulture, $"<p>{(i == 0 ? narrative : "本年各项工作按要求进行，没有需要说明的情形。")}</p>");
        }

        return HtmlReport.Page(html.ToString(), look);
    }

    private void Write(FormTable table)
    {
        html.Append("<table class='t3'>").Append(ColumnWidths(table.Blocks[0])).Append("<thead>");
        WriteHeader(table.Blocks[0]);
        html.Append("</thead><tbody>");
        foreach (var block in table.Blocks)
        {
            IReadOnlyList<string> above = [];
            foreach (var row in block.Rows.Where(row => block.Columns.Any(column => file.Cells.ContainsKey(table.PathOf(row, column)))))
            {
                foreach (var group in row.Group.Except(above))
                    WriteRow(group, sheet.GroupMark, [.. block.Columns.Select(_ => sheet.GroupMark)]);
                above = row.Group;
                WriteRow(row.Label, row.Unit ?? "", [.. block.Columns.Select(column => Printed(file.Cells[table.PathOf(row, column)]))]);
            }
        }

        html.Append("</tbody></table>");
    }

    private string ColumnWidths(FormBlock block)
    {
        var values = Math.Min(16, 52 / block.Columns.Count);
        var rest = 100 - 10 - block.Columns.Count * values - (sheet.HasIndex ? 7 : 0) - (sheet.HasCode ? 8 : 0);
        return $"<colgroup>{(sheet.HasIndex ? Column(7) : "")}{Column(rest)}{Column(10)}{(sheet.HasCode ? Column(8) : "")}{string.Concat(block.Columns.Select(_ => Column(values)))}</colgroup>";
    }

    private static string Column(int percent) => string.Create(CultureInfo.InvariantCulture, $"<col style='width:{percent}%'>");

    /// <summary>Columns of one kind stand under a common header.</summary>
    private void WriteHeader(FormBlock block)
    {
        var isDeep = sheet.Columns is not null;
        var rows = isDeep ? " rowspan='2'" : "";
        html.Append(isDeep ? "<tr>" : "<tr class='last'>").Append(sheet.HasIndex ? $"<th{rows}>序号</th>" : "").Append(CultureInfo.InvariantCulture, $"<th{rows}>统计指标</th><th{rows}>单位</th>")
            .Append(sheet.HasCode ? $"<th{rows}>代码</th>" : "");
        if (isDeep)
            html.Append(CultureInfo.InvariantCulture, $"<th colspan='{block.Columns.Count}'>统计数</th></tr><tr class='last'>");
        html.AppendJoin("", block.Columns.Select(column => $"<th>{WebUtility.HtmlEncode(column.Label)}</th>")).Append("</tr>");
    }

    private void WriteRow(string label, string unit, IReadOnlyList<string> values)
    {
        number++;
        html.Append("<tr>").Append(sheet.HasIndex ? $"<td>{number}</td>" : "").Append(CultureInfo.InvariantCulture, $"<td class='label'>{WebUtility.HtmlEncode(label)}</td><td>{unit}</td>")
            .Append(sheet.HasCode ? $"<td>{number:00}</td>" : "").AppendJoin("", values.Select(value => $"<td class='value'>{value}</td>")).Append("</tr>");
    }

    private string Printed(decimal? value) => value switch
    {
        null => mark,
        { } number when look.ThousandsMarks => number.ToString("#,##0.####", CultureInfo.InvariantCulture),
        { } number => number.ToString(CultureInfo.InvariantCulture),
    };
}
