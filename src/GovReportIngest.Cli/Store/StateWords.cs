using GovReportIngest.Cli.Speech;

namespace GovReportIngest.Cli.Store;

/// <summary>States of documents as people read them; codes are not translated.</summary>
internal static class StateWords
{
    public static string Of(string code, Tongue tongue) => code switch
    {
        "collected" => tongue["waiting", "等待处理"],
        "processing" => tongue["being read", "正在处理"],
        "accepted" => tongue["accepted", "通过"],
        "needs-review" => tongue["need review", "待核"],
        "rejected" => tongue["rejected", "拒收"],
        _ => code,
    };

    public static string Mark(string code) => code switch
    {
        "collected" => "·",
        "processing" => "…",
        "accepted" => "✓",
        "needs-review" => "?",
        "rejected" => "✗",
        _ => "",
    };
}
