namespace GovReportIngest.Core.Speech;

/// <summary>States of documents as people read them; codes are not translated.</summary>
public static class DocumentStateWords
{
    public static string Of(string code, Tongue tongue) => code switch
    {
        "collected" => tongue["waiting", "待处理"],
        "processing" => tongue["being read", "处理中"],
        "accepted" => tongue["accepted", "已通过"],
        "needs-review" => tongue["needs review", "待复核"],
        "rejected" => tongue["rejected", "无法读取"],
        _ => code,
    };
}
