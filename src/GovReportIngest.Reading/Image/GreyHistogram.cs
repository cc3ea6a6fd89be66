namespace GovReportIngest.Reading.Image;

/// <summary>Ranks among counts of levels, darkest first.</summary>
internal static class GreyHistogram
{
    /// <summary>The level of the pixel of a rank: the lowest one up to which there are more than <paramref name="rank"/>.</summary>
    public static int AtRank(ReadOnlySpan<int> counts, double rank)
    {
        var count = 0;
        for (var level = 0; level < counts.Length; level++)
            if ((count += counts[level]) > rank)
                return level;
        return counts.Length - 1;
    }

    /// <summary>The lowest level up to which there are at least so many.</summary>
    public static int Reaching(ReadOnlySpan<int> counts, double least)
    {
        var level = 0;
        for (var count = counts[0]; count < least && level < counts.Length - 1; count += counts[level])
            level++;
        return level;
    }
}
