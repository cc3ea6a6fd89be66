using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Cli.Ingest;

/// <summary>One document from its bytes to its files in the out folder.</summary>
internal sealed class DocumentIngest(
    IngestPipeline pipeline, EngineVersions engine, IReadOnlyCollection<string> formHashes, IngestSettings settings, TimeProvider time,
    PictureFiles? pictures = null, GroundsFile? grounds = null)
{
    /// <summary>One result for every report of the document; the time is the first one's.</summary>
    public async Task<IReadOnlyList<DocumentResult>> RunAsync(SourceEntry entry, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var state = SourceState.Of(entry);
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        string RecordPath(int part) => RecordFiles.RelativePathOf(entry.Path, source?.Sha256 ?? "", part);
        string Target(int part) => Path.Combine(settings.Out, RecordPath(part));
        IReadOnlyList<DocumentResult> Results(IReadOnlyList<ReportRecord> of, bool wereSkipped) => [.. of.Select((record, index) =>
            new DocumentResult(record, RecordPath(index + 1), wereSkipped, index == 0 ? time.GetElapsedTime(began) : TimeSpan.Zero))];
        if (source is not null && !settings.Force && pictures is null && grounds is null
            && await ExistingRecord.FindAllCurrentAsync(Target, source.Sha256, engine, formHashes, cancellation) is { } current)
            return Results(current, wereSkipped: true);
        var records = source is null ? [pipeline.Reject(entry, problem!)]
            : await new DocumentJourney(pipeline).RunAsync(source, state, pictures?.For(source), cancellation);
        cancellation.ThrowIfCancellationRequested();
        foreach (var stale in await ExistingRecord.FindStalePartsAsync(Target, entry.Path, records.Count, cancellation))
            File.Delete(stale);
        for (var part = 1; part <= records.Count; part++)
            RecordFiles.WriteAtomically(Target(part), RecordJson.Write(records[part - 1]));
        grounds?.Write(records);
        if (settings.AlsoCsv)
            RecordFiles.WriteAtomically(
                Path.Combine(settings.Out, RecordFiles.RelativePathOf(entry.Path, records[0].Source.Sha256, suffix: ".csv")),
                new RecordCsv(settings.ExcelSafe).Write(records));
        return Results(records, wereSkipped: false);
    }
}
