using System.Globalization;
using System.Text;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Ingest;

/// <summary>A whole <c>ingest</c>: collects, runs the batch, writes summary.json and tells what became of it.</summary>
internal sealed class IngestRun(Tongue tongue, TimeProvider time)
{
    public async Task<int> RunAsync(IngestSettings settings, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var entries = FoundDocuments.ToWrite(settings, tongue);
        var pictures = PictureFiles.Of(settings, tongue);
        using var grounds = GroundsFile.Of(settings, tongue);
        RecordFiles.RemoveStaleTemporaries(settings.Out);
        var engine = Engine.Load();
        await using var store = await StoredBatch.OpenAsync(settings, entries.Count, engine, time, cancellation);
        await using var reader = settings.Limits.CreatePool();
        var ingest = new DocumentIngest(engine.CreatePipeline(reader), engine.Versions, engine.FormHashes, settings, time, pictures, grounds, store);
        var results = await new IngestBatch<SourceEntry, DocumentResult>(
            ingest.RunAsync, entry => (entry.Path, entry.BytesOnDisk()), ProgressLine.OrSilent(settings, tongue, time), settings.Limits.Workers).RunAsync(entries, cancellation);
        var summary = SummaryJson.Write(results.Select(result => SummaryEntry.Of(result.Record, result.RecordPath)));
        RecordFiles.WriteAtomically(Path.Combine(settings.Out, "summary.json"), summary);
        WriteTimings(settings, results);
        if (store is not null)
            await store.EndAsync(results, cancellation);
        if (settings.Json)
            Console.Out.Write(Encoding.UTF8.GetString(summary));
        else
            new SummaryText(Console.Out, tongue, isColoured: !Console.IsOutputRedirected).Write(results, time.GetElapsedTime(began), settings.Out);
        store?.Tell(settings.Json ? TextWriter.Null : Console.Out, tongue);
        pictures?.Tell(settings.Json ? TextWriter.Null : Console.Out, results);
        return (int)ExitOf(results);
    }

    /// <summary>What a batch ends with.</summary>
    internal static ExitCode ExitOf(IReadOnlyList<DocumentResult> results) =>
        results.Any(result => result.Record.Problems.Any(problem => problem.Category == DocumentJourney.Fault)) ? ExitCode.Bug
            : results.Any(result => result.Record.Outcome is Outcome.Rejected) ? ExitCode.SomeRejected : ExitCode.Done;

    private static void WriteTimings(IngestSettings settings, IReadOnlyList<DocumentResult> results)
    {
        if (settings.Timings is not { } file)
            return;
        var lines = results.Where(result => result.Record.Source.Part == 1).Select(result => string.Create(CultureInfo.InvariantCulture, $"{result.Elapsed.TotalSeconds:0.000}\t{result.Record.Source.Path}\n"));
        RecordFiles.WriteAtomically(file, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }
}
