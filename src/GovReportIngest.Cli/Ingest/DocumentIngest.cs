using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Cli.Ingest;

/// <summary>One document from its bytes to its files in the out folder.</summary>
internal sealed class DocumentIngest(
    IngestPipeline pipeline, EngineVersions engine, IReadOnlyCollection<string> formHashes, IngestSettings settings, TimeProvider time,
    PictureFiles? pictures = null)
{
    public async Task<DocumentResult> RunAsync(SourceEntry entry, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        var recordPath = RecordFiles.RelativePathOf(entry.Path, source?.Sha256 ?? "");
        var target = Path.Combine(settings.Out, recordPath);
        if (source is not null && !settings.Force && pictures is null
            && await ExistingRecord.FindCurrentAsync(target, source.Sha256, engine, formHashes, cancellation) is { } current)
            return new(current, recordPath, WasSkipped: true, time.GetElapsedTime(began));
        var record = source is null ? pipeline.Reject(entry, problem!) : await pipeline.IngestAsync(source, pictures?.For(source), cancellation);
        cancellation.ThrowIfCancellationRequested();
        RecordFiles.WriteAtomically(target, RecordJson.Write(record));
        if (settings.AlsoCsv)
            RecordFiles.WriteAtomically(
                Path.Combine(settings.Out, RecordFiles.RelativePathOf(entry.Path, record.Source.Sha256, suffix: ".csv")),
                new RecordCsv(settings.ExcelSafe).Write([record]));
        return new(record, recordPath, WasSkipped: false, time.GetElapsedTime(began));
    }
}
