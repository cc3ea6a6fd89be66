using System.Collections.Concurrent;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Storage.Review;

/// <summary>Records that were read a moment ago, as those that people work on: parsing one takes longer than deciding about it. A blob never changes.</summary>
internal sealed class KnownRecords(IBlobStore blobs)
{
    /// <summary>Of about a megabyte each.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, ReportRecord> records = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = [];

    /// <exception cref="StoreException">The record is damaged.</exception>
    public async Task<ReportRecord> ReadAsync(string sha256, CancellationToken cancellation)
    {
        if (records.TryGetValue(sha256, out var known))
            return known;
        var record = RecordJson.Read(await blobs.ReadAsync(sha256, cancellation));
        if (records.TryAdd(sha256, record))
            order.Enqueue(sha256);
        while (records.Count > Most && order.TryDequeue(out var oldest))
            records.TryRemove(oldest, out _);
        return record;
    }

    /// <summary>One of many that are gone through once, with its file. What is kept of such a run would only age in memory.</summary>
    /// <exception cref="StoreException">The record is damaged.</exception>
    public async Task<RecordFile> ReadOnceAsync(string sha256, CancellationToken cancellation)
    {
        var bytes = await blobs.ReadAsync(sha256, cancellation);
        return new(records.TryGetValue(sha256, out var known) ? known : RecordJson.Read(bytes), bytes);
    }
}
