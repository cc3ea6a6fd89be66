using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>Finds the period that a report says its figures are of (统计期限自…起至…止, 统计时段为…年全年).</summary>
internal static partial class PeriodReader
{
    private const string Day = $"(?<m1>{HanYear.SmallPattern})月(?<d1>{HanYear.SmallPattern})[日号]";
    private const string LastDay = $"(?<m2>{HanYear.SmallPattern})月(?<d2>{HanYear.SmallPattern})[日号]";
    private const string To = "(?:起|始)?[,，]?(?:至|到|止于|[-—–~～－─一]{1,2})";
    private const string LastYear = $"(?:(?<y2>{HanYear.Pattern})年|当年|同年|本年)?";

    /// <summary>Characters before the dates, in their sentence, that may say what they are.</summary>
    private const int LongestName = 40;

    /// <summary>Of the same kind; no report has as many.</summary>
    private const int MostStatements = 40;

    /// <summary>Every statement, those that name themselves first, then in reading order.</summary>
    public static IReadOnlyList<StatedPeriod> Find(ReportText text)
    {
        var found = new List<StatedPeriod>();
        foreach (var pattern in new[] { Days(), Numbers(), Months(), Year() })
            foreach (var match in pattern.Matches(text.All).Take(MostStatements))
                if (!found.Exists(other => other.Index < match.Index + match.Length && match.Index < other.Index + other.Length)
                    && Read(match, IsNamed(text.All, match)) is { } period && (period.IsNamed || (period.IsWholeYear && match.Index < text.Opening.Length)))
                    found.Add(period);
        return [.. found.OrderByDescending(period => period.IsNamed).ThenBy(period => period.Index)];
    }

    /// <summary>Where the text speaks of the period, though no dates were understood there; null where it does not.</summary>
    public static Capture? FindUnclear(ReportText text) => Name().Matches(text.All).FirstOrDefault();

    /// <summary>On a scan, what is left of a statement of which characters were misread.</summary>
    public static Capture? FindTrace(ReportText text) => Trace().Matches(text.Opening).FirstOrDefault();

    private static bool IsNamed(string text, Match match)
    {
        if (match.Groups["name"].Success)
            return true;
        var before = text[Math.Max(0, match.Index - LongestName)..match.Index];
        return NameBefore().IsMatch(before[(before.LastIndexOfAny(['。', ';', '；']) + 1)..]);
    }

    private static StatedPeriod? Read(Match match, bool isNamed)
    {
        var year = HanYear.Parse(match.Groups["y1"].Value);
        var lastYear = match.Groups["y2"].Success ? HanYear.Parse(match.Groups["y2"].Value) : year;
        var start = match.Groups["name"].Success ? match.Groups["name"].Index + match.Groups["name"].Length : match.Index;
        return DayOf(year, Part("m1") ?? 1, Part("d1") ?? 1) is { } first
            && DayOf(lastYear, Part("m2") ?? 12, Part("d2") ?? DaysIn(lastYear, Part("m2") ?? 12)) is { } last
            ? new(first, last, isNamed, start, match.Index + match.Length - start) : null;

        int? Part(string group) => match.Groups[group] is { Success: true } found ? HanYear.ParseSmall(found.Value) ?? 0 : null;
    }

    private static int DaysIn(int? year, int month) => year is { } known && month is >= 1 and <= 12 ? DateTime.DaysInMonth(known, month) : 0;

    private static DateOnly? DayOf(int? year, int month, int day) =>
        year is { } known && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(known, month) ? new DateOnly(known, month, day) : null;

    [GeneratedRegex($"(?<y1>{HanYear.Pattern})年{Day}{To}{LastYear}{LastDay}")]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<![0-9])(?<y1>20[0-9]{2})[./-](?<m1>[0-9]{1,2})[./-](?<d1>[0-9]{1,2})(?:起)?(?:至|到|[-—–~～－─]{1,2})(?:(?<y2>20[0-9]{2})[./-])?(?<m2>[0-9]{1,2})[./-](?<d2>[0-9]{1,2})(?![0-9])")]
    private static partial Regex Numbers();

    [GeneratedRegex($"(?<y1>{HanYear.Pattern})年(?<m1>{HanYear.SmallPattern})月?(?:份|初)?{To}{LastYear}(?<m2>{HanYear.SmallPattern})月(?![0-9一二三]{{1,2}}[日号])")]
    private static partial Regex Months();

    [GeneratedRegex($"(?<name>(?:统计|数据|报告)(?:的)?(?:统计)?(?:起止)?(?:期限|期间|时段|时限|时间段?|时间范围|周期|年度|范围)(?:均|都|是|即|为|:|,|自|从)*)(?<y1>{HanYear.Pattern})(?:年度|年全年|全年|年整年|年)(?![0-9{{一二三四五六七八九十])")]
    private static partial Regex Year();

    [GeneratedRegex("(?:统计|数据|报告)(?:的)?(?:统计)?(?:起止)?(?:期限|期间|时段|时限|时间段?|时间范围|周期|范围|年度)[^。]{0,12}$|报告期[^。]{0,8}$|(?:数据|情况)[^。]{0,8}(?:统计|截取)[^。]{0,8}$")]
    private static partial Regex NameBefore();

    [GeneratedRegex("(?:统计|报告|数据)(?:的)?(?:统计)?(?:起止)?(?:期限|时段|时限|期间|周期)")]
    private static partial Regex Name();

    [GeneratedRegex("统计期|统计时|[0-9]月1日[^。]{0,9}月31|1月[^。]{0,12}12月3[0-9]")]
    private static partial Regex Trace();
}
