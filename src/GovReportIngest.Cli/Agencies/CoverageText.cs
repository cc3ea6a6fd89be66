using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Agencies;

namespace GovReportIngest.Cli.Agencies;

/// <summary>Coverage for people: the sums of every year, then agency by agency.</summary>
internal static class CoverageText
{
    private const int MostNames = 10;

    /// <param name="most">Agencies at most.</param>
    public static void Write(TextWriter output, Tongue tongue, Coverage coverage, int most)
    {
        WriteYears(output, tongue, coverage);
        if (coverage.Agencies.Count > 0 && coverage.Years.Count > 0)
            WriteAgencies(output, tongue, coverage.Years, coverage.Agencies, most);
        WriteUnknown(output, tongue, coverage.Unknown);
        if (coverage.Waiting > 0)
            output.WriteLine(tongue[$"{coverage.Waiting} documents are not read yet.", $"尚有 {coverage.Waiting} 份文件未处理。"]);
        if (coverage.IsUnfinished)
            output.WriteLine(tongue["The import of the register was ended in the middle; import it once more.", "名录导入曾中断，请重新导入一次。"]);
    }

    public static void WriteUnknown(TextWriter output, Tongue tongue, IReadOnlyList<UnknownName> unknown)
    {
        if (unknown.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(tongue["Printed names that mean no agency, or not a single one (add them to the register as former or misprinted):", "名录中没有或不能唯一确定的机关名称（请在名录中补充为曾用名或误印名）："]);
        foreach (var name in unknown.Take(MostNames))
            output.WriteLine($"  {TerminalText.Printable(name.Name)}  ×{name.Records}");
        if (unknown.Count > MostNames)
            output.WriteLine(tongue["  … and more (--json has them)", "  …… 另有其他（见 --json）"]);
    }

    private static void WriteYears(TextWriter output, Tongue tongue, Coverage coverage)
    {
        string[] headings =
        [
            tongue["year", "年度"], tongue["expected", "应收"], tongue["received", "已收"], tongue["accepted", "通过"], tongue["in review", "待核"],
            tongue["duplicate", "重复"], tongue["missing", "缺"],
        ];
        var rows = coverage.Years.Select((year, index) => SumsOf(year.ToString(CultureInfo.InvariantCulture), [.. coverage.Agencies.Select(agency => agency.Years[index])]))
            .Append(SumsOf(tongue["all", "合计"], [.. coverage.Agencies.SelectMany(agency => agency.Years)]));
        TextColumns.Write(output, headings, [.. rows], new HashSet<int> { 1, 2, 3, 4, 5, 6 });
    }

    private static IReadOnlyList<string> SumsOf(string title, IReadOnlyList<YearCoverage> cells)
    {
        long[] sums =
        [
            cells.Count(cell => cell.IsExpected), cells.Sum(cell => cell.Received), cells.Sum(cell => cell.Accepted), cells.Sum(cell => cell.InReview),
            cells.Sum(cell => cell.Duplicates), cells.Count(cell => cell.IsMissing),
        ];
        return [title, .. sums.Select(Store.StoreAnswer.Number)];
    }

    private static void WriteAgencies(TextWriter output, Tongue tongue, IReadOnlyList<int> years, IReadOnlyList<AgencyCoverage> shown, int most)
    {
        output.WriteLine();
        TextColumns.Write(output, [tongue["id", "编号"], tongue["agency", "机构"], .. years.Select(year => year.ToString(CultureInfo.InvariantCulture))],
            [.. shown.Take(most).Select(agency => (IReadOnlyList<string>)
                [TerminalText.Printable(agency.Agency.Id), TerminalText.Printable(agency.Agency.Name), .. agency.Years.Select(MarkOf)])], new HashSet<int>());
        if (shown.Count > most)
            output.WriteLine(tongue[$"… and {shown.Count - most} more (--limit, --json)", $"…… 另有 {shown.Count - most} 个（--limit、--json）"]);
        output.WriteLine(tongue["✓ accepted  ? in review  ✗ missing  +1 duplicates  · not expected", "✓ 通过  ? 待核  ✗ 缺  +1 重复份数  · 不应有"]);
    }

    private static string MarkOf(YearCoverage cell)
    {
        var mark = cell.Received == 0 ? cell.IsExpected ? "✗" : "·" : cell.InReview > 0 ? "?" : "✓";
        return cell.Duplicates > 0 ? string.Create(CultureInfo.InvariantCulture, $"{mark} +{cell.Duplicates}") : mark;
    }
}
