using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading;

/// <summary>
/// What a reader calls a page: by its place in the source alone, so that any worker may begin anywhere and means the same. The second
/// page of a spread follows the pages of the largest document.
/// </summary>
internal static class PageNumbers
{
    private const int Second = 1_000_000;

    public static int Of(int sourcePage, PagePart part) => part is PagePart.Right ? Second + sourcePage : sourcePage;

    public static int SourceOf(int number) => number % Second;

    /// <summary>Grows in reading order.</summary>
    public static int Rank(int number) => 2 * SourceOf(number) + number / Second;
}
