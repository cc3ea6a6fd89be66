using System.Runtime.CompilerServices;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Read;

/// <summary>A document held open by a reader, so that its repaired page images survive between the two calls of reading.</summary>
public interface IOpenDocument : IAsyncDisposable
{
    /// <summary>As detected from the content, never from the name alone.</summary>
    string MediaType { get; }

    int PageCount { get; }

    /// <summary>Problems of the whole document; with no readable page the document is rejected.</summary>
    IReadOnlyList<Problem> Problems { get; }

    /// <summary>First call: words, rulings and page facts, page by page in order.</summary>
    IAsyncEnumerable<ReadPage> ReadPagesAsync(CancellationToken cancellation);

    /// <summary>
    /// The first call from a source page (1-based) on, with the same numbers as in the whole: how reading goes on after a page that
    /// cannot be read. A reader with random access overrides it; here the pages before are read and dropped.
    /// </summary>
    async IAsyncEnumerable<ReadPage> ReadPagesFromAsync(int sourcePage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in ReadPagesAsync(cancellation).ConfigureAwait(false))
        {
            if (page.SourcePage >= sourcePage)
                yield return page;
        }
    }

    /// <summary>Second call: the cells of one OCR page, boxes in its layout frame. One answer a request, in the order asked.</summary>
    Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation);

    /// <summary>
    /// The source page with an overlay drawn on it and a legend above, as PNG; null where there is no picture of the page.
    /// Changes nothing of what is read.
    /// </summary>
    Task<byte[]?> DrawAsync(PageOverlay overlay, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);
}
