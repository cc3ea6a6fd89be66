using System.Collections.Concurrent;

namespace GovReportIngest.Cli.Ingest;

/// <summary>
/// Takes a batch of documents through on a fixed number of lanes. Order and number of lanes never change a record; results come back
/// in the order of the documents, one for every report.
/// </summary>
/// <param name="work">One document: its results, at least one.</param>
/// <param name="facts">Name and size of a document, for progress.</param>
internal sealed class IngestBatch<TDocument, TResult>(
    Func<TDocument, CancellationToken, Task<IReadOnlyList<TResult>>> work, Func<TDocument, (string Path, long Bytes)> facts, IBatchProgress progress, int lanes)
{
    public async Task<IReadOnlyList<TResult>> RunAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellation)
    {
        var results = new ConcurrentDictionary<int, IReadOnlyList<TResult>>();
        var known = documents.Select(facts).ToList();
        var (done, doneBytes) = (0, 0L);
        progress.Started(documents.Count, known.Sum(document => document.Bytes));
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellation };
            await Parallel.ForEachAsync(Enumerable.Range(0, documents.Count), options, async (index, token) =>
            {
                results[index] = await work(documents[index], token);
                progress.Finished(known[index].Path, Interlocked.Increment(ref done), Interlocked.Add(ref doneBytes, known[index].Bytes));
            });
        }
        finally
        {
            progress.Ended();
        }

        return [.. results.OrderBy(result => result.Key).SelectMany(result => result.Value)];
    }
}
