using System.Globalization;
using System.Text.RegularExpressions;

namespace GovReportIngest.Core.Collect;

/// <summary>Whether the names of a folder's files run like the pages of one document: <c>001.jpg</c>, <c>002.jpg</c>; <c>第1页.png</c>, <c>第2页.png</c>.</summary>
internal static partial class PageNames
{
    /// <summary>Pages may be lost; numbers that lie farther apart, on average, are those of files or cases.</summary>
    private const int WidestStep = 3;

    private const long FirstYear = 1990;
    private const long LastYear = 2040;

    /// <summary>
    /// The names differ in one number alone, and it runs. Numbers that are all years tell reports apart, not pages.
    /// </summary>
    public static bool Run(IReadOnlyList<string> files)
    {
        if (files.Count < 2)
            return false;
        var names = files.Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        if (names.Select(name => Number().Replace(name, "#")).Distinct(StringComparer.Ordinal).Count() > 1)
            return false;
        var numbers = names.Select(name => Number().Matches(name).Select(match => ValueOf(match.Value)).ToArray()).ToList();
        var varying = Enumerable.Range(0, numbers[0].Length).Where(place => numbers.Any(other => other[place] != numbers[0][place])).ToList();
        if (varying is not [var one])
            return false;
        var (least, most) = (numbers.Min(other => other[one]), numbers.Max(other => other[one]));
        return least >= 0 && most - least <= (long)WidestStep * files.Count && !(least >= FirstYear && most <= LastYear);
    }

    /// <summary>−1 of what no page has.</summary>
    private static long ValueOf(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
