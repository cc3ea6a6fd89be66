using System.Diagnostics;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Worker;

/// <summary>The worker's side of the talk: one reader, at most one open document.</summary>
internal sealed class WorkerSession(Func<IDocumentReader> factory) : IAsyncDisposable
{
    private IDocumentReader? reader;
    private IOpenDocument? document;
    private IAsyncEnumerator<ReadPage>? pages;

    public async Task<WorkerAnswer> AnswerAsync(WorkerRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.Verb switch
            {
                WorkerVerb.Hello => new() { Id = request.Id, Protocol = WorkerProtocol.Version },
                WorkerVerb.Open => await OpenAsync(request, cancellation).ConfigureAwait(false),
                WorkerVerb.Next => await NextAsync(request, cancellation).ConfigureAwait(false),
                WorkerVerb.Rewind => await RewindAsync(request).ConfigureAwait(false),
                WorkerVerb.Cells => await CellsAsync(request, cancellation).ConfigureAwait(false),
                WorkerVerb.Draw => await DrawAsync(request, cancellation).ConfigureAwait(false),
                WorkerVerb.Close => await CloseAsync(request).ConfigureAwait(false),
                _ => throw new UnreachableException(),
            };
        }
        catch (OutOfMemoryException)
        {
            return new() { Id = request.Id, Failure = WorkerFailure.MemoryLimit };
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // The boundary of the document: whatever a reader throws costs this document only.
            await Console.Error.WriteLineAsync(bug.ToString()).ConfigureAwait(false);
            return new() { Id = request.Id, Failure = WorkerFailure.Crash };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseDocumentAsync().ConfigureAwait(false);
        (reader as IDisposable)?.Dispose();
    }

    private async Task<WorkerAnswer> OpenAsync(WorkerRequest request, CancellationToken cancellation)
    {
        await CloseDocumentAsync().ConfigureAwait(false);
        reader ??= factory();
        document = await reader.OpenAsync(request.Source!, cancellation).ConfigureAwait(false);
        return Facts(request.Id);
    }

    private async Task<WorkerAnswer> NextAsync(WorkerRequest request, CancellationToken cancellation)
    {
        pages ??= document!.ReadPagesFromAsync(request.Page, cancellation).GetAsyncEnumerator(cancellation);
        var page = await pages.MoveNextAsync().ConfigureAwait(false) ? PageMessage.From(pages.Current) : null;
        return Facts(request.Id) with { Page = page };
    }

    private async Task<WorkerAnswer> RewindAsync(WorkerRequest request)
    {
        if (pages is not null)
            await pages.DisposeAsync().ConfigureAwait(false);
        pages = null;
        return Facts(request.Id);
    }

    private async Task<WorkerAnswer> CellsAsync(WorkerRequest request, CancellationToken cancellation)
    {
        var cells = await document!.ReadCellsAsync(request.Page, request.Cells!, cancellation).ConfigureAwait(false);
        return Facts(request.Id) with { Cells = cells };
    }

    private async Task<WorkerAnswer> DrawAsync(WorkerRequest request, CancellationToken cancellation)
    {
        var picture = await document!.DrawAsync(request.Overlay!, cancellation).ConfigureAwait(false);
        return Facts(request.Id) with { Picture = picture };
    }

    private async Task<WorkerAnswer> CloseAsync(WorkerRequest request)
    {
        await CloseDocumentAsync().ConfigureAwait(false);
        return new() { Id = request.Id };
    }

    /// <summary>Facts of the document go with every answer, since reading a page may add a problem.</summary>
    private WorkerAnswer Facts(int id) =>
        new() { Id = id, MediaType = document!.MediaType, PageCount = document.PageCount, Problems = document.Problems };

    private async Task CloseDocumentAsync()
    {
        if (pages is not null)
            await pages.DisposeAsync().ConfigureAwait(false);
        if (document is not null)
            await document.DisposeAsync().ConfigureAwait(false);
        (pages, document) = (null, null);
    }
}
