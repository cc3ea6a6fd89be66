using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Reread;

/// <summary>Reads one document from the bytes in the store, and says what changed.</summary>
/// <param name="output">Where records are written as well; null for nowhere.</param>
/// <param name="scratch">Folder to unpack documents in.</param>
/// <param name="isTrial">Whether nothing is written.</param>
internal sealed class Rereading(IngestPipeline pipeline, ReportStore store, RecordFolder? output, string scratch, bool isTrial)
{
    public async Task<IReadOnlyList<RereadResult>> RunAsync(WaitingDocument document, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, $"govreport-{Guid.NewGuid():N}"));
        try
        {
            var before = await store.Extractions.ReadCurrentAsync(document.DocumentId, cancellation);
            var entry = await store.Work.UnpackAsync(document, folder.FullName, cancellation);
            return [await ReadAsync(document, entry, before, cancellation)];
        }
        catch (StoreException damaged) when (damaged.Fault is StoreFault.Damaged)
        {
            return [new() { Document = document }];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<RereadResult> ReadAsync(WaitingDocument document, SourceEntry entry, IReadOnlyList<ReportRecord> before, CancellationToken cancellation)
    {
        if (!isTrial)
            await store.Work.BeginAsync(document.DocumentId, cancellation);
        var state = SourceState.Of(entry);
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        var records = source is null ? [pipeline.Reject(entry, problem!)] : await new DocumentJourney(pipeline).RunAsync(source, state, null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var files = records.Select(RecordFile.Of).ToList();
        if (!isTrial)
            await store.Extractions.RecordAsync(document.DocumentId, files, cancellation);
        if (!isTrial && output is not null)
            await output.WriteAsync(entry.Path, source?.Sha256 ?? "", files, cancellation);
        return new()
        {
            Document = document,
            Reports = [.. Compare(before, records)],
            MayPass = records.Any(ExistingRecord.MayPass),
            IsNewVersion = before.Count != records.Count
                || before.Zip(files).Any(pair => !RecordJson.Write(pair.First).AsSpan().SequenceEqual(pair.Second.Bytes.Span)),
        };
    }

    private static IEnumerable<RereadReport> Compare(IReadOnlyList<ReportRecord> before, IReadOnlyList<ReportRecord> after)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            var (old, now) = (before.ElementAtOrDefault(index), after.ElementAtOrDefault(index));
            yield return new(index + 1, old?.Outcome, now?.Outcome, old is null || now is null ? null : RecordDifferences.Of(old, now));
        }
    }
}
