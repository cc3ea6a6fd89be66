using System.Runtime.CompilerServices;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Formats;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Ocr;
using GovReportIngest.Reading.Overlay;

namespace GovReportIngest.Reading;

/// <summary>A document read in this process: a set of pages, the one page of a text file, or problems alone.</summary>
internal sealed class OpenDocument(
    string mediaType, IPageSet? pages, ReadPage? text, IReadOnlyList<Problem> problems, ScanReader scans) : IOpenDocument
{
    /// <summary>So many bytes of repaired pages (10 to 20 MB each) are kept for the second call; others are made again.</summary>
    private const long MostKeptBytes = 400_000_000;

    private readonly Dictionary<int, RepairedPage> kept = [];
    private long keptBytes;

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
        if (!kept.ContainsKey(page))
            ReadPage(page, isAskedForCells: true);
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
        keptBytes = 0;
        pages?.Dispose();
        return ValueTask.CompletedTask;
    }

    private ReadPage ReadPage(int number, bool isAskedForCells) => pages!.Get(number) switch
    {
        PageContent.Done done => done.Page,
        PageContent.Image image => Scan(image, new(number, number, image.Why), isAskedForCells),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ReadPage Scan(PageContent.Image content, ScanPageFacts facts, bool isAskedForCells)
    {
        using (content.Pixels)
        {
            var (page, image) = scans.Read(content.Pixels, facts);
            Keep(facts.Number, image, isAskedForCells);
            return content.Problem is { } problem ? page with { Problems = [problem, .. page.Problems] } : page;
        }
    }

    /// <summary>Cells are asked for in the order of pages after all were read: the last pages are needed last, those before the one asked no more.</summary>
    private void Keep(int number, RepairedPage image, bool isAskedForCells)
    {
        kept[number] = image;
        keptBytes += image.Bytes;
        while (keptBytes > MostKeptBytes && kept.Count > 1)
        {
            var first = kept.Keys.Min();
            var dropped = isAskedForCells && first < number ? first : kept.Keys.Where(key => !isAskedForCells || key != number).Max();
            keptBytes -= kept[dropped].Bytes;
            kept[dropped].Dispose();
            kept.Remove(dropped);
        }
    }
}
