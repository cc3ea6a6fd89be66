using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Lines;

/// <summary>
/// The space that typesetting puts behind every character of a line, as titles have it. It is measured between Han characters,
/// which are one em wide, and then explains gaps between figures as well.
/// </summary>
internal static class LetterSpacing
{
    private const int FewestGaps = 4;

    /// <summary>Parts of an em by which the gaps of one line may differ.</summary>
    private const double Spread = 0.06;

    /// <summary>Parts of an em; smaller gaps come from rounding and justification.</summary>
    private const double Least = 0.05;

    /// <summary>In points, 0 for a line set without; <paramref name="words"/> stand on one line from left to right.</summary>
    public static double Of(IReadOnlyList<Word> words)
    {
        var gaps = Gaps(words).Order().ToList();
        if (gaps.Count < FewestGaps)
            return 0;
        var median = gaps[gaps.Count / 2];
        var em = words.Max(word => word.FontSize);
        return median > Least * em && gaps.Count(gap => Math.Abs(gap - median) <= Spread * em) * 10 >= gaps.Count * 9 ? median : 0;
    }

    /// <summary>True where the white between the two is the line's own letter-spacing and no more.</summary>
    public static bool Explains(double tracking, Word left, Word right) =>
        tracking > 0 && right.Box.X - left.Box.Right - tracking < 2 * Spread * Math.Max(left.FontSize, right.FontSize);

    private static IEnumerable<double> Gaps(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].Text;
            if (words[i].FontSize <= 0 || words[i].Edges.Count != text.Length + 1)
                continue;
            for (var at = 1; at < text.Length; at++)
                if (HanSpacing.IsHan(text[at - 1]) && HanSpacing.IsHan(text[at]))
                    yield return words[i].Edges[at] - words[i].Edges[at - 1] - words[i].FontSize;
            if (i > 0 && HanSpacing.IsHan(words[i - 1].Text[^1]) && HanSpacing.IsHan(text[0]))
                yield return words[i].Box.X - words[i - 1].Box.Right;
        }
    }
}
