using System.Globalization;
using System.Text;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Speech;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Tables;

/// <summary>A whole <c>tables</c>: reads the documents as <c>ingest</c> does, and gives the tables of each, of a known form or not.</summary>
internal sealed class TablesRun(Tongue tongue, TimeProvider time)
{
    public async Task<int> RunAsync(TablesSettings settings, CancellationToken cancellation)
    {
        var reading = settings.Reading;
        var entries = FoundDocuments.ToWrite(reading, tongue);
        await using var reader = reading.Limits.CreatePool();
        var pipeline = Engine.Load().CreatePipeline(reader);
        var progress = settings.ArePrinted ? new SilentProgress() : ProgressLine.OrSilent(reading, tongue, time);
        var results = await new IngestBatch<SourceEntry, DocumentResult>(
            (entry, token) => ReadAsync(pipeline, entry, settings, token), entry => (entry.Path, entry.BytesOnDisk()), progress, reading.Limits.Workers).RunAsync(entries, cancellation);
        foreach (var rejected in results.Where(result => result.Record.Outcome is Outcome.Rejected))
            Console.Error.WriteLine(TerminalText.Printable($"govreport: {rejected.Record.Source.Path}: {string.Join(" ", rejected.Record.Problems.Take(1).Select(problem => problem.Message))}"));
        if (settings.ArePrinted)
            Print(settings, results);
        else
            Tell(results, reading.Out);
        return (int)IngestRun.ExitOf(results);
    }

    private async Task<IReadOnlyList<DocumentResult>> ReadAsync(IngestPipeline pipeline, SourceEntry entry, TablesSettings settings, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var state = SourceState.Of(entry);
        var (source, problem) = await SourceHasher.HashAsync(entry, cancellation);
        var records = source is null ? [pipeline.Reject(entry, problem!)] : await new DocumentJourney(pipeline).RunAsync(source, state, null, cancellation);
        if (!settings.ArePrinted && records.Any(record => record.Tables.Count > 0))
            foreach (var format in settings.Formats)
                RecordFiles.WriteAtomically(PathOf(settings, records[0].Source, format), Write(settings, records, format));
        return [.. records.Select((record, index) => new DocumentResult(record, entry.Path, WasSkipped: false, index == 0 ? time.GetElapsedTime(began) : TimeSpan.Zero))];
    }

    private static string PathOf(TablesSettings settings, RecordSource source, string format) =>
        Path.Combine(settings.Reading.Out, RecordFiles.RelativePathOf(source.Path, source.Sha256, suffix: $".tables.{format}"));

    private static byte[] Write(TablesSettings settings, IReadOnlyList<ReportRecord> records, string format) => format switch
    {
        "csv" => new TablesCsv(settings.Reading.ExcelSafe).Write(records.SelectMany(record => record.Tables)),
        "html" => TablesHtml.Write(records),
        _ => TablesJson.Write(records),
    };

    private static void Print(TablesSettings settings, IReadOnlyList<DocumentResult> results)
    {
        foreach (var document in results.GroupBy(result => result.RecordPath))
            Console.Out.Write(Encoding.UTF8.GetString(Write(settings, [.. document.Select(result => result.Record)], settings.Formats[0])));
    }

    private void Tell(IReadOnlyList<DocumentResult> results, string folder)
    {
        var output = Console.Out;
        List<IReadOnlyList<string>> rows = [.. results.GroupBy(result => result.RecordPath).Select(document => (IReadOnlyList<string>)
        [
            TerminalText.Printable(document.Key),
            document.Sum(result => result.Record.Tables.Count).ToString(CultureInfo.InvariantCulture),
            document.Sum(result => result.Record.Tables.Sum(table => table.Cells.Count)).ToString(CultureInfo.InvariantCulture),
            document.First().Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
        ])];
        TextColumns.Write(output, [tongue["document", "文件"], tongue["tables", "表格"], tongue["cells", "单元格"], tongue["seconds", "秒"]], rows, new HashSet<int> { 1, 2, 3 });
        output.WriteLine();
        output.WriteLine(TerminalText.Printable(tongue[
            $"{results.Sum(result => result.Record.Tables.Count)} tables in {rows.Count} documents → {folder}",
            $"{rows.Count} 份文件共 {results.Sum(result => result.Record.Tables.Count)} 张表格 → {folder}"]));
    }
}
