using GovReportIngest.Core.Speech;

namespace GovReportIngest.Server.Speech;

/// <summary>Codes of states in words.</summary>
internal static class StateWords
{
    public static string OfField(string code, Tongue tongue) => code switch
    {
        "printed" => tongue["printed", "已印"],
        "blank" => tongue["blank", "空白"],
        "placeholder" => tongue["placeholder", "占位符"],
        "missing" => tongue["not there", "无此项"],
        "unreadable" => tongue["unreadable", "无法辨认"],
        _ => code,
    };

    public static string OfAction(string code, Tongue tongue) => code switch
    {
        "confirm" => tongue["confirmed", "确认"],
        "correct" => tongue["corrected", "更正"],
        "settle" => tongue["settled", "处理完毕"],
        "reverse" => tongue["taken back", "撤销"],
        _ => code,
    };

    public static string OfFact(string path, Tongue tongue) => path switch
    {
        "report.title" => tongue["Title", "标题"],
        "report.agency" => tongue["Agency", "机关"],
        "report.region" => tongue["Region", "地区"],
        "report.year" => tongue["Year", "年度"],
        "report.period" => tongue["Period", "统计期间"],
        _ => path,
    };
}
