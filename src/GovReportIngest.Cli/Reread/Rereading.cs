using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Reread;

/// <summary>Reads one document from the bytes in the store, and says what changed.</summary>
/// <param name="isTrial">Whether nothing is written.</param>
internal sealed class Rereading(StoredReading reading, ReportStore store, bool isTrial)
{
    public async Task<IReadOnlyList<RereadResult>> RunAsync(WaitingDocument document, CancellationToken cancellation)
    {
        try
        {
            var before = await store.Extractions.ReadCurrentAsync(document.DocumentId, cancellation);
            var files = isTrial ? await reading.ReadAsync(document, cancellation)
                : (await reading.ReadAsync(new ClaimedDocument(await store.Claims.TakeAsync(document.DocumentId, cancellation), document), cancellation)).Files;
            return [Compare(document, before, files)];
        }
        catch (StoreException damaged) when (damaged.Fault is StoreFault.Damaged)
        {
            return [new() { Document = document }];
        }
    }

    private static RereadResult Compare(WaitingDocument document, IReadOnlyList<ReportRecord> before, IReadOnlyList<RecordFile> files) => new()
    {
        Document = document,
        Reports = [.. CompareReports(before, [.. files.Select(file => file.Record)])],
        MayPass = files.Any(file => ExistingRecord.MayPass(file.Record)),
        IsNewVersion = before.Count != files.Count
            || before.Zip(files).Any(pair => !RecordJson.Write(pair.First).AsSpan().SequenceEqual(pair.Second.Bytes.Span)),
    };

    private static IEnumerable<RereadReport> CompareReports(IReadOnlyList<ReportRecord> before, IReadOnlyList<ReportRecord> after)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            var (old, now) = (before.ElementAtOrDefault(index), after.ElementAtOrDefault(index));
            yield return new(index + 1, old?.Outcome, now?.Outcome, old is null || now is null ? null : RecordDifferences.Of(old, now));
        }
    }
}
