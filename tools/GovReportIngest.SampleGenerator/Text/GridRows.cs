using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Text;

/// <summary>The three tables as rows of texts, spanned cells empty, as a spreadsheet or a word processor would save them.</summary>
internal static class GridRows
{
    public const int RequestWidth = 10;

    public static IEnumerable<string[]> Disclosure(FigureSet figures)
    {
        foreach (var block in figures.Form.Disclosure)
        {
            yield return Padded(4, block.Header);
            yield return Padded(4, ["信息内容", .. block.Columns.Select(column => column.Label)]);
            foreach (var row in block.Rows.Where(row => !figures.IsRowMissing(block, row)))
                yield return Padded(4, [row.Label, .. block.Columns.Select(c => figures[FigureSet.Disclosure(row.Key, c.Key)].Printed)]);
        }
    }

    /// <summary>Three label columns (section, block, row) and seven values.</summary>
    public static IEnumerable<(RequestRow? Row, string[] Labels, string[] Values)> Requests(FigureSet figures)
    {
        yield return (null, [FormShape.Corner, "", ""], ["申请人情况", "", "", "", "", "", "总计"]);
        yield return (null, ["", "", ""], ["自然人", "法人或其他组织", "", "", "", "", ""]);
        yield return (null, ["", "", ""], ["", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""]);
        string? group = null;
        foreach (var row in figures.Form.Requests)
        {
            var section = row.Key == "granted" ? "三、本年度办理结果" : "";
            string[] labels = row.Group is not null ? [section, row.Group == group ? "" : row.Group, row.Label]
                : row.IsResult || row.Key == "total_processed" ? [section, row.Label, ""] : [row.Label, "", ""];
            group = row.Group;
            yield return (row, labels, Values(figures, row));
        }
    }

    public static string[] Values(FigureSet figures, RequestRow row) =>
        [.. FormShape.RequestColumns.Select(column => figures[FigureSet.Request(row.Key, column.Key)].Printed)];

    public static string[] CourtValues(FigureSet figures) =>
        [.. FormShape.CourtBlocks.SelectMany(block => FormShape.CourtColumns.Select(c => figures[FigureSet.Court(block, c.Key)].Printed))];

    public static IEnumerable<string[]> Courts(FigureSet figures, string gap)
    {
        string[] leaves = [.. FormShape.CourtColumns.Select(c => c.Label == "总计" ? c.Label : c.Label[..2] + gap + c.Label[2..])];
        yield return Padded(15, ["行政复议", "", "", "", "", "行政诉讼"]);
        yield return Padded(15, [.. leaves, "未经复议直接起诉", "", "", "", "", "复议后起诉"]);
        yield return ["", "", "", "", "", .. leaves, .. leaves];
        yield return CourtValues(figures);
    }

    private static string[] Padded(int width, params string[] cells) =>
        [.. cells, .. Enumerable.Repeat("", width - cells.Length)];
}
