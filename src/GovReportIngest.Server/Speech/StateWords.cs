using GovReportIngest.Core.Document.Record;
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
        "shift" => tongue["moved cells", "移动单元格"],
        "reread" => tongue["had it read again", "重新识别"],
        "absent" => tongue["a page is missing", "缺页"],
        "comment" => tongue["said", "备注"],
        "enter" => tongue["entered", "录入"],
        "doubt" => tongue["read otherwise", "读作他值"],
        "reverse" => tongue["taken back", "撤销"],
        _ => code,
    };
}
