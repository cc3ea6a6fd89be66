using GovReportIngest.Cli.Ingest;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Cli.Learning;

/// <summary>What reviewers of a store accepted, to learn from; nothing in the store changes.</summary>
internal sealed class ReviewedDocuments : IAsyncDisposable
{
    private readonly ReportStore store;
    private readonly IBatchProgress progress;

    private ReviewedDocuments(ReportStore store, IReadOnlyList<ReviewedDocument> all, IBatchProgress progress) => (this.store, All, this.progress) = (store, all, progress);

    public IReadOnlyList<ReviewedDocument> All { get; }

    public IReadOnlyList<ReviewedDocument> ToLearnFrom => [.. All.Where(document => !document.IsHeldOut)];

    public IReadOnlyList<ReviewedDocument> HeldOut => [.. All.Where(document => document.IsHeldOut)];

    /// <exception cref="CommandFailure">Too little was reviewed.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<ReviewedDocuments> OpenAsync(string data, IBatchProgress progress, Tongue tongue, CancellationToken cancellation)
    {
        var store = await StoreFolder.OpenReadOnlyAsync(data, Installation.LoadedForms, TimeProvider.System, cancellation);
        var documents = new List<ReviewedDocument>();
        foreach (var id in await store.Review.ListDecidedAsync(cancellation))
            if (await FindAsync(store, id, cancellation) is { } document)
                documents.Add(document);
        var reviewed = new ReviewedDocuments(store, documents, progress);
        if (reviewed.ToLearnFrom.Count > 0 && reviewed.HeldOut.Count > 0)
            return reviewed;
        await reviewed.DisposeAsync();
        throw new CommandFailure(ExitCode.Usage,
            tongue[$"{documents.Count} documents were reviewed and accepted: too few to learn from some and measure on others.", $"已复核通过的文件只有 {documents.Count} 份，不足以分开学习和检验。"],
            tongue["Review more documents; one in three is kept apart to measure on.", "请先复核更多文件；每三份留出一份用于检验。"]);
    }

    /// <summary>Reads documents again, with these forms.</summary>
    /// <returns>By document, the records of its reports.</returns>
    public async Task<IReadOnlyList<(ReviewedDocument Document, IReadOnlyList<ReportRecord> Records)>> ReadAsync(
        IReadOnlyList<ReviewedDocument> documents, Engine engine, IDocumentReader reader, int workers, CancellationToken cancellation)
    {
        var reading = new StoredReading(engine.CreatePipeline(reader), store, null, Path.GetTempPath());
        return await new IngestBatch<ReviewedDocument, (ReviewedDocument, IReadOnlyList<ReportRecord>)>(
            async (document, token) => [(document, [.. (await reading.ReadAsync(document.Document, token)).Select(file => file.Record)])],
            document => (document.Document.Path, document.Document.Bytes), progress, workers).RunAsync(documents, cancellation);
    }

    /// <summary>Opens a document for as long as it is used.</summary>
    /// <returns>Nothing where the store has not its bytes any more.</returns>
    public Task<IReadOnlyList<T>> UseAsync<T>(ReviewedDocument document, IDocumentReader reader, Func<IOpenDocument, Task<IReadOnlyList<T>>> use, CancellationToken cancellation) =>
        new StoredSources(store, reader, Path.GetTempPath()).UseAsync(document.Document.DocumentId, use, [], cancellation);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>Null where its bytes are not in the store, or not all of it is accepted.</summary>
    private static async Task<ReviewedDocument?> FindAsync(ReportStore store, long id, CancellationToken cancellation)
    {
        if (await store.Work.FindAsync(id, cancellation) is not { Bytes: > 0 } document)
            return null;
        var reports = new List<ReviewedReport>();
        while (await store.Review.FindOnceAsync(new RecordId(id, reports.Count + 1), cancellation) is { } report)
            reports.Add(report);
        return reports.Count > 0 && reports.TrueForAll(report => report.Record.Outcome is Outcome.Accepted) ? new(document, reports) : null;
    }
}
