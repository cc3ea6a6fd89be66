using System.Globalization;
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

    public async Task<byte[]> WriteAsync(CancellationToken cancellation)
    {
        List<BagFile> payload = [.. await SourcesAsync(cancellation), .. Records(), .. await PagesAsync(cancellation), .. await SearchableAsync(cancellation), .. Decisions()];
        payload.Add(new("data/mets.xml", "mets", "application/xml", new MetsXml(file.First, program).Write(payload)));
        return Bag.Write($"{Bag.Safe(Path.GetFileName(file.First.Source.Path))}.bag", [.. Info()], payload);
    }

    private IEnumerable<(string, string)> Info()
    {
        var fields = file.First.Fields.ToDictionary(StringComparer.Ordinal);
        if (TextOf(fields, ReportPaths.Agency) is { } agency)
            yield return ("Source-Organization", agency);
        if (TextOf(fields, ReportPaths.Title) is { } title)
            yield return ("External-Description", title);
        yield return ("External-Identifier", $"sha256:{file.First.Source.Sha256}");
        yield return ("Internal-Sender-Identifier", file.First.Source.Path);
        yield return ("Internal-Sender-Description", string.Join("; ", file.Reports.Select(report => RecordVersions.Of(report)).Select(version =>
            string.Create(CultureInfo.InvariantCulture, $"report {version.Id}, version {version.Version}, decision {version.Decision}"))));
        yield return ("Bag-Software-Agent", program);
    }

    private async Task<IReadOnlyList<BagFile>> SourcesAsync(CancellationToken cancellation)
    {
        var sources = new List<BagFile>();
        foreach (var row in file.Files)
            sources.Add(new($"data/source/{string.Join('/', row.Name.Split('/').Select(Bag.Safe))}", "source",
                file.Files.Count == 1 ? file.First.Source.MediaType : "application/octet-stream", await file.ReadAsync(row, cancellation)));
        return sources;
    }

    private IEnumerable<BagFile> Records()
    {
        foreach (var report in file.Reports)
        {
            yield return new($"data/record/report-{report.Id.Part}.record.json", "record", JsonType, RecordJson.Write(report.Record));
            if (report.Log.Count > 0)
                yield return new($"data/record/report-{report.Id.Part}.extracted.record.json", "extracted", JsonType, RecordJson.Write(report.Extracted));
        }
    }

    private async Task<IReadOnlyList<BagFile>> PagesAsync(CancellationToken cancellation) =>
        [.. (await file.PagesAsync(pages, cancellation)).Select(page => new BagFile($"data/alto/page-{page.SourcePage}.alto.xml", "alto", "application/xml", AltoXml.Write([page], file.First)))];

    /// <summary>None where it would be the source itself, or nothing can be added to that.</summary>
    private async Task<IReadOnlyList<BagFile>> SearchableAsync(CancellationToken cancellation)
    {
        if (!file.IsPdf)
            return [];
        try
        {
            var searchable = await file.SearchableAsync(pages, cancellation);
            return searchable.Length == file.First.Source.Bytes ? [] : [new("data/pdf/searchable.pdf", "pdf", "application/pdf", searchable)];
        }
        catch (NotExportableException)
        {
            return [];
        }
    }

    private IEnumerable<BagFile> Decisions() =>
        [new("data/log/decisions.jsonl", "log", "application/x-ndjson", file.Reports.SelectMany(DecisionLines.Of).ToArray())];

    private static string? TextOf(IReadOnlyDictionary<string, RecordField> fields, string path) => fields.GetValueOrDefault(path)?.Value is { } value ? WrittenValue.Of(value) : null;
}
