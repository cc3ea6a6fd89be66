using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Jobs;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Server.Pictures;

/// <summary>
/// Pictures of pages, drawn by a worker when they are first looked at and kept in a folder that may be emptied at any time. A picture is a new
/// PNG: bytes of the source never reach a browser as an image.
/// </summary>
/// <param name="sources">The documents.</param>
/// <param name="folder">Where they are kept.</param>
internal sealed class PageImages(StoredSources sources, string folder)
{
    private readonly SharedWork<string?> drawing = new();

    /// <returns>File of the PNG; null where there is no picture of such a page.</returns>
    public async Task<string?> FindAsync(long documentId, ReportRecord record, int sourcePage, CancellationToken cancellation)
    {
        if (record.Pages.FirstOrDefault(page => page.SourcePage == sourcePage) is not { } page || record.Source.Sha256.Length == 0)
            return null;
        var file = Path.Combine(folder, record.Source.Sha256[..2], $"{record.Source.Sha256}-{sourcePage}-{page.Rotation}.png");
        if (File.Exists(file))
            return file;
        return await drawing.GetAsync(file, end => sources.UseAsync(documentId, open => DrawAsync(open, page, file, end), null, end), cancellation);
    }

    private static async Task<string?> DrawAsync(IOpenDocument document, RecordPage page, string file, CancellationToken cancellation)
    {
        var overlay = new PageOverlay { SourcePage = page.SourcePage, Width = page.Width, Height = page.Height, Rotation = page.Rotation, Title = "" };
        if (await document.DrawAsync(overlay, cancellation) is not { } picture)
            return null;
        RecordFiles.WriteAtomically(file, picture);
        return file;
    }
}
