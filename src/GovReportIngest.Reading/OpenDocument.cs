using System.Runtime.CompilerServices;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr;
using GovReportIngest.Reading.Overlay;

namespace GovReportIngest.Reading;

/// <summary>A document read in this process: a set of pages, the one page of a text file, or problems alone.</summary>
internal sealed class OpenDocument(
    string mediaType, IPageSet? pages, ReadPage? text, IReadOnlyList<Problem> problems, ScanReader scans) : IOpenDocument
{
    private const long MostKeptBytes = 400_000_000;

    private readonly SpreadPages spreads = new(scans);
    private readonly KeptPages kept = new(Math.Min(MostKeptBytes, ProcessMemory.Limit / 8 * 3));

    /// <summary>What people said about how its pages are to be read.</summary>
    public ReadingGuide Guide { get; set; } = ReadingGuide.None;

    public string MediaType => mediaType;

    public int PageCount => pages?.Count ?? (text is null ? 0 : 1);

    public IReadOnlyList<Problem> Problems => problems;

    public IAsyncEnumerable<ReadPage> ReadPagesAsync(CancellationToken cancellation) => ReadPagesFromAsync(1, cancellation);

    public async IAsyncEnumerable<ReadPage> ReadPagesFromAsync(int sourcePage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (text is not null && sourcePage <= 1)
            yield return text;
        for (var number = sourcePage; number <= (pages?.Count ?? 0); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var page in ReadPages(number, cellsOf: null))
                yield return page;
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation)
    {
        if (kept.Find(PageNumbers.Rank(page)) is null)
            ReadPages(PageNumbers.SourceOf(page), page);
        return kept.Find(PageNumbers.Rank(page)) is { } image
            ? Task.FromResult(scans.ReadCells(image, cells))
            : throw new InvalidOperationException($"Page {page} was not read by OCR; its cells are cut from its words.");
    }

    public Task<byte[]?> DrawAsync(PageOverlay overlay, CancellationToken cancellation)
    {
        using var page = pages?.Draw(overlay.SourcePage, (int)Math.Ceiling(overlay.PixelsPerPoint * 72));
        return Task.FromResult(page is null ? null : OverlayPicture.Draw(page, overlay));
    }

    public ValueTask DisposeAsync()
    {
        kept.Dispose();
        pages?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The page of a source page, or the two of a spread.</summary>
    /// <param name="sourcePage">1-based.</param>
    /// <param name="cellsOf">The page whose cells are asked for.</param>
    private IReadOnlyList<ReadPage> ReadPages(int sourcePage, int? cellsOf) => pages!.Get(sourcePage) switch
    {
        PageContent.Done done => [done.Page],
        PageContent.Image image => Scan(image, new(sourcePage, image.Why, image.CoarseDpi) { Turn = Guide.TurnOf(sourcePage), IsSpread = Guide.IsSpread(sourcePage) }, cellsOf),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private List<ReadPage> Scan(PageContent.Image content, ScanPageFacts facts, int? cellsOf)
    {
        using (content.Pixels)
        {
            var read = spreads.Read(content.Pixels, facts) ?? [scans.Read(content.Pixels, facts)];
            // The page asked for comes last, so that keeping the other one cannot push it out.
            foreach (var (page, image) in read.OrderBy(half => half.Page.Number == cellsOf))
                kept.Add(PageNumbers.Rank(page.Number), image, cellsOf is not null);
            return [.. read.Select(half => content.Problem is { } problem ? half.Page with { Problems = [problem, .. half.Page.Problems] } : half.Page)];
        }
    }
}
