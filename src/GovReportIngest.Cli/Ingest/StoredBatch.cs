using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The store of <c>--data</c>, as the documents of a batch meet it.</summary>
internal sealed class StoredBatch : IAsyncDisposable
{
    private readonly ReportStore store;
    private readonly string folder;
    private readonly Engine engine;
    private readonly int priority;
    private int versions;

    private StoredBatch(ReportStore store, string folder, int priority, Engine engine) =>
        (this.store, this.folder, this.priority, this.engine) = (store, folder, priority, engine);

    /// <summary>Null where no store is asked for.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static async Task<StoredBatch?> OpenAsync(
        IngestSettings settings, int documents, Engine engine, TimeProvider time, CancellationToken cancellation)
    {
        if (settings.Data is not { } folder)
            return null;
        var store = await StoreFolder.OpenAsync(folder, Installation.LoadedForms, time, cancellation);
        await store.Audit.WriteAsync("ingest-began", $"{documents} documents of {string.Join(", ", settings.Paths)} into {settings.Out}", cancellation);
        return new(store, folder, settings.Priority, engine);
    }

    /// <summary>Null where a file has other bytes by now than were hashed.</summary>
    public Task<StoredDocument?> CollectAsync(SourceEntry entry, SourceDocument? source, CancellationToken cancellation) =>
        store.Documents.CollectAsync(entry, source, new() { Priority = priority }, cancellation);

    /// <summary>The records of the store, if this run would make them again; else null.</summary>
    public async Task<IReadOnlyList<ReportRecord>?> FindCurrentAsync(StoredDocument document, string sha256, CancellationToken cancellation)
    {
        var records = await store.Extractions.ReadCurrentAsync(document.DocumentId, cancellation);
        var guide = await GuideOfAsync(document, cancellation);
        return records.Count > 0 && records.All(record => record.Guide.SequenceEqual(guide) && ExistingRecord.IsCurrent(record, sha256, engine.Versions, engine.FormHashes)) ? records : null;
    }

    /// <summary>What people said about how it is to be read.</summary>
    public async Task<IReadOnlyList<string>> GuideOfAsync(StoredDocument document, CancellationToken cancellation) =>
        (await store.Review.GuideOfAsync(document.DocumentId, cancellation)).Texts;

    public Task<Claim> ClaimAsync(StoredDocument document, CancellationToken cancellation) => store.Claims.TakeAsync(document.DocumentId, cancellation);

    /// <summary>What was read.</summary>
    public async Task RecordAsync(Claim claim, IReadOnlyList<RecordFile> files, CancellationToken cancellation) =>
        Count(await store.Extractions.RecordAsync(claim, files, cancellation));

    /// <summary>What the out folder had.</summary>
    public async Task RecordAsync(StoredDocument document, IReadOnlyList<RecordFile> files, CancellationToken cancellation) =>
        Count(await store.Extractions.RecordAsync(document.DocumentId, files, cancellation));

    public Task EndAsync(IReadOnlyList<DocumentResult> results, CancellationToken cancellation) =>
        store.Audit.WriteAsync("ingest-ended", $"{results.Count} records, {versions} documents new or read otherwise than before", cancellation);

    public void Tell(TextWriter output, Tongue tongue) => output.WriteLine(tongue[
        $"Store: {versions} documents new or read otherwise than before → {folder}",
        $"数据文件夹：新增或结果有变的文件 {versions} 份 → {folder}"]);

    private void Count(Recorded recorded)
    {
        if (recorded is Recorded.New)
            Interlocked.Increment(ref versions);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
