using System.Collections.Concurrent;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Cli.Ingest;

/// <summary>Lends each open document a reader of its own, since engines belong to one thread at a time; readers stay warm between documents.</summary>
internal sealed class ReaderLanes(Func<IDocumentReader> create) : IDocumentReader, IAsyncDisposable
{
    private readonly ConcurrentBag<IDocumentReader> idle = [];

    public async Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
    {
        var reader = idle.TryTake(out var warm) ? warm : create();
        try
        {
            return new Lent(await reader.OpenAsync(source, cancellation), reader, idle);
        }
        catch
        {
            idle.Add(reader);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var reader))
            if (reader is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (reader as IDisposable)?.Dispose();
    }

    private sealed class Lent(IOpenDocument document, IDocumentReader reader, ConcurrentBag<IDocumentReader> idle) : IOpenDocument
    {
        public string MediaType => document.MediaType;

        public int PageCount => document.PageCount;

        public IReadOnlyList<Problem> Problems => document.Problems;

        public IAsyncEnumerable<ReadPage> ReadPagesAsync(CancellationToken cancellation) => document.ReadPagesAsync(cancellation);

        public Task<IReadOnlyList<CellReading>> ReadCellsAsync(int page, IReadOnlyList<CellRequest> cells, CancellationToken cancellation) =>
            document.ReadCellsAsync(page, cells, cancellation);

        public async ValueTask DisposeAsync()
        {
            await document.DisposeAsync();
            idle.Add(reader);
        }
    }
}
