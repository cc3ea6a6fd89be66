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
    /// <summary>Repaired pages take 10 to 20 MB each; so many are kept for the second call, others are made again.</summary>
    private const int MostKept = 24;

    private readonly Dictionary<int, RepairedPage> kept = [];

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
            yield return ReadPage(number);
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation)
    {
        if (!kept.ContainsKey(page))
            ReadPage(page);
        return kept.TryGetValue(page, out var image)
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
        foreach (var image in kept.Values)
            image.Dispose();
        kept.Clear();
        pages?.Dispose();
        return ValueTask.CompletedTask;
    }

    private ReadPage ReadPage(int number) => pages!.Get(number) switch
    {
        PageContent.Done done => done.Page,
        PageContent.Image image => Scan(image.Pixels, new(number, number, image.Why)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ReadPage Scan(Pix pixels, ScanPageFacts facts)
    {
        using (pixels)
        {
            var (page, image) = scans.Read(pixels, facts);
            if (kept.Count >= MostKept)
            {
                var oldest = kept.Keys.Min();
                kept[oldest].Dispose();
                kept.Remove(oldest);
            }

            kept[facts.Number] = image;
            return page;
        }
    }
}
