using System.Collections.Concurrent;
using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Ingest;

/// <summary>
/// Takes a batch of documents through on a fixed number of lanes. Order and number of lanes never change a record; results come back
/// in the order of the entries, one for every report.
/// </summary>
/// <param name="ingest">One document: its results, at least one.</param>
internal sealed class IngestBatch(
    Func<SourceEntry, CancellationToken, Task<IReadOnlyList<DocumentResult>>> ingest, IBatchProgress progress, int lanes)
{
    public async Task<IReadOnlyList<DocumentResult>> RunAsync(IReadOnlyList<SourceEntry> entries, CancellationToken cancellation)
    {
        var results = new ConcurrentDictionary<int, IReadOnlyList<DocumentResult>>();
        var sizes = entries.Select(entry => entry.BytesOnDisk()).ToList();
        var (done, doneBytes) = (0, 0L);
        progress.Started(entries.Count, sizes.Sum());
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellation };
            await Parallel.ForEachAsync(Enumerable.Range(0, entries.Count), options, async (index, token) =>
            {
                results[index] = await ingest(entries[index], token);
                progress.Finished(results[index][0], Interlocked.Increment(ref done), Interlocked.Add(ref doneBytes, sizes[index]));
            });
        }
        finally
        {
            progress.Ended();
        }

        return [.. results.OrderBy(result => result.Key).SelectMany(result => result.Value)];
    }
}
