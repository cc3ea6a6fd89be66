using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Reread;

/// <summary>A whole <c>retry</c> or <c>reprocess</c>: reads documents from the store's own bytes and tells what changed.</summary>
internal sealed class RereadRun(Tongue tongue, TimeProvider time)
{
    public async Task<int> RunAsync(RereadSettings settings, CancellationToken cancellation)
    {
        var engine = Engine.Load();
        var data = settings.Reading.Data!;
        await using var store = await (settings.IsTrial ? StoreFolder.OpenReadOnlyAsync(data, Installation.LoadedForms, time, cancellation) : StoreFolder.OpenExistingAsync(data, Installation.LoadedForms, time, cancellation));
        var documents = await settings.Choice.FindAsync(store, engine, cancellation);
        if (settings.Choice is RereadChoice.These(var asked) && asked.Except(documents.Select(document => document.DocumentId)).ToList() is { Count: > 0 } unknown)
            throw new CommandFailure(ExitCode.Usage,
                tongue[$"The store has no bytes of document {string.Join(", ", unknown)}.", $"数据文件夹中没有文件 {string.Join("、", unknown)} 的内容。"],
                tongue["govreport list shows what it has.", "govreport list 会列出已有内容。"]);
        if (!settings.IsTrial && documents.Count > 0)
        {
            await store.Audit.WriteAsync($"{settings.Verb}-began", $"{documents.Count} documents", cancellation);
            await store.Work.QueueAsync([.. documents.Select(document => document.DocumentId)], cancellation);
        }

        await using var reader = settings.Reading.Limits.CreatePool();
        var output = settings.Reading.Out.Length > 0 ? new RecordFolder(settings.Reading.Out) : null;
        var reading = new StoredReading(engine.CreatePipeline(reader), store, output, settings.IsTrial ? Path.GetTempPath() : StoreFolder.ScratchOf(data));
        var rereading = new Rereading(reading, store, settings.IsTrial);
        var results = await new IngestBatch<WaitingDocument, RereadResult>(
            rereading.RunAsync, document => (document.Path, document.Bytes), ProgressLine.OrSilent(settings.Reading, tongue, time), settings.Reading.Limits.Workers)
            .RunAsync(documents, cancellation);
        if (!settings.IsTrial && Directory.Exists(StoreFolder.ScratchOf(data)) && !Directory.EnumerateFileSystemEntries(StoreFolder.ScratchOf(data)).Any())
            Directory.Delete(StoreFolder.ScratchOf(data));
        if (!settings.IsTrial && documents.Count > 0)
            await store.Audit.WriteAsync($"{settings.Verb}-ended", $"{results.Count} documents, {results.Count(result => result.Differs)} read otherwise", cancellation);
        StoreAnswer.Tell(
            settings.Reading.Json, RereadText.JsonOf(results, settings.IsTrial), output => new RereadText(output, tongue).Write(results, settings.IsTrial));
        return (int)(results.Any(result => result.IsDamaged) ? ExitCode.StoreUnavailable : ExitCode.Done);
    }
}
