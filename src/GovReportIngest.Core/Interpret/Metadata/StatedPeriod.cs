using System.Globalization;

namespace GovReportIngest.Core.Interpret.Metadata;

/// <summary>A period that the text states, first and last day included.</summary>
/// <param name="IsNamed">The text calls it the period of the report's figures (统计期限 …); else it is a whole year in the opening.</param>
/// <param name="Index">Where it stands in the text, with <paramref name="Length"/>.</param>
internal sealed record StatedPeriod(DateOnly First, DateOnly Last, bool IsNamed, int Index, int Length)
{
    /// <summary>An interval of days after ISO 8601: <c>2023-01-01/2023-12-31</c>.</summary>
    public string Interval => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd}/{Last:yyyy-MM-dd}");

    public bool IsWholeYear => First is { Month: 1, Day: 1 } && Last is { Month: 12, Day: 31 } && First.Year == Last.Year;

    /// <summary>
    /// A report of this year may be about it: it ends in the year, or begins in it and goes on for less than two months (the year of
    /// some offices ends in the winter), and is no longer than a year.
    /// </summary>
    public bool MayBeOf(int year) => First <= Last && Last.DayNumber - First.DayNumber < 366
        && (Last.Year == year || (First.Year == year && Last.Year == year + 1));
}
