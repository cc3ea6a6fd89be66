using System.Globalization;
using System.IO.Compression;
using System.Text;
using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Bags;

/// <summary>
/// Everything that belongs to one source file, for an archive: its bytes, the records as reviewers left them and as they were read, ALTO a page, the searchable PDF where the
/// source is a scan, the decisions, and a METS file that says how they belong together.
/// </summary>
/// <param name="file">What is packed.</param>
/// <param name="pages">Has the words of its pages.</param>
/// <param name="program">What packs it.</param>
internal sealed class BagOfFile(SourceFile file, IPageTexts pages, string program)
{
    private const string JsonType = "application/json";

    private CatalogueEntry? Catalogued => file.Reports[0].Catalogued;

    public async Task WriteAsync(Stream output, CancellationToken cancellation)
    {
        // An archive writes the sizes of its parts when it is closed, and not every stream takes what is not asynchronous.
        await using var whole = ScratchFile.Create();
        await using (var archive = await ZipArchive.CreateAsync(whole, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation))
            await FillAsync(new(archive, NameOf(BagWriter.Safe(Path.GetFileName(file.First.Source.Path)), ".bag")), cancellation);
        whole.Position = 0;
        await whole.CopyToAsync(output, cancellation);
    }

    private async Task FillAsync(BagWriter bag, CancellationToken cancellation)
    {
        await AddSourcesAsync(bag, cancellation);
        await AddRecordsAsync(bag, cancellation);
        await AddPagesAsync(bag, cancellation);
        await AddSearchableAsync(bag, cancellation);
        await bag.AddAsync("log/decisions.jsonl", "log", "application/x-ndjson", [.. file.Reports.Select(report => (ReadOnlyMemory<byte>)DecisionLines.Of(report))], cancellation);
        await bag.AddAsync("mets.xml", "mets", "application/xml", [new MetsXml(file.First, Catalogued, program).Write(bag.Files)], cancellation);
        await bag.EndAsync(Info(), cancellation);
    }

    private IEnumerable<(string, string)> Info()
    {
        var fields = file.First.Fields.ToDictionary(StringComparer.Ordinal);
        if (TextOf(fields, ReportPaths.Agency) is { } agency)
            yield return ("Source-Organization", agency);
        if (TextOf(fields, ReportPaths.Title) is { } title)
            yield return ("External-Description", title);
        if (Catalogued is { } catalogued)
            yield return ("External-Identifier", catalogued.ArchivalCode);
        if (Catalogued?.Fonds is { } fonds)
            yield return ("Bag-Group-Identifier", fonds);
        yield return ("External-Identifier", $"sha256:{file.First.Source.Sha256}");
        yield return ("Internal-Sender-Identifier", file.First.Source.Path);
        yield return ("Internal-Sender-Description", string.Join("; ", file.Reports.Select(report => RecordVersions.Of(report)).Select(version =>
            string.Create(CultureInfo.InvariantCulture, $"report {version.Id}, version {version.Version}, decision {version.Decision}"))));
        yield return ("Bag-Software-Agent", program);
    }

    private async Task AddSourcesAsync(BagWriter bag, CancellationToken cancellation)
    {
        foreach (var row in file.Files)
            await bag.AddAsync(NameOf($"source/{string.Join('/', row.Name.Split('/').Select(BagWriter.Safe))}"), "source",
                file.Files.Count == 1 ? file.First.Source.MediaType : "application/octet-stream", [await file.ReadAsync(row, cancellation)], cancellation);
    }

    private async Task AddRecordsAsync(BagWriter bag, CancellationToken cancellation)
    {
        foreach (var report in file.Reports)
        {
            await bag.AddAsync($"record/report-{report.Id.Part}.record.json", "record", JsonType, [report.ToFile()], cancellation);
            if (report.Log.Count > 0)
                await bag.AddAsync($"record/report-{report.Id.Part}.extracted.record.json", "extracted", JsonType, [report.ToExtractedFile()], cancellation);
        }
    }

    private async Task AddPagesAsync(BagWriter bag, CancellationToken cancellation)
    {
        foreach (var page in await file.PagesAsync(pages, cancellation))
            await bag.AddAsync($"alto/page-{page.SourcePage}.alto.xml", "alto", "application/xml", [AltoXml.Write([page], file.First)], cancellation);
    }

    /// <summary>None where it would be the source itself, or nothing can be added to that.</summary>
    private async Task AddSearchableAsync(BagWriter bag, CancellationToken cancellation)
    {
        try
        {
            if (await file.SearchableAsync(pages, cancellation) is [var source, { Length: > 0 } update])
                await bag.AddAsync("pdf/searchable.pdf", "pdf", "application/pdf", [source, update], cancellation);
        }
        catch (NotExportableException)
        {
            return;
        }
    }

    /// <summary>With what is appended no longer than a file system takes.</summary>
    private string NameOf(string path, string end = "") => RecordFiles.RelativePathOf(path, file.First.Source.Sha256, suffix: end);

    private static string? TextOf(IReadOnlyDictionary<string, RecordField> fields, string path) => fields.GetValueOrDefault(path)?.Value is { } value ? WrittenValue.Of(value) : null;
}
