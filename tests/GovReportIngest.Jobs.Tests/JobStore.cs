using GovReportIngest.Core;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Reading;
using GovReportIngest.Storage;
using GovReportIngest.TestKit;

namespace GovReportIngest.Jobs.Tests;

/// <summary>A store in a folder of its own, and a journey that reads in this process.</summary>
public abstract class JobStore : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-jobs-");
    private readonly IDocumentReader reader = new DocumentReader(new());

    protected ReportStore Store { get; private set; } = null!;

    protected string Data => In("data");

    protected string Scratch => StoreFolder.ScratchOf(Data);

    protected virtual TimeProvider StoreTime => TimeProvider.System;

    protected DocumentIntake Intake => new(Store, Scratch);

    public virtual async Task InitializeAsync() => Store = await StoreFolder.OpenAsync(Data, new(() => TextReports.Forms), StoreTime, default);

    public virtual async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        ((IDisposable)reader).Dispose();
        folder.Delete(recursive: true);
    }

    protected string In(params string[] names) => Path.Combine([folder.FullName, .. names]);

    protected string Put(string text, params string[] names)
    {
        var file = In(names);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    protected static Stream Bytes(string text) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

    protected DocumentProcessing Processing(Action<SourceDocument>? meddling = null, string? output = null) => new(
        Store, new(Pipeline(meddling), Store, output is null ? null : new(output), Scratch), lanes: 2, TimeProvider.System);

    /// <summary>Runs until nothing waits, and gives what was told.</summary>
    protected async Task<List<ProcessingEvent>> ProcessAsync(DocumentProcessing processing)
    {
        var told = new System.Collections.Concurrent.ConcurrentQueue<ProcessingEvent>();
        processing.Happened += told.Enqueue;
        await processing.StartAsync(default);
        await UntilAsync(async () => await WaitingAsync() == 0 || processing.ExecuteTask!.IsCompleted);
        await processing.StopAsync(default);
        return [.. told];
    }

    protected async Task<long> WaitingAsync() =>
        (await Store.Queries.CountAsync(default)).Documents is var states ? states["collected"] + states["processing"] : 0;

    protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
            await Task.Delay(10, patience.Token);
    }

    private IngestPipeline Pipeline(Action<SourceDocument>? meddling) => new(
        new Meddling(reader, meddling ?? (_ => { })), new LayoutAnalyzer(), new FormMatcher(TextReports.Forms), new ReportInterpreter(TextReports.Outlines),
        new RecordChecker(Calibration.Load(Repository.PathOf("models", "calibration.json"))), new() { Version = "1.0.0" });

    /// <summary>Does something else before it opens a document.</summary>
    private sealed class Meddling(IDocumentReader inner, Action<SourceDocument> act) : IDocumentReader
    {
        public Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation)
        {
            act(source);
            return inner.OpenAsync(source, cancellation);
        }
    }
}
