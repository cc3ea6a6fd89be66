using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Core.Export;

/// <summary>What a report says of itself, in words.</summary>
public static class FactWords
{
    /// <summary>The title first.</summary>
    public static IReadOnlyList<string> Paths { get; } = [ReportPaths.Title, ReportPaths.Agency, ReportPaths.Region, ReportPaths.Year, ReportPaths.Period];

    /// <summary>The path itself where it is no fact.</summary>
    public static string Of(string path, Tongue tongue) => path switch
    {
        ReportPaths.Title => tongue["Title", "标题"],
        ReportPaths.Agency => tongue["Agency", "机关"],
        ReportPaths.Region => tongue["Region", "地区"],
        ReportPaths.Year => tongue["Year", "年度"],
        ReportPaths.Period => tongue["Period", "统计期间"],
        _ => path,
    };
}
