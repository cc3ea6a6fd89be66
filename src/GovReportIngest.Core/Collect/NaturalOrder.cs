namespace GovReportIngest.Core.Collect;

/// <summary>Ordinal order in which runs of digits compare as numbers: <c>page2</c> before <c>page10</c>.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        int i = 0, j = 0;
        while (i < x?.Length && j < y?.Length)
        {
            var order = char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]) ? CompareNumbers(x, ref i, y, ref j) : x[i++].CompareTo(y[j++]);
            if (order != 0)
                return order;
        }

        var rest = ((x?.Length ?? 0) - i).CompareTo((y?.Length ?? 0) - j);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbers(string x, ref int i, string y, ref int j)
    {
        var first = TakeDigits(x, ref i);
        var second = TakeDigits(y, ref j);
        return first.Length != second.Length ? first.Length.CompareTo(second.Length) : first.SequenceCompareTo(second);
    }

    /// <summary>Leading zeros do not count.</summary>
    private static ReadOnlySpan<char> TakeDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }
}
