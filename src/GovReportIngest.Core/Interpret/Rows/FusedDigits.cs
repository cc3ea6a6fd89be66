namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Splits digits whose separators were lost (<c>640020470</c> = 64,0,0,2,0,4,70): every reading without leading zeros,
/// bounded to what can be searched.
/// </summary>
internal static class FusedDigits
{
    private const int MostReadings = 200;
    private const int MostSearched = 500_000;
    private const int LongestNumber = 9;

    /// <summary>All readings that fit; null where there are too many to list or to search.</summary>
    public static IReadOnlyList<long[]>? Splits(string digits, int parts, Func<long[], bool> fits)
    {
        var found = new List<long[]>();
        var values = new long[parts];
        var searched = 0;
        bool Search(int part, int start)
        {
            if (++searched > MostSearched)
                return false;
            if (part == parts)
            {
                if (start == digits.Length && fits(values))
                    found.Add([.. values]);
                return found.Count <= MostReadings;
            }

            // Each part behind this one takes a digit at least, and at most the longest number.
            var behind = parts - part - 1;
            var longest = start < digits.Length && digits[start] == '0' ? 1 : Math.Min(LongestNumber, digits.Length - start - behind);
            for (var length = 1; length <= longest && start + length <= digits.Length; length++)
            {
                values[part] = (length == 1 ? 0 : values[part] * 10) + (digits[start + length - 1] - '0');
                if (digits.Length - start - length <= behind * LongestNumber && !Search(part + 1, start + length))
                    return false;
            }

            return true;
        }

        return Search(0, 0) ? found : null;
    }
}
