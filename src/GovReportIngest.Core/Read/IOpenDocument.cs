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

    /// <summary>Second call: the cells of one OCR page, boxes in its layout frame. One answer a request, in the order asked.</summary>
    Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation);
}
