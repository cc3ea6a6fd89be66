using System.Collections.Concurrent;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;

namespace GovReportIngest.Storage.Review;

/// <summary>Records that were read a moment ago, as those that people work on: parsing one takes longer than deciding about it. A blob never changes.</summary>
internal sealed class KnownRecords(IBlobStore blobs)
{
    /// <summary>Of about a megabyte each.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, ReportRecord> records = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = [];

    /// <param name="keep">Whether it will be asked for again soon. Of a run over many, what is kept only ages in memory.</param>
    /// <exception cref="StoreException">The record is damaged.</exception>
    public async Task<ReportRecord> ReadAsync(string sha256, bool keep, CancellationToken cancellation)
    {
        if (records.TryGetValue(sha256, out var known))
            return known;
        var record = RecordJson.Read(await blobs.ReadAsync(sha256, cancellation));
        if (!keep)
            return record;
        if (records.TryAdd(sha256, record))
            order.Enqueue(sha256);
        while (records.Count > Most && order.TryDequeue(out var oldest))
            records.TryRemove(oldest, out _);
        return record;
    }
}
