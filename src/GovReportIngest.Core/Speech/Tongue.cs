namespace GovReportIngest.Core.Speech;

/// <summary>
/// The language the program speaks to people. Both texts stand side by side where they are used, so that neither falls behind:
/// <c>tongue["Reading", "正在读取"]</c>. Codes in records, in the API and in <c>--json</c> are never translated.
/// </summary>
public sealed class Tongue(bool isChinese)
{
    public bool IsChinese { get; } = isChinese;

    /// <summary>As HTML's <c>lang</c> has it.</summary>
    public string Code => IsChinese ? "zh" : "en";

    public string this[string english, string chinese] => IsChinese ? chinese : english;

    /// <summary>The tongue of a locale or language tag, such as <c>zh_CN.UTF-8</c> or <c>zh-Hans</c>; English if there is none.</summary>
    public static Tongue OfTag(string? tag) => new(IsChineseTag(tag));

    public static bool IsChineseTag(string? tag) => tag?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;
}
