using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Ocr;

/// <summary>What is known of a scanned page besides its pixels; numbers are 1-based.</summary>
/// <param name="CoarseDpi">See <see cref="Formats.PageContent.Image.CoarseDpi"/>.</param>
internal readonly record struct ScanPageFacts(int SourcePage, string Why, int? CoarseDpi = null)
{
    /// <summary>Degrees clockwise, as a person said; null where the page itself tells.</summary>
    public int? Turn { get; init; }

    /// <summary>Whether it shows two pages, as a person said; null where the page itself tells.</summary>
    public bool? IsSpread { get; init; }

    public int Number => PageNumbers.Of(SourcePage, PagePart.Whole);
}
