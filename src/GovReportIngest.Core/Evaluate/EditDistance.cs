namespace GovReportIngest.Core.Evaluate;

/// <summary>
/// Insertions, deletions and substitutions between two texts: Ukkonen, "Algorithms for approximate string matching" (1985).
/// Time grows with length × distance, memory with the distance.
/// </summary>
internal static class EditDistance
{
    public static int Between(string a, string b)
    {
        var longest = Math.Max(a.Length, b.Length);
        for (var limit = 64; ; limit *= 2)
            if (Within(a, b, Math.Min(limit, longest)) is { } distance)
                return distance;
    }

    /// <summary>Null where the distance is greater than the limit.</summary>
    private static int? Within(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return null;
        const int Far = int.MaxValue / 2;
        var (above, current) = (new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            above[j] = j <= limit ? j : Far;
        for (var i = 1; i <= a.Length; i++)
        {
            var (first, last) = (Math.Max(1, i - limit), Math.Min(b.Length, i + limit));
            current[first - 1] = first == 1 && i <= limit ? i : Far;
            for (var j = first; j <= last; j++)
                current[j] = Math.Min(above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(current[j - 1], above[j]) + 1);
            if (last < b.Length)
                current[last + 1] = Far;
            (above, current) = (current, above);
        }

        return above[b.Length] <= limit ? above[b.Length] : null;
    }
}
