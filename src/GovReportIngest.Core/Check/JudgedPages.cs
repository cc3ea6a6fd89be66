using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Check;

/// <summary>What the pages of a document say about all fields at once.</summary>
/// <param name="Scanned">Numbers of the pages that were read by OCR.</param>
/// <param name="Coarse">Numbers of those whose scan has too few pixels.</param>
/// <param name="LacksSome">A page could not be read: what is missing may stand there.</param>
internal sealed record JudgedPages(IReadOnlySet<int> Scanned, IReadOnlySet<int> Coarse, bool LacksSome)
{
    public static JudgedPages Of(IReadOnlyList<ReadPage> pages) => new(
        pages.Where(page => page.Reading == PageReading.Ocr).Select(page => page.Number).ToHashSet(),
        pages.Where(page => page.Problems.Any(problem => problem.Category == Problem.LowResolution)).Select(page => page.Number).ToHashSet(),
        pages.Any(page => page.IsLost));

    /// <summary>The field stands on a coarse scan, or may stand there unseen.</summary>
    public bool IsCoarse(FieldReading reading) => Coarse.Count > 0
        && (reading.State == FieldState.Missing || reading.Evidence.OfType<Evidence.OnPage>().Any(place => Coarse.Contains(place.Page)));
}
