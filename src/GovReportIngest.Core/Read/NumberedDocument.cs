using System.Runtime.CompilerServices;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

/// <summary>
/// Numbers the pages of a document from 1 on in the order in which they are read, each as people said that it is to be read. A reader cannot: it may begin anywhere in the document and
/// does not know how many spreads before it have two pages.
/// </summary>
internal sealed class NumberedDocument(IOpenDocument document, ReadingGuide guide) : IOpenDocument
{
    private readonly List<int> numbers = [];

    public string MediaType => document.MediaType;

    public int PageCount => document.PageCount;

    public IReadOnlyList<Problem> Problems => document.Problems;

    public async IAsyncEnumerable<ReadPage> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        numbers.Clear();
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(cancellation).ConfigureAwait(false))
            pages.Add(page);
        foreach (var page in guide.InOrder(pages))
        {
            numbers.Add(page.Number);
            yield return GuidedPage.Of(page.Number == numbers.Count ? page
                : page with { Number = numbers.Count, Turned = [.. page.Turned.Select(part => part with { Number = numbers.Count })] }, guide);
        }
    }

    public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation) =>
        document.ReadCellsAsync(numbers[page - 1], cells, cancellation);

    public Task<byte[]?> DrawAsync(PageOverlay overlay, CancellationToken cancellation) => document.DrawAsync(overlay, cancellation);

    public ValueTask DisposeAsync() => document.DisposeAsync();
}
