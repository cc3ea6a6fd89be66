using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr.Digits;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Reads scanned pages in two calls: words and rulings first, then, when grid and form are known, number cells. Engines start
/// when first needed and stay warm; one reader belongs to one thread.
/// </summary>
internal sealed class ScanReader : IDisposable
{
    private readonly PageRepair repair;
    private readonly PageText text;
    private readonly Lazy<CellReader> cells = new(() => new CellReader(ReadingModels.Digits()));

    public ScanReader()
    {
        text = new PageText();
        repair = new PageRepair(new PageOrientation(text.Legibility));
    }

    /// <summary>First call. The repaired image is the caller's to keep for the second call, and to dispose.</summary>
    public (ReadPage Page, RepairedPage Image) Read(Pix page, ScanPageFacts facts)
    {
        var image = repair.Repair(page);
        var rulings = RulingFinder.Find(image.Binary, image.PixelsPerPoint);
        var words = text.Read(image, rulings);
        return (new()
        {
            Number = facts.Number,
            SourcePage = facts.SourcePage,
            Width = Math.Round(image.SourceSize.Width, 1),
            Height = Math.Round(image.SourceSize.Height, 1),
            Rotation = image.Rotation,
            SkewDegrees = image.SkewDegrees,
            Dpi = image.Dpi,
            DpiIsAssumed = image.DpiIsAssumed,
            Reading = PageReading.Ocr,
            Why = facts.Why,
            Frame = image.Frame,
            Words = words,
            Rulings = rulings,
            Problems = [.. image.Problems.Select(problem => problem with { Page = facts.SourcePage })],
        }, image);
    }

    /// <summary>Second call: one answer a request, in the order asked.</summary>
    public IReadOnlyList<CellReading> ReadCells(RepairedPage image, IReadOnlyList<CellRequest> requests) =>
        cells.Value.Read(PixImage.ToManaged(image.Grey), image.PixelsPerPoint, requests);

    public void Dispose()
    {
        text.Dispose();
        if (cells.IsValueCreated)
            cells.Value.Dispose();
    }
}
