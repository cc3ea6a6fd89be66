using GovReportIngest.Core.Document;
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
    /// <summary>Numbers are read together by lines of about this height, points.</summary>
    private const double LineHeight = 12;

    /// <summary>Scans with fewer dots per inch are too coarse for small print.</summary>
    private const int Coarse = 90;

    private readonly PageRepair repair;
    private readonly PageText text;
    private readonly Lazy<CellReader> cells;

    public ScanReader()
    {
        var model = new Lazy<DigitModel?>(ReadingModels.Digits);
        cells = new(() => new CellReader(model.Value));
        text = new PageText(new LabelInk(model));
        repair = new PageRepair(new PageOrientation(text.Legibility));
    }

    /// <summary>First call. The repaired image is the caller's to keep for the second call, and to dispose.</summary>
    public (ReadPage Page, RepairedPage Image) Read(Pix page, ScanPageFacts facts)
    {
        var image = repair.Repair(page, facts.Turn);
        var grey = PixImage.ToManaged(image.Grey);
        var rulings = RulingFinder.Find(grey, image.Binary, image.PixelsPerPoint);
        var (words, unread) = text.Read(image, rulings, (unruled, numbers) => ReadNumbers(unruled, image.PixelsPerPoint, numbers));
        var (problem, isRead) = PageVerdict.Of(image, grey, words, unread.Count + rulings.Count);
        var dpi = facts.CoarseDpi is { } coarse ? (coarse, coarse) : image.Dpi;
        return (new()
        {
            Number = facts.Number,
            SourcePage = facts.SourcePage,
            Width = Math.Round(image.SourceSize.Width, 1),
            Height = Math.Round(image.SourceSize.Height, 1),
            Rotation = image.Rotation,
            SkewDegrees = image.SkewDegrees,
            Dpi = dpi,
            DpiIsAssumed = image.DpiIsAssumed,
            Reading = isRead ? PageReading.Ocr : PageReading.None,
            Why = isRead ? facts.Why : problem!.Category,
            Frame = image.Frame,
            Words = isRead ? words : [],
            Rulings = isRead ? rulings : [],
            UnreadInk = isRead ? [.. unread.Select(box => InPoints(box, image.PixelsPerPoint))] : [],
            Problems = [.. new[] { TooCoarse(dpi), problem }.OfType<Problem>().Select(problem => problem with { Page = facts.SourcePage })],
        }, image);
    }

    private static Problem? TooCoarse((int X, int Y) dpi) => Math.Max(dpi.X, dpi.Y) >= Coarse ? null
        : new("read", Problem.LowResolution, null, $"The scan has fewer than {Coarse} dots per inch; scan it again with at least 200.");

    /// <summary>Numbers in cells that hold more than one: their columns are not ruled, and where they stand shows where these run.</summary>
    private List<Word> ReadNumbers(GrayImage page, double pixelsPerPoint, IReadOnlyList<PixelBox> numbers)
    {
        // Beside the number enough paper to tell its ink by.
        const double Across = 10;
        const double Down = 4;
        var boxes = numbers.Select(box => InPoints(box, pixelsPerPoint)).ToList();
        var readings = cells.Value.Read(page, pixelsPerPoint, [.. boxes.Select(box =>
            new CellRequest(new(box.X - Across, box.Y - Down, box.Width + 2 * Across, box.Height + 2 * Down), CellKind.Decimal, (int)(box.CentreY / LineHeight)))]);
        return [.. boxes.Zip(readings, (box, reading) => (box, reading)).Where(pair => pair.reading.Ink is CellInk.Printed)
            .Select(pair => new Word { Text = pair.reading.Text, Box = pair.box, Edges = EdgesOf(pair.box, pair.reading.Text.Length), Confidence = 100 * pair.reading.Candidates[0].Probability })];
    }

    private static Box InPoints(PixelBox box, double pixelsPerPoint) =>
        new(box.X / pixelsPerPoint, box.Y / pixelsPerPoint, box.Width / pixelsPerPoint, box.Height / pixelsPerPoint);

    private static List<double> EdgesOf(Box box, int characters) =>
        [.. Enumerable.Range(0, characters + 1).Select(i => box.X + box.Width * i / characters)];

    /// <summary>Second call: one answer a request, in the order asked.</summary>
    public IReadOnlyList<CellReading> ReadCells(RepairedPage image, IReadOnlyList<CellRequest> requests)
    {
        var readings = cells.Value.Read(PixImage.ToManaged(image.Grey), image.PixelsPerPoint, requests);
        return image.Pen is not { } pen ? readings
            : [.. readings.Zip(requests, (reading, request) => pen.IsIn(request.Box, image.Frame) ? Penned(reading) : reading)];
    }

    /// <summary>What a pen wrote was taken off the picture: what is left of the cell is not what it says.</summary>
    private static CellReading Penned(CellReading reading) =>
        reading with { Ink = CellInk.Unreadable, Text = "", Doubts = [.. reading.Doubts.Append(CellReading.UnusualInk).Distinct()] };

    public void Dispose()
    {
        text.Dispose();
        if (cells.IsValueCreated)
            cells.Value.Dispose();
    }
}
