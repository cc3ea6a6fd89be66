using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>A year that the report's first sentences give as its own.</summary>
/// <param name="IsPlain">What it is said of is this report; else only a sentence begins with the year.</param>
internal sealed record StatedYear(int Year, bool IsPlain, int Index, int Length);

/// <summary>
/// Finds the years that the opening gives as the report's own (现将2023年度…报告如下). A year in a look back, in a law, in a number of a
/// document or in a plan says nothing about the report.
/// </summary>
internal static partial class StatedYears
{
    private const string Own = $"(?<year>{HanYear.Pattern})(?:年度|全年|年)";

    public static IReadOnlyList<StatedYear> Find(ReportText text)
    {
        var opening = text.Opening;
        var plain = new[] { Announced(), OfThisReport(), Named() }
            .SelectMany(pattern => pattern.Matches(opening)).Where(match => !IsOfAnother(opening, match.Groups["year"]));
        var leading = Leading().Matches(opening).Where(match => !IsOfAnother(opening, match.Groups["year"])).Take(1);
        return [.. plain.Select(match => Year(match, isPlain: true)).Concat(leading.Select(match => Year(match, isPlain: false)))
            .OfType<StatedYear>().DistinctBy(year => year.Index)];
    }

    /// <summary>The opening says something of this year.</summary>
    public static bool Mentions(ReportText text, int year) =>
        AnyYear().Matches(text.Opening).Any(match => HanYear.Parse(match.Groups["year"].Value) == year);

    private static StatedYear? Year(Match match, bool isPlain) =>
        HanYear.Parse(match.Groups["year"].Value) is { } year ? new(year, isPlain, match.Groups["year"].Index, match.Groups["year"].Length) : null;

    /// <summary>A law's year, a date, or the name of another document.</summary>
    private static bool IsOfAnother(string text, Group year)
    {
        var (before, behind) = (text[Math.Max(0, year.Index - 16)..year.Index], text[(year.Index + year.Length)..Math.Min(text.Length, year.Index + year.Length + 24)]);
        return OtherBefore().IsMatch(before) || OtherBehind().IsMatch(behind);
    }

    [GeneratedRegex($"(?:现将|现把|兹将|特将|现就|将|现公布|现发布)(?:有关)?[^。；;,]{{0,36}}?{Own}[^。；;]{{0,30}}?(?:报告|公布|公开|发布|如下|汇报|说明)")]
    private static partial Regex Announced();

    [GeneratedRegex($"(?:本报告|本年报|本年度报告|此报告)[^。；;]{{0,30}}?{Own}(?:政府信息公开|政务公开|信息公开|工作|的|度)")]
    private static partial Regex OfThisReport();

    [GeneratedRegex($"{Own}(?:的)?(?:政府|政务)?信?息?公开(?:工作)?(?:情况)?(?:年度)?(?:报告|年报|情况|工作(?:情况)?(?=如下|总结|报告))|{Own}(?:工作)?(?:年度)?(?:报告(?!期)|年报)")]
    private static partial Regex Named();

    [GeneratedRegex($"(?:^|[。；;:)]|情况|概述){Own}(?![^。；;]{{0,18}}(?:将|拟|计划|打算))")]
    private static partial Regex Leading();

    [GeneratedRegex($"(?<year>{HanYear.Pattern})年")]
    private static partial Regex AnyYear();

    [GeneratedRegex("(?:自|自从|从|截至|截止|上年|去年|往年|对比|相比|同比|比|较|与)$|(?:做好|开展|编制|报送|编报|关于)[^。]{0,6}$(?<=《[^》]*)")]
    private static partial Regex OtherBefore();

    [GeneratedRegex("^年?(?:度)?(?:[0-9一二三四五六七八九十]{1,3}月|修订|修正|修改|施行|实施|颁布|印发|公布的|以来|版|起|第|至|到|[-—~])|^[^。》]{0,20}(?:的通知|编制工作|格式|要点|方案)")]
    private static partial Regex OtherBehind();
}
