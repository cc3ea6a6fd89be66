namespace GovReportIngest.Cli.Store;

/// <summary>States of documents as one character, for tables.</summary>
internal static class StateMarks
{
    public static string Of(string code) => code switch
    {
        "collected" => "·",
        "processing" => "…",
        "accepted" => "✓",
        "needs-review" => "?",
        "rejected" => "✗",
        _ => "",
    };
}
