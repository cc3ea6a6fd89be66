using System.Collections.Concurrent;
using GovReportIngest.Core.Collect;
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
/// <param name="store">Has the bytes of the documents.</param>
/// <param name="reader">Reads their pages.</param>
/// <param name="folder">Where they are kept.</param>
/// <param name="scratch">For bytes that are being read.</param>
public sealed class StoredPageTexts(ReportStore store, IDocumentReader reader, string folder, string scratch) : IPageTexts
{
    /// <summary>What they depend on: those of another engine are read again.</summary>
    private static readonly string Engine = string.Join('-', new[]
    {
        Installation.Version, NativeVersions.Found.Tesseract, NativeVersions.Found.Leptonica, NativeVersions.Found.Poppler, NativeVersions.Found.Traineddata,
    }.OfType<string>());

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<PageText>>>> reading = new(StringComparer.Ordinal);

    /// <summary>Folder of a store in which they are kept.</summary>
    public static string FolderOf(string data) => Path.Combine(data, "words");

    /// <exception cref="StoreException">The stored bytes are damaged.</exception>
    public async Task<IReadOnlyList<PageText>> FindAsync(long documentId, RecordSource source, CancellationToken cancellation)
    {
        if (source.Sha256.Length == 0)
            return [];
        var file = Path.Combine(folder, source.Sha256[..2], $"{source.Sha256}-{Engine}.json");
        if (File.Exists(file) && PageTextJson.Read(await File.ReadAllBytesAsync(file, cancellation)) is { } kept)
            return kept;
        // The reports of one file ask for the same pages at the same time.
        var asked = reading.GetOrAdd(file, _ => new(() => ReadAsync(documentId, file, cancellation)));
        try
        {
            return await asked.Value;
        }
        finally
        {
            reading.TryRemove(file, out _);
        }
    }

    private async Task<IReadOnlyList<PageText>> ReadAsync(long documentId, string file, CancellationToken cancellation)
    {
        if (await store.Work.FindAsync(documentId, cancellation) is not { } document)
            return [];
        using var unpacked = new ScratchFolder(scratch);
        var entry = await store.Work.UnpackAsync(document, unpacked.Path, cancellation);
        if (await SourceHasher.HashAsync(entry, cancellation) is not { Document: { } source })
            return [];
        await using var open = await reader.OpenAsync(source, cancellation);
        var pages = new List<ReadPage>();
        await foreach (var page in open.ReadPagesAsync(cancellation))
            pages.Add(page);
        var texts = PageTexts.Of(pages);
        RecordFiles.WriteAtomically(file, PageTextJson.Write(texts));
        return texts;
    }
}
