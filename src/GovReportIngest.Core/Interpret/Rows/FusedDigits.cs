namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Splits digits whose separators were lost (<c>640020470</c> = 64,0,0,2,0,4,70): every reading without leading zeros,
/// bounded to what can be searched.
/// </summary>
internal static class FusedDigits
{
    private const int MostReadings = 50;
    private const int MostSearched = 20_000;

    /// <summary>All readings as end positions of the parts; null where there are too many to list.</summary>
    public static IReadOnlyList<int[]>? Splits(string digits, int parts)
    {
        var found = new List<int[]>();
        var ends = new int[parts];
        var searched = 0;
        bool Search(int part, int start)
        {
            if (++searched > MostSearched)
                return false;
            if (part == parts)
            {
                if (start == digits.Length)
                    found.Add([.. ends]);
                return found.Count <= MostReadings;
            }

            var longest = start < digits.Length && digits[start] == '0' ? 1 : digits.Length - start - (parts - part - 1);
            for (var length = 1; length <= longest && start + length <= digits.Length; length++)
            {
                ends[part] = start + length;
                if (!Search(part + 1, start + length))
                    return false;
            }

            return true;
        }

        return Search(0, 0) ? found : null;
    }
}
