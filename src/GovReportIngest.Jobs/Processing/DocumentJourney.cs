using System.Diagnostics;
using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Overlay;
using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Jobs.Processing;

/// <summary>The boundary of a document: a fault of ours costs this document, not the batch.</summary>
public sealed class DocumentJourney(IngestPipeline pipeline)
{
    /// <summary>The problem's category where the program, not the document, is at fault.</summary>
    public const string Fault = "program-fault";

    /// <summary>One record for every report of the document.</summary>
    /// <param name="state">Of the files before they were hashed.</param>
    public async Task<IReadOnlyList<ReportRecord>> RunAsync(
        SourceDocument source, SourceState state, Action<PagePicture>? pictures, CancellationToken cancellation)
    {
        var records = await ReadAsync(source, pictures, cancellation);
        return state.HasChanged()
            ? [pipeline.Reject(source, new("collect", "changed", null, "The file was changed while it was read; ingest it again when it is complete."))] : records;
    }

    private async Task<IReadOnlyList<ReportRecord>> ReadAsync(SourceDocument source, Action<PagePicture>? pictures, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.IngestAsync(source, pictures, cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or WorkerStartException or StatedException))
        {
            var place = new StackTrace(fault).GetFrame(0)?.GetMethod();
            return [pipeline.Reject(source, new("read", Fault, null, $"The program failed on this document ({fault.GetType().Name} in {place?.DeclaringType?.Name}.{place?.Name}). Report it with the file."))];
        }
    }
}
