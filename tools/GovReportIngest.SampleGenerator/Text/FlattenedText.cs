using GovReportIngest.SampleGenerator.Reports;

namespace GovReportIngest.SampleGenerator.Text;

/// <summary>What a PDF-to-text converter leaves of the tables: every row between empty lines, group labels cut in two.</summary>
internal static class FlattenedText
{
    private const int LineLimit = 29;

    /// <summary>As <see cref="Requests"/>, but the numbers of some rows of table 3 have lost the spaces between them.</summary>
    public static string RequestsWithFusedRows(FigureSet figures, double share, Dice dice)
    {
        var rows = Requests(figures).Split('\n').Select(line => dice.Chance(share) ? Fused(line) : line);
        return string.Join('\n', rows);
    }

    private static string Fused(string line)
    {
        var words = line.Split(' ');
        var numbers = words.Reverse().TakeWhile(word => word.Length > 0 && word.All(char.IsAsciiDigit)).Count();
        return numbers < 7 ? line : string.Join(' ', words[..^numbers].Append(string.Concat(words[^numbers..])));
    }

    public static string Disclosure(FigureSet figures) => Spaced(DisclosureLines(figures));

    private static IEnumerable<string> DisclosureLines(FigureSet figures)
    {
        foreach (var block in figures.Form.Disclosure)
        {
            yield return block.Header;
            yield return string.Join(' ', block.Columns.Select(column => column.Label).Prepend("信息内容"));
            foreach (var row in block.Rows.Where(row => !figures.IsRowMissing(block, row)))
                yield return Row(row.Label, [.. block.Columns.Select(c => figures[FigureSet.Disclosure(row.Key, c.Key)].Printed)]);
        }
    }

    public static string Requests(FigureSet figures)
    {
        string[] header =
            [FormShape.Corner, "申请人情况", "自然人", "法人或其他组织", "总计\n商业企业 科研机构 社会公益", "组织", "法律服务", "机构\n其他"];
        return Spaced(header.Concat(RequestLines(figures)));
    }

    private static IEnumerable<string> RequestLines(FigureSet figures)
    {
        string? group = null;
        foreach (var row in figures.Form.Requests)
        {
            if (row.Key == "granted")
                foreach (var half in new[] { "三、本年度办理", "结果" })
                    yield return half;
            if (row.Group is not null && row.Group != group)
                foreach (var half in new[] { row.Group[..5], row.Group[5..] })
                    yield return half;
            group = row.Group;
            yield return Row(row.Label, GridRows.Values(figures, row));
        }
    }

    public static string Courts(FigureSet figures)
    {
        var leaves = string.Join(' ', FormShape.CourtColumns.Select(c => c.Label));
        return Spaced(["行政复议 行政诉讼", leaves + "\n未经复议直接起诉 复议后起诉", leaves + " " + leaves, string.Join(' ', GridRows.CourtValues(figures))]);
    }

    /// <summary>A label too long for its cell goes on after an empty line; the values follow on a line of their own.</summary>
    private static string Row(string label, string[] values)
    {
        var numbers = string.Join(' ', values);
        return label.Length <= LineLimit ? label + " " + numbers : label[..LineLimit] + "\n\n" + label[LineLimit..] + "\n" + numbers;
    }

    private static string Spaced(IEnumerable<string> lines) => string.Join("\n\n", lines) + "\n";
}
