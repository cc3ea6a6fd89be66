using GovReportIngest.Core.Speech;

namespace GovReportIngest.Server.Speech;

/// <summary>What people call a form.</summary>
internal static class FormWords
{
    private static readonly Dictionary<string, (string English, string Chinese)> Words = new(StringComparer.Ordinal)
    {
        ["cn-gov-disclosure-annual"] = ("annual report", "年度报告"),
        ["cn-gov-disclosure-statistics"] = ("statistics", "情况统计表"),
        ["cn-fujian-disclosure-appendix"] = ("appendix of Fujian", "福建省附表"),
        ["cn-shanghai-disclosure-statistics"] = ("statistics of Shanghai", "上海市统计表"),
    };

    /// <param name="id">Kind and year from which on it is in force, as <c>cn-gov-disclosure-annual/2021</c>; other ids are their own names.</param>
    /// <param name="tongue">Of the words.</param>
    public static string Of(string id, Tongue tongue) => id.Split('/') is [var kind, var year] && Words.TryGetValue(kind, out var words)
        ? tongue[$"{words.English}, form of {year}", $"{words.Chinese}（{year} 年表式）"] : id;
}
