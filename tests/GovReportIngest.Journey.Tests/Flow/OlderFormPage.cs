using System.Globalization;
using System.Text;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.SampleGenerator.Docx;
using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.Journey.Tests.Flow;

/// <summary>A report of a form whose tables have one row of columns, as a web page and as a word processor's file.</summary>
/// <param name="Form">The form.</param>
/// <param name="Agency">Who reports.</param>
/// <param name="Year">For which year.</param>
/// <param name="Printed">What stands in a cell, by path; rows without any are left out.</param>
internal sealed record OlderFormPage(FormDefinition Form, string Agency, int Year, IReadOnlyDictionary<string, string> Printed)
{
    private const string Prose = "本年各项工作按要求进行，没有需要说明的情形。";

    public byte[] Html()
    {
        var html = new StringBuilder($"<!DOCTYPE html><html><body><ul><li><a href=/>首页</a><li><a href=/a>公开</a><li><a href=/b>办事</a></ul><h1>{Title}</h1>");
        Write(heading => html.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2>"), text => html.Append(CultureInfo.InvariantCulture, $"<p>{text}</p>"),
            rows => html.Append("<table border=1>").AppendJoin("", rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td><p>{cell}</p></td>"))}</tr>")).Append("</table>"));
        return Encoding.UTF8.GetBytes(html.Append("</body></html>").ToString());
    }

    public byte[] Docx()
    {
        static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        var body = new StringBuilder(P(Title));
        Write(heading => body.Append(P(heading)), text => body.Append(P(text)),
            rows => body.Append("<w:tbl>").AppendJoin("", rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{P(cell)}</w:tc>"))}</w:tr>")).Append("</w:tbl>"));
        return WordFile.Write(body.ToString(), Agency, new(WordHeadings.Plain, new HtmlLook("plain", "serif")));
    }

    public static string PathOf(FormTable table, FormRow row, FormColumn column) => table.PathOf(row, column);

    private string Title => $"{Agency}{Year}年政府信息公开工作年度报告";

    private void Write(Action<string> heading, Action<string> paragraph, Action<IEnumerable<IReadOnlyList<string>>> table)
    {
        for (var i = 0; i < Form.Sections.Count; i++)
        {
            heading($"{"一二三四五六七八九十"[i]}、{Form.Sections[i].Title}");
            if (Form.Tables.FirstOrDefault(own => own.Key == Form.Sections[i].TableKey) is { } own)
                table(own.Blocks.SelectMany(block => RowsOf(own, block)));
            else
                paragraph(Prose);
        }
    }

    private IEnumerable<IReadOnlyList<string>> RowsOf(FormTable table, FormBlock block)
    {
        var hasUnits = block.Rows.Any(row => row.Unit is not null);
        yield return ["指标名称", .. hasUnits ? ["计量单位"] : Array.Empty<string>(), .. block.Columns.Select(column => column.Label)];
        IReadOnlyList<string> above = [];
        foreach (var row in block.Rows)
        {
            if (!block.Columns.Any(column => Printed.ContainsKey(table.PathOf(row, column))))
                continue;
            foreach (var group in row.Group.Except(above))
                yield return [group, .. hasUnits ? ["——"] : Array.Empty<string>(), .. block.Columns.Select(_ => "——")];
            above = row.Group;
            yield return [row.Label, .. hasUnits ? [row.Unit ?? ""] : Array.Empty<string>(), .. block.Columns.Select(column => Printed.GetValueOrDefault(table.PathOf(row, column), ""))];
        }
    }
}
