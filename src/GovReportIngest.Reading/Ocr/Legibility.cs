using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Whether recognised symbols make sense. The engine is often as sure of text that stands on its head as of upright text, but
/// then it reads rare characters: half the score is its confidence, half the share of common ones.
/// </summary>
internal static class Legibility
{
    private const int FewestLetters = 4;

    /// <summary>Common in Chinese office prose; characters that look the same upside down are left out.</summary>
    private const string Common = "的有在和为人年月本公开信息政府机关行申请报告作主动依法规定情况件个数处理其他不予未上是对及等以与部门单位服务社会组织企业发布文了到要全制度内容管督保障新收得条第二三项";

    /// <summary>Such a share of common characters is as good as any.</summary>
    private const double AmpleShare = 0.35;

    /// <returns>0–100.</returns>
    public static double Of(IReadOnlyList<OcrSymbol> symbols)
    {
        var letters = symbols.Where(symbol => symbol.Text.Length > 0 && char.IsLetter(symbol.Text[0])).ToList();
        if (letters.Count < FewestLetters)
            return 0;
        var share = letters.Count(symbol => Common.Contains(symbol.Text[0], StringComparison.Ordinal)) / (double)letters.Count;
        return letters.Average(symbol => symbol.Confidence) / 2 + 50 * Math.Min(1, share / AmpleShare);
    }
}
