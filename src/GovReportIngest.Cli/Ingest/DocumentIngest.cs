using System.Diagnostics;
using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Cli.Ingest;

/// <summary>One document from its bytes to its files in the out folder.</summary>
internal sealed class DocumentIngest(
    IngestPipeline pipeline, EngineVersions engine, IReadOnlyCollection<string> formHashes, IngestSettings settings, TimeProvider time,
    PictureFiles? pictures = null)
{
    /// <summary>The problem's category where the program, not the document, is at fault.</summary>
    public const string Fault = "program-fault";

    public async Task<DocumentResult> RunAsync(SourceEntry entry, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var state = SourceState.Of(entry);
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        var recordPath = RecordFiles.RelativePathOf(entry.Path, source?.Sha256 ?? "");
        var target = Path.Combine(settings.Out, recordPath);
        if (source is not null && !settings.Force && pictures is null
            && await ExistingRecord.FindCurrentAsync(target, source.Sha256, engine, formHashes, cancellation) is { } current)
            return new(current, recordPath, WasSkipped: true, time.GetElapsedTime(began));
        var record = source is null ? pipeline.Reject(entry, problem!) : await ReadAsync(source, cancellation);
        if (source is not null && state.HasChanged())
            record = pipeline.Reject(source, new("collect", "changed", null, "The file was changed while it was read; ingest it again when it is complete."));
        cancellation.ThrowIfCancellationRequested();
        RecordFiles.WriteAtomically(target, RecordJson.Write(record));
        if (settings.AlsoCsv)
            RecordFiles.WriteAtomically(
                Path.Combine(settings.Out, RecordFiles.RelativePathOf(entry.Path, record.Source.Sha256, suffix: ".csv")),
                new RecordCsv(settings.ExcelSafe).Write([record]));
        return new(record, recordPath, WasSkipped: false, time.GetElapsedTime(began));
    }

    /// <summary>The boundary of the document: a fault of ours costs this document, not the batch.</summary>
    private async Task<ReportRecord> ReadAsync(SourceDocument source, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.IngestAsync(source, pictures?.For(source), cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or WorkerStartException or CommandFailure))
        {
            var place = new StackTrace(fault).GetFrame(0)?.GetMethod();
            return pipeline.Reject(source, new("read", Fault, null, $"The program failed on this document ({fault.GetType().Name} in {place?.DeclaringType?.Name}.{place?.Name}). Report it with the file."));
        }
    }
}
