using System.Globalization;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Ingest;

/// <summary>The summary a person reads after a batch: a line a document, totals, and what deserves a look.</summary>
internal sealed class SummaryText(TextWriter output, Tongue tongue, bool isColoured)
{
    private const int MostRows = 60;
    private const int MostFindings = 8;

    public void Write(IReadOnlyList<DocumentResult> results, TimeSpan elapsed, string outFolder)
    {
        WriteDocuments(results);
        WriteFindings(results);
        WriteRejected(results);
        WriteTotals(results, elapsed, outFolder);
    }

    private void WriteDocuments(IReadOnlyList<DocumentResult> results)
    {
        string[] headings =
        [
            "", tongue["document", "文件"], tongue["form", "表式"], tongue["agency, year", "机关、年度"], tongue["fields", "字段"],
            tongue["flagged", "待核"], tongue["findings", "勾稽不符"], tongue["seconds", "秒"],
        ];
        var shown = results.Count <= MostRows ? results : results.OrderByDescending(Interest).Take(MostRows).ToList();
        TextColumns.Write(output, headings, [.. shown.Select(Row)], new HashSet<int> { 4, 5, 6, 7 });
        if (shown.Count < results.Count)
            output.WriteLine(tongue[$"… and {results.Count - shown.Count} more (all are in summary.json)",
                $"…… 另有 {results.Count - shown.Count} 份（全部见 summary.json）"]);
    }

    private IReadOnlyList<string> Row(DocumentResult result) =>
    [
        Mark(result.Record.Outcome), Name(result.Record), result.Record.Form?.Id.Split('/')[^1] ?? "–", Who(result.Record),
        Count(result.FieldsRead), Count(result.FieldsOpen), Count(result.Findings),
        result.WasSkipped ? tongue["unchanged", "未变"] : result.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
    ];

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "✓",
        Outcome.NeedsReview => "?",
        Outcome.Rejected => "✗",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void WriteFindings(IReadOnlyList<DocumentResult> results)
    {
        var findings = results.SelectMany(result => result.Record.Checks
            .Where(check => check.Outcome is CheckOutcome.Violated)
            .Select(check => (Name: Name(result.Record), Check: check))).ToList();
        if (findings.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(tongue["Sums that do not hold in print (kept as printed):", "印刷数字勾稽不符（按原样保留）："]);
        foreach (var (name, check) in findings.Take(MostFindings))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}  {check.Id}  {check.Left} ≠ {check.Right}"));
        if (findings.Count > MostFindings)
            output.WriteLine(tongue[$"  … {findings.Count - MostFindings} more", $"  …… 另有 {findings.Count - MostFindings} 处"]);
    }

    private void WriteRejected(IReadOnlyList<DocumentResult> results)
    {
        var rejected = results.Where(result => result.Record.Outcome is Outcome.Rejected).ToList();
        if (rejected.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(tongue["Rejected:", "无法读取："]);
        foreach (var result in rejected.Take(MostRows))
            output.WriteLine($"  {Shorten(result.Record.Source.Path)}  {(result.Record.Problems.Count > 0 ? result.Record.Problems[0].Message : "")}");
    }

    private void WriteTotals(IReadOnlyList<DocumentResult> results, TimeSpan elapsed, string outFolder)
    {
        int Of(Outcome outcome) => results.Count(result => result.Record.Outcome == outcome);
        var pages = results.Where(result => !result.WasSkipped).Sum(result => result.Record.Pages.Count);
        output.WriteLine();
        output.WriteLine(Bold(tongue[
            $"{results.Count} documents: {Of(Outcome.Accepted)} accepted, {Of(Outcome.NeedsReview)} need review, {Of(Outcome.Rejected)} rejected",
            $"共 {results.Count} 份：通过 {Of(Outcome.Accepted)}，待核 {Of(Outcome.NeedsReview)}，拒收 {Of(Outcome.Rejected)}"]));
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.WriteLine(tongue[
            $"{results.Sum(result => result.FieldsRead)} fields read, {results.Sum(result => result.FieldsOpen)} flagged, {pages} pages in {seconds} s → {outFolder}",
            $"读出字段 {results.Sum(result => result.FieldsRead)} 个，待核 {results.Sum(result => result.FieldsOpen)} 个，{pages} 页，用时 {seconds} 秒 → {outFolder}"]);
    }

    private string Bold(string text) => isColoured ? $"\u001b[1m{text}\u001b[0m" : text;

    private static int Interest(DocumentResult result) =>
        (result.Record.Outcome is Outcome.Rejected ? 1_000_000 : 0) + Math.Min(999, result.FieldsOpen) * 1000 + Math.Min(999, result.Findings);

    private static string Who(ReportRecord record)
    {
        string Of(string path) => record.Fields.FirstOrDefault(field => field.Key == path).Value?.Value switch
        {
            FieldValue.Words words => words.Text,
            FieldValue.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
        var agency = Of(ReportPaths.Agency);
        return TerminalText.Printable($"{(agency.Length > 16 ? agency[..15] + "…" : agency)} {Of(ReportPaths.Year)}".Trim());
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(ReportRecord record) =>
        Shorten(record.Source.Part == 1 ? record.Source.Path : string.Create(CultureInfo.InvariantCulture, $"{record.Source.Path}#{record.Source.Part}"));

    private static string Shorten(string path) => TerminalText.Printable(path.Length <= 40 ? path : "…" + path[^39..]);
}
