using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Lines;

/// <summary>Groups words into lines by vertical overlap, top to bottom, and words of a line from left to right.</summary>
internal static class LineBuilder
{
    /// <summary>A gap of so many heights of the line is a space.</summary>
    private const double SpaceInHeights = 0.28;

    /// <summary>Justified Han text is stretched; between Han characters only a wide gap is a space.</summary>
    private const double HanSpaceInHeights = 0.8;

    private const double SpeckInHeights = 0.4;
    private const int FewestWordsToCompare = 4;

    public static IReadOnlyList<LayoutLine.OfPage> Build(IReadOnlyList<Word> words, int page, PageFrame frame)
    {
        var lines = new List<List<Word>>();
        // Tall words first would pull neighbours together; the order is by middle, then by left edge, and never by input order.
        foreach (var word in words.Where(word => word.Text.Length > 0).OrderBy(word => word.Box.CentreY).ThenBy(word => word.Box.X).ThenBy(word => word.Text, StringComparer.Ordinal))
        {
            List<Word>? best = null;
            var bestShare = 0.5;
            for (var i = Math.Max(0, lines.Count - 4); i < lines.Count; i++)
                if (Overlap(lines[i], word) is var share && share > bestShare)
                    (best, bestShare) = (lines[i], share);
            if (best is null)
                lines.Add(best = []);
            best.Add(word);
        }

        return [.. lines.Select(line => Line(line, page, frame)).OrderBy(line => line.Box.CentreY).ThenBy(line => line.Box.X)];
    }

    private static double Overlap(List<Word> line, Word word)
    {
        var top = line.Average(other => other.Box.Y);
        var bottom = line.Average(other => other.Box.Bottom);
        var common = Math.Min(bottom, word.Box.Bottom) - Math.Max(top, word.Box.Y);
        return common / Math.Max(0.1, Math.Min(bottom - top, word.Box.Height));
    }

    private static LayoutLine.OfPage Line(List<Word> words, int page, PageFrame frame)
    {
        var ordered = WithoutSpecks([.. words.OrderBy(word => word.Box.X).ThenBy(word => word.Box.Y)]);
        var spaces = new bool[ordered.Count];
        var tracking = LetterSpacing.Of(ordered);
        for (var i = 1; i < ordered.Count; i++)
            spaces[i] = IsSpace(ordered[i - 1], ordered[i]) && !LetterSpacing.Explains(tracking, ordered[i - 1], ordered[i]);
        return new(page, frame, ordered, spaces);
    }

    /// <summary>
    /// OCR reads a grain of dirt beside a line as a character: a letter of a fraction of the size that letters have there, apart
    /// from the rest. Marks are small by nature, 一 is low but wide, and inside a line OCR's own boxes may collapse.
    /// </summary>
    private static List<Word> WithoutSpecks(List<Word> ordered)
    {
        if (ordered.Count < FewestWordsToCompare)
            return ordered;
        var heights = ordered.Select(word => word.Box.Height).Order().ToList();
        var usual = heights[heights.Count / 2];
        bool IsSpeck(Word word, double gap) => word.Confidence < 100 && gap > usual && word.Text.All(char.IsLetter)
            && word.Box.Height < usual * SpeckInHeights && word.Box.Width < usual * SpeckInHeights;
        var (first, last) = (0, ordered.Count - 1);
        if (IsSpeck(ordered[0], ordered[1].Box.X - ordered[0].Box.Right))
            first++;
        if (IsSpeck(ordered[last], ordered[last].Box.X - ordered[last - 1].Box.Right))
            last--;
        return ordered.GetRange(first, last - first + 1);
    }

    private static bool IsSpace(Word left, Word right)
    {
        var height = Math.Max(1, Math.Min(left.Box.Height, right.Box.Height));
        var gap = (right.Box.X - left.Box.Right) / height;
        return gap > (HanSpacing.IsWide(left.Text[^1]) || HanSpacing.IsWide(right.Text[0]) ? HanSpaceInHeights : SpaceInHeights);
    }
}
