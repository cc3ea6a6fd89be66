using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Ingest;

/// <summary>One document from its bytes to its files in the out folder, and to its rows in the store if there is one.</summary>
internal sealed class DocumentIngest(
    IngestPipeline pipeline, EngineVersions engine, IReadOnlyCollection<string> formHashes, IngestSettings settings, TimeProvider time,
    PictureFiles? pictures = null, GroundsFile? grounds = null, StoredBatch? store = null)
{
    private static readonly Problem Changed =
        new("collect", "changed", null, "The file was changed while it was stored; ingest it again when it is complete.");

    private readonly RecordFolder output = new(settings.Out, settings.AlsoCsv, settings.ExcelSafe);

    /// <summary>One result for every report of the document; the time is the first one's.</summary>
    public async Task<IReadOnlyList<DocumentResult>> RunAsync(SourceEntry entry, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var state = SourceState.Of(entry);
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        var stored = store is null ? null : await store.CollectAsync(entry, source, cancellation);
        if (store is not null && stored is null)
        {
            (source, problem) = (null, Changed);
            stored = await store.CollectAsync(entry, null, cancellation);
        }

        var (records, wereSkipped) = source is not null && MaySkip && await FindCurrentAsync(source, stored, cancellation) is { } current
            ? (current, true) : (await ReadAsync(entry, source, problem, state, stored, cancellation), false);
        return [.. records.Select((record, index) => new DocumentResult(
            record, RecordFiles.RelativePathOf(entry.Path, source?.Sha256 ?? "", index + 1), wereSkipped, index == 0 ? time.GetElapsedTime(began) : TimeSpan.Zero))];
    }

    private bool MaySkip => !settings.Force && pictures is null && grounds is null;

    /// <summary>What the out folder or the store has already is brought to the other.</summary>
    private async Task<IReadOnlyList<ReportRecord>?> FindCurrentAsync(SourceDocument source, StoredDocument? stored, CancellationToken cancellation)
    {
        var written = await ExistingRecord.FindAllCurrentAsync(part => output.PathOf(source.Path, source.Sha256, part), source.Sha256, engine, formHashes, cancellation);
        if (stored is null || store is null)
            return written;
        var guide = await store.GuideOfAsync(stored, cancellation);
        if (written?.All(record => record.Guide.SequenceEqual(guide)) == true)
        {
            await store.RecordAsync(stored, [.. written.Select(RecordFile.Of)], cancellation);
            return written;
        }

        var known = await store.FindCurrentAsync(stored, source.Sha256, cancellation);
        if (known is not null)
            await output.WriteAsync(source.Path, source.Sha256, [.. known.Select(RecordFile.Of)], cancellation);
        return known;
    }

    private async Task<IReadOnlyList<ReportRecord>> ReadAsync(
        SourceEntry entry, SourceDocument? source, Problem? problem, SourceState state, StoredDocument? stored, CancellationToken cancellation)
    {
        var claim = store is not null && stored is not null ? await store.ClaimAsync(stored, cancellation) : null;
        if (store is not null && stored is not null && source is not null)
            source = source with { Guide = await store.GuideOfAsync(stored, cancellation) };
        var records = source is null ? [pipeline.Reject(entry, problem!)]
            : await new DocumentJourney(pipeline).RunAsync(source, state, pictures?.For(source), cancellation);
        cancellation.ThrowIfCancellationRequested();
        var files = records.Select(RecordFile.Of).ToList();
        if (store is not null && claim is not null)
            await store.RecordAsync(claim, files, cancellation);
        await output.WriteAsync(entry.Path, source?.Sha256 ?? "", files, cancellation);
        grounds?.Write(records);
        return records;
    }
}
