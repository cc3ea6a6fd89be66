using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Processing;

/// <summary>Reads documents from the bytes in the store.</summary>
/// <param name="output">Where records are written as well; null for nowhere.</param>
/// <param name="scratch">Folder to unpack documents in.</param>
public sealed class StoredReading(IngestPipeline pipeline, ReportStore store, RecordFolder? output, string scratch)
{
    /// <summary>
    /// The out folder has the records first: a process that ends before the store has them leaves the document claimed, so that it is read once
    /// more, to the same bytes.
    /// </summary>
    /// <exception cref="StoreException">The stored bytes are damaged, or the store cannot be written.</exception>
    public async Task<ReadingResult> ReadAsync(ClaimedDocument claimed, CancellationToken cancellation)
    {
        var files = await ReadAsync(claimed.Document, cancellation);
        if (output is not null)
            await output.WriteAsync(claimed.Document.Path, files[0].Record.Source.Sha256, files, cancellation);
        return new(claimed.Document, files, await store.Extractions.RecordAsync(claimed.Claim, files, cancellation));
    }

    /// <summary>The same without writing anything.</summary>
    /// <exception cref="StoreException">The stored bytes are damaged.</exception>
    public async Task<IReadOnlyList<RecordFile>> ReadAsync(WaitingDocument document, CancellationToken cancellation)
    {
        using var folder = new ScratchFolder(scratch);
        var entry = await store.Work.UnpackAsync(document, folder.Path, cancellation);
        var state = SourceState.Of(entry);
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        var guide = await store.Review.GuideOfAsync(document.DocumentId, cancellation);
        var records = source is null ? [pipeline.Reject(entry, problem!)]
            : await new DocumentJourney(pipeline).RunAsync(source with { Guide = guide.Texts }, state, null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return [.. records.Select(RecordFile.Of)];
    }
}
