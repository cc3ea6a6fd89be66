namespace GovReportIngest.Core.Interpret.Labels;

/// <summary>Edit-distance similarity of normalised labels, 0 to 1 (Levenshtein 1966; free ends after Sellers 1980).</summary>
internal static class Similarity
{
    /// <summary>How well <paramref name="label"/> matches an end part of <paramref name="text"/>: 1 − distance / label length.</summary>
    public static double OfEnd(string label, string text) => new LabelPattern(label).OfEnd(text);

    /// <summary>How well <paramref name="label"/> matches some part of <paramref name="text"/>.</summary>
    public static double OfPart(string label, string text) => new LabelPattern(label).OfPart(text);

    /// <summary>Of two whole texts: 1 − distance / longer length; 0 where one is more than twice as long.</summary>
    public static double OfWhole(string left, string right) => new LabelPattern(left).OfWhole(right);

    /// <summary>Fewest edits between a label of any length and the text, or the part of it that is most alike.</summary>
    /// <param name="isStartFree">Characters before the part cost nothing.</param>
    /// <param name="isEndFree">Nor do those behind it.</param>
    internal static int TableDistance(ReadOnlySpan<char> label, ReadOnlySpan<char> text, bool isStartFree, bool isEndFree)
    {
        Span<int> previous = text.Length < 512 ? stackalloc int[text.Length + 1] : new int[text.Length + 1];
        Span<int> current = text.Length < 512 ? stackalloc int[text.Length + 1] : new int[text.Length + 1];
        for (var j = 0; j <= text.Length; j++)
            previous[j] = isStartFree ? 0 : j;
        for (var i = 1; i <= label.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= text.Length; j++)
                current[j] = Math.Min(previous[j - 1] + (label[i - 1] == text[j - 1] ? 0 : 1), Math.Min(previous[j], current[j - 1]) + 1);
            current.CopyTo(previous);
        }

        var distance = previous[text.Length];
        if (isEndFree)
            foreach (var cost in previous)
                distance = Math.Min(distance, cost);
        return distance;
    }
}
