using System.Collections.Concurrent;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs;
using GovReportIngest.Storage;

namespace GovReportIngest.Server.Pictures;

/// <summary>
/// Pictures of pages, drawn by a worker when they are first looked at and kept in a folder that may be emptied at any time. A picture is a new
/// PNG: bytes of the source never reach a browser as an image.
/// </summary>
/// <param name="store">Has the bytes of the documents.</param>
/// <param name="reader">Draws them.</param>
/// <param name="folder">Where they are kept.</param>
/// <param name="scratch">For bytes that are being drawn.</param>
internal sealed class PageImages(ReportStore store, IDocumentReader reader, string folder, string scratch)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> drawing = new(StringComparer.Ordinal);

    /// <returns>File of the PNG; null where there is no picture of such a page.</returns>
    public async Task<string?> FindAsync(long documentId, ReportRecord record, int sourcePage, CancellationToken cancellation)
    {
        if (record.Pages.FirstOrDefault(page => page.SourcePage == sourcePage) is not { } page || record.Source.Sha256.Length == 0)
            return null;
        var file = Path.Combine(folder, record.Source.Sha256[..2], $"{record.Source.Sha256}-{sourcePage}-{page.Rotation}.png");
        if (File.Exists(file))
            return file;
        // Those who ask for the same page at the same time wait for one drawing, which goes on when one of them leaves.
        var drawn = drawing.GetOrAdd(file, _ => new(() => DrawAsync(documentId, page, file)));
        try
        {
            return await drawn.Value.WaitAsync(cancellation);
        }
        finally
        {
            if (drawn.Value.IsCompleted)
                drawing.TryRemove(file, out _);
        }
    }

    private async Task<string?> DrawAsync(long documentId, RecordPage page, string file)
    {
        if (await store.Work.FindAsync(documentId, CancellationToken.None) is not { } document)
            return null;
        using var unpacked = new ScratchFolder(scratch);
        var entry = await store.Work.UnpackAsync(document, unpacked.Path, CancellationToken.None);
        if (await SourceHasher.HashAsync(entry, CancellationToken.None) is not { Document: { } source })
            return null;
        await using var open = await reader.OpenAsync(source, CancellationToken.None);
        var picture = await open.DrawAsync(
            new() { SourcePage = page.SourcePage, Width = page.Width, Height = page.Height, Rotation = page.Rotation, Title = "" }, CancellationToken.None);
        if (picture is null)
            return null;
        RecordFiles.WriteAtomically(file, picture);
        return file;
    }
}
