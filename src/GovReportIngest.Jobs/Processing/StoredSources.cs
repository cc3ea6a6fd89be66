using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Read;
using GovReportIngest.Storage;

namespace GovReportIngest.Jobs.Processing;

/// <summary>Documents of a store, opened by a reader that wants files.</summary>
/// <param name="store">Has the bytes of the documents.</param>
/// <param name="reader">Opens them.</param>
/// <param name="scratch">For bytes that are being read.</param>
public sealed class StoredSources(ReportStore store, IDocumentReader reader, string scratch)
{
    /// <summary>What people said about how a document is to be read.</summary>
    public Task<ReadingGuide> GuideOfAsync(long documentId, CancellationToken cancellation) => store.Review.GuideOfAsync(documentId, cancellation);

    /// <summary>Opens a document for as long as it is used.</summary>
    /// <param name="otherwise">The answer where the store has no such document, or never had its bytes.</param>
    /// <exception cref="StoreException">The stored bytes are damaged.</exception>
    public async Task<T> UseAsync<T>(long documentId, Func<IOpenDocument, Task<T>> use, T otherwise, CancellationToken cancellation)
    {
        if (await store.Work.FindAsync(documentId, cancellation) is not { } document)
            return otherwise;
        using var unpacked = new ScratchFolder(scratch);
        var entry = await store.Work.UnpackAsync(document, unpacked.Path, cancellation);
        if (await SourceHasher.HashAsync(entry, cancellation) is not { Document: { } source })
            return otherwise;
        var guide = await GuideOfAsync(documentId, cancellation);
        await using var open = await reader.OpenAsync(source with { Guide = guide.Texts }, cancellation);
        return await use(open);
    }
}
