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

    private readonly KeptPages kept = new(Math.Min(MostKeptBytes, ProcessMemory.Limit / 8 * 3));

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
            yield return ReadPage(number, isAskedForCells: false);
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation)
    {
        if (kept.Find(page) is null)
            ReadPage(page, isAskedForCells: true);
        return kept.Find(page) is { } image
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

    private ReadPage ReadPage(int number, bool isAskedForCells) => pages!.Get(number) switch
    {
        PageContent.Done done => done.Page,
        PageContent.Image image => Scan(image, new(number, number, image.Why, image.CoarseDpi), isAskedForCells),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ReadPage Scan(PageContent.Image content, ScanPageFacts facts, bool isAskedForCells)
    {
        using (content.Pixels)
        {
            var (page, image) = scans.Read(content.Pixels, facts);
            kept.Add(facts.Number, image, isAskedForCells);
            return content.Problem is { } problem ? page with { Problems = [problem, .. page.Problems] } : page;
        }
    }
}
