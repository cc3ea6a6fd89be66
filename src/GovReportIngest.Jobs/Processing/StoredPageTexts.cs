using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading;
using GovReportIngest.Storage;

namespace GovReportIngest.Jobs.Processing;

/// <summary>
/// Words of pages, read by a worker when they are first asked for and kept in a folder that may be emptied at any time.
/// </summary>
/// <param name="sources">The documents.</param>
/// <param name="folder">Where they are kept.</param>
public sealed class StoredPageTexts(StoredSources sources, string folder) : IPageTexts
{
    /// <summary>What they depend on: those of another engine are read again.</summary>
    private static readonly string Engine = string.Join('-', new[]
    {
        Installation.Version, NativeVersions.Found.Tesseract, NativeVersions.Found.Leptonica, NativeVersions.Found.Poppler, NativeVersions.Found.Traineddata,
    }.OfType<string>());

    private readonly SharedWork<IReadOnlyList<PageText>> reading = new();

    /// <summary>Folder of a store in which they are kept.</summary>
    public static string FolderOf(string data) => Path.Combine(data, "words");

    /// <exception cref="StoreException">The stored bytes are damaged.</exception>
    public async Task<IReadOnlyList<PageText>> FindAsync(long documentId, RecordSource source, CancellationToken cancellation)
    {
        if (source.Sha256.Length == 0)
            return [];
        var guide = await sources.GuideOfAsync(documentId, cancellation);
        var file = Path.Combine(folder, source.Sha256[..2], $"{source.Sha256}-{Engine}{guide.Hash}.json");
        if (File.Exists(file) && PageTextJson.Read(await File.ReadAllBytesAsync(file, cancellation)) is { } kept)
            return kept;
        // The reports of one file ask for the same pages at the same time.
        return await reading.GetAsync(file, end => sources.UseAsync(documentId, open => ReadAsync(open, file, end), [], end), cancellation);
    }

    private static async Task<IReadOnlyList<PageText>> ReadAsync(IOpenDocument document, string file, CancellationToken cancellation)
    {
        var pages = new List<ReadPage>();
        await foreach (var page in document.ReadPagesAsync(cancellation))
            pages.Add(page);
        var texts = PageTexts.Of(pages);
        RecordFiles.WriteAtomically(file, PageTextJson.Write(texts));
        return texts;
    }
}
