namespace GovReportIngest.Core.Interpret.Labels;

/// <summary>Edit-distance similarity of normalised labels, 0 to 1 (Levenshtein 1966; free ends after Sellers 1980).</summary>
internal static class Similarity
{
    /// <summary>How well <paramref name="label"/> matches an end part of <paramref name="text"/>: 1 − distance / label length.</summary>
    public static double OfEnd(string label, string text)
    {
        if (label.Length == 0)
            return 0;
        if (text.EndsWith(label, StringComparison.Ordinal))
            return 1;
        var reach = label.Length + label.Length / 2 + 4;
        var tail = text.Length > reach ? text.AsSpan(text.Length - reach) : text;
        return Of(label, tail, isEndFree: false);
    }

    /// <summary>How well <paramref name="label"/> matches some part of <paramref name="text"/>.</summary>
    public static double OfPart(string label, string text)
    {
        if (label.Length == 0)
            return 0;
        return text.Contains(label, StringComparison.Ordinal) ? 1 : Of(label, text, isEndFree: true);
    }

    /// <summary>Of two whole texts: 1 − distance / longer length.</summary>
    public static double OfWhole(string left, string right)
    {
        if (left == right)
            return 1;
        var longer = Math.Max(left.Length, right.Length);
        if (longer == 0 || Math.Abs(left.Length - right.Length) > longer / 2)
            return 0;
        Span<int> previous = right.Length < 512 ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        Span<int> current = right.Length < 512 ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Step(left[i - 1] == right[j - 1], previous[j - 1], previous[j], current[j - 1]);
            current.CopyTo(previous);
        }

        return 1 - (double)previous[right.Length] / longer;
    }

    private static double Of(ReadOnlySpan<char> label, ReadOnlySpan<char> text, bool isEndFree)
    {
        var distance = label.Length <= 64 ? BitDistance(label, text, isEndFree) : TableDistance(label, text, isEndFree);
        return Math.Max(0, 1 - (double)distance / label.Length);
    }

    /// <summary>Fewest edits of a label of at most 64 characters, the start of the text being free (bit-parallel, Myers 1999).</summary>
    private static int BitDistance(ReadOnlySpan<char> label, ReadOnlySpan<char> text, bool isEndFree)
    {
        var places = new LabelPlaces(label, stackalloc char[LabelPlaces.Slots], stackalloc ulong[LabelPlaces.Slots]);
        var last = 1UL << (label.Length - 1);
        var (more, less) = (ulong.MaxValue, 0UL);
        var (distance, best) = (label.Length, label.Length);
        foreach (var character in text)
        {
            var same = places[character];
            var diagonal = unchecked(((same & more) + more) ^ more) | same | less;
            var (up, down) = (less | ~(diagonal | more), more & diagonal);
            distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
            (up, down) = (up << 1, down << 1);
            (more, less) = (down | ~(diagonal | up), up & diagonal);
            best = Math.Min(best, distance);
        }

        return isEndFree ? best : distance;
    }

    // The start of the text is free: row 0 costs nothing.
    private static int TableDistance(ReadOnlySpan<char> label, ReadOnlySpan<char> text, bool isEndFree)
    {
        Span<int> previous = text.Length < 512 ? stackalloc int[text.Length + 1] : new int[text.Length + 1];
        Span<int> current = text.Length < 512 ? stackalloc int[text.Length + 1] : new int[text.Length + 1];
        previous.Clear();
        for (var i = 1; i <= label.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= text.Length; j++)
                current[j] = Step(label[i - 1] == text[j - 1], previous[j - 1], previous[j], current[j - 1]);
            current.CopyTo(previous);
        }

        var distance = previous[text.Length];
        if (isEndFree)
            foreach (var cost in previous)
                distance = Math.Min(distance, cost);
        return distance;
    }

    private static int Step(bool isSame, int diagonal, int above, int left) =>
        Math.Min(isSame ? diagonal : diagonal + 1, Math.Min(above, left) + 1);
}
