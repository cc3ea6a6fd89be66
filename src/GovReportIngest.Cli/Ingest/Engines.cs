using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The readers and versions that a run uses.</summary>
internal static class Engines
{
    public static EngineVersions Current() => new() { Version = Installation.Version };

    public static OwnedReader Reader(int workers) => new(new DocumentReader(new ReadingOptions()));
}

/// <summary>A reader that is closed with the run.</summary>
internal sealed class OwnedReader(IDocumentReader reader) : IDocumentReader, IAsyncDisposable
{
    public Task<IOpenDocument> OpenAsync(SourceDocument source, CancellationToken cancellation) => reader.OpenAsync(source, cancellation);

    public ValueTask DisposeAsync() => Dispose(reader);

    private static ValueTask Dispose(IDocumentReader reader)
    {
        (reader as IDisposable)?.Dispose();
        return (reader as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
