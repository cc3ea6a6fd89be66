using System.Collections.Concurrent;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Cli.Ingest;

/// <summary>
/// Ingests a batch of documents on a fixed number of lanes. Order and number of lanes never change a record; results come back
/// in the order of the documents.
/// </summary>
internal sealed class IngestBatch(
    Func<SourceDocument, CancellationToken, Task<DocumentResult>> ingest,
    IBatchProgress progress,
    int lanes)
{
    public async Task<IReadOnlyList<DocumentResult>> RunAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellation)
    {
        var results = new ConcurrentDictionary<int, DocumentResult>();
        var (done, doneBytes) = (0, 0L);
        progress.Started(documents.Count, documents.Sum(document => document.Bytes));
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellation };
            await Parallel.ForEachAsync(Enumerable.Range(0, documents.Count), options, async (index, token) =>
            {
                results[index] = await ingest(documents[index], token);
                progress.Finished(
                    results[index], Interlocked.Increment(ref done), Interlocked.Add(ref doneBytes, documents[index].Bytes));
            });
        }
        finally
        {
            progress.Ended();
        }

        return [.. results.OrderBy(result => result.Key).Select(result => result.Value)];
    }
}
