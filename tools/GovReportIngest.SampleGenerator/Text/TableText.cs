using System.Text;
using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Text;

/// <summary>A way to write the three tables into a text file.</summary>
internal delegate string TableText(string key, FigureSet figures);

/// <summary>The ways in which tables arrive in text files.</summary>
internal static class TableTexts
{
    /// <summary>Tabs; rows outside a block have one label column less, <c>3.其他</c> and <c>（七）总计</c> stand shifted to the left.</summary>
    public static TableText ShiftedTabs(bool totalsFarLeft) => (key, figures) => key switch
    {
        "requests" => Lines(GridRows.Requests(figures).Select(row => string.Join('\t', Shifted(row.Row, row.Labels, row.Values, totalsFarLeft)))),
        "proactive_disclosure" => Lines(GridRows.Disclosure(figures).Select(cells => string.Join('\t', cells))),
        _ => Lines(GridRows.Courts(figures, " ").Select(cells => string.Join('\t', cells))),
    };

    /// <summary>Markdown pipes with a rule under the first row.</summary>
    public static TableText Pipes => (key, figures) =>
    {
        var rows = key switch
        {
            "requests" => GridRows.Requests(figures).Select(row => row.Labels.Concat(row.Values).ToArray()),
            "proactive_disclosure" => GridRows.Disclosure(figures),
            _ => GridRows.Courts(figures, ""),
        };
        var lines = rows.Select(cells => "| " + string.Join(" | ", cells) + " |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", lines[0].Count(c => c == '|') - 1)));
        return Lines(lines);
    };

    /// <summary>Every cell on a line of its own, as a web page copied without its table; a blank cell is an extra empty line.</summary>
    public static TableText OneCellPerLine => (key, figures) => key switch
    {
        "requests" => Lines(RequestCells(figures)),
        "proactive_disclosure" => Lines(DisclosureCells(figures)),
        _ => Lines([.. Courts(""), .. GridRows.CourtValues(figures)]),
    };

    /// <summary>No table left: labels and values in a row, long labels broken, their values on the next line.</summary>
    public static TableText Flattened => (key, figures) => key switch
    {
        "requests" => FlattenedText.Requests(figures),
        "proactive_disclosure" => FlattenedText.Disclosure(figures),
        _ => FlattenedText.Courts(figures),
    };

    /// <summary>Flattened, with fused numbers in a share of the rows of table 3; which rows depends on the dice's name alone.</summary>
    public static TableText FlattenedAndFused(double share, Dice dice) => (key, figures) =>
        key == "requests" ? FlattenedText.RequestsWithFusedRows(figures, share, dice.Child("rows")) : Flattened(key, figures);

    internal static string Lines(IEnumerable<string> lines) => lines.Aggregate(new StringBuilder(), (text, line) => text.Append(line).Append('\n')).ToString();

    private static string[] Shifted(RequestRow? row, string[] labels, string[] values, bool totalsFarLeft) => row switch
    {
        null when labels[0].Length > 0 => [labels[0], "", .. values, ""],
        null => ["", "", .. values, ""],
        { Key: "other_other" } => [row.Label, "", .. values, ""],
        { Key: "total_processed" } when totalsFarLeft => [row.Label, .. values, "", ""],
        { Key: "total_processed" } => [row.Label, "", .. values, ""],
        { Group: not null } => [labels[0], labels[1], labels[2], .. values],
        _ => [labels[0], labels[1], .. values, ""],
    };

    private static IEnumerable<string> RequestCells(FigureSet figures)
    {
        yield return FormShape.Corner;
        foreach (var header in new[] { "申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他" })
            yield return header;
        foreach (var (_, labels, values) in GridRows.Requests(figures).Where(row => row.Row is not null))
            foreach (var cell in labels.Where(label => label.Length > 0).Concat(values))
                yield return cell;
    }

    private static IEnumerable<string> DisclosureCells(FigureSet figures)
    {
        foreach (var block in figures.Form.Disclosure)
        {
            yield return block.Header;
            yield return "信息内容";
            foreach (var column in block.Columns)
                yield return column.Label;
            foreach (var row in block.Rows.Where(row => !figures.IsRowMissing(block, row)))
                foreach (var cell in block.Columns.Select(c => figures[FigureSet.Disclosure(row.Key, c.Key)].Printed).Prepend(row.Label))
                    yield return cell;
        }
    }

    private static IEnumerable<string> Courts(string gap)
    {
        string[] leaves = [.. FormShape.CourtColumns.Select(c => c.Label.Length == 4 ? c.Label[..2] + gap + c.Label[2..] : c.Label)];
        return ["行政复议", "行政诉讼", .. leaves, "未经复议直接起诉", "复议后起诉", .. leaves, .. leaves];
    }
}
