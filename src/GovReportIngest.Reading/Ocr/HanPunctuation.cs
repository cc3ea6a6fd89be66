using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// The engine gives marks of Chinese text in either width, and takes the small comma 、 for a point: what stands beside a mark
/// tells which one is printed. Digits are never touched, nor marks between them.
/// </summary>
internal static class HanPunctuation
{
    private const string Narrow = ",;:?!()";
    private const string Wide = "，；：？！（）";
    private const string WideMarks = "《》“”（）";
    private const string Numerals = "一二三四五六七八九十";

    /// <param name="line">The symbols of one line, from left to right.</param>
    public static IReadOnlyList<OcrSymbol> Set(IReadOnlyList<OcrSymbol> line)
    {
        var texts = line.Select(symbol => symbol.Text).ToList();
        for (var i = 0; i < texts.Count; i++)
            if (texts[i].Length == 1)
                texts[i] = Set(texts[i][0], texts.GetRange(0, i), i + 1 < texts.Count ? texts[i + 1] : "").ToString();
        return [.. line.Zip(texts, (symbol, text) => symbol with { Text = text })];
    }

    private static char Set(char mark, List<string> before, string next)
    {
        var last = before.Count == 0 ? "" : before[^1];
        if (Narrow.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index)
            return IsHan(last, fromEnd: true) || IsHan(next, fromEnd: false) ? Wide[index] : mark;
        if (mark is not ('.' or '．' or '\\') || !IsHan(last, fromEnd: true))
            return mark;
        // 一、 numbers a heading; a point behind a word ends a sentence.
        if (before.TrueForAll(text => text.All(character => Numerals.Contains(character, StringComparison.Ordinal))))
            return '、';
        return mark is '\\' || next.Length > 0 && char.IsAsciiLetterOrDigit(next[0]) && mark is '.' ? mark : '。';
    }

    private static bool IsHan(string text, bool fromEnd) =>
        text.Length > 0 && (fromEnd ? text[^1] : text[0]) is var character && (HanSpacing.IsHan(character) || WideMarks.Contains(character, StringComparison.Ordinal));
}
