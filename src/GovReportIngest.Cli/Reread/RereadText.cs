using System.Globalization;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Cli.Store;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Core.Speech;

namespace GovReportIngest.Cli.Reread;

/// <summary>What changed in documents that were read once more.</summary>
internal sealed class RereadText(TextWriter output, Tongue tongue)
{
    private const int MostDocuments = 40;
    private const int MostFields = 12;

    public void Write(IReadOnlyList<RereadResult> results, bool isTrial)
    {
        var differing = results.Where(result => result.Differs && !result.IsDamaged).ToList();
        foreach (var result in differing.Take(MostDocuments))
            WriteDocument(result);
        if (differing.Count > MostDocuments)
            output.WriteLine(tongue[$"… and {differing.Count - MostDocuments} more documents (--json has all)", $"…… 另有 {differing.Count - MostDocuments} 份文件（--json 输出全部）"]);
        foreach (var damaged in results.Where(result => result.IsDamaged))
            output.WriteLine(TerminalText.Printable(tongue[
                $"✗ {damaged.Document.DocumentId} {damaged.Document.Path}: its bytes in the store are damaged; verify names them",
                $"✗ {damaged.Document.DocumentId} {damaged.Document.Path}：存储的内容已损坏，详见 verify"]));
        WriteTotals(results, differing.Count, isTrial);
    }

    public static RereadJson JsonOf(IReadOnlyList<RereadResult> results, bool isTrial) => new(
        "govreport.reprocess/1", isTrial, results.Count, results.Count(result => result.IsNewVersion), results.Count(result => result.MayPass),
        [.. results.Where(result => result.IsDamaged).Select(result => result.Document.DocumentId)],
        [.. results.Where(result => result.Differs && !result.IsDamaged).SelectMany(result => result.Reports.Select(report => JsonOf(result, report)))]);

    private void WriteDocument(RereadResult result)
    {
        foreach (var report in result.Reports.Where(report => report.Differences is not { AreNone: true }))
        {
            var part = report.Part == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"#{report.Part}");
            output.WriteLine(TerminalText.Printable($"{result.Document.DocumentId}{part}  {result.Document.Path}: {Word(report.Before)} → {Word(report.After)}"));
            if (report.Differences is not { } differences)
                continue;
            if (differences.FormBefore != differences.FormAfter)
                output.WriteLine($"  {tongue["form", "表式"]}  {differences.FormBefore ?? "–"} → {differences.FormAfter ?? "–"}");
            foreach (var field in differences.Fields.Take(MostFields))
                output.WriteLine(TerminalText.Printable($"  {field.Path}  {Word(field.Before)} → {Word(field.After)}"));
            if (differences.Fields.Count > MostFields)
                output.WriteLine(tongue[$"  … and {differences.Fields.Count - MostFields} more fields", $"  …… 另有 {differences.Fields.Count - MostFields} 个字段"]);
            foreach (var check in differences.Findings.Take(MostFields))
                output.WriteLine($"  {tongue["finding", "勾稽不符"]}  {check}");
        }
    }

    private void WriteTotals(IReadOnlyList<RereadResult> results, int differing, bool isTrial)
    {
        output.WriteLine(tongue[
            $"{results.Count} documents read again: {differing} otherwise than before, {results.Count(result => result.IsNewVersion && !result.Differs)} only in probabilities, evidence, outline or versions",
            $"重新处理 {results.Count} 份：结果有变 {differing} 份，仅概率、出处、大纲或版本号有变 {results.Count(result => result.IsNewVersion && !result.Differs)} 份"]);
        if (results.Count(result => result.MayPass) is > 0 and var later)
            output.WriteLine(tongue[$"{later} met a limit or a fault that may pass; retry reads them again when they are due", $"{later} 份遇到可能消失的限制或故障，到期后可用 retry 重试"]);
        if (isTrial)
            output.WriteLine(tongue["Nothing was written (--dry-run).", "未写入任何内容（--dry-run）。"]);
    }

    private string Word(Outcome? outcome) => outcome is { } known ? DocumentStateWords.Of(Codes.Of(known), tongue) : tongue["not read", "未读"];

    private string Word(SeenField? field) => field switch
    {
        null => "–",
        { Value: { } value } seen => $"{WrittenValue.Of(value)}{(seen.Review is ReviewState.Open ? tongue[" (flagged)", "（待核）"] : "")}",
        { } seen => $"{Codes.Of(seen.State)}{(seen.Review is ReviewState.Open ? tongue[" (flagged)", "（待核）"] : "")}",
    };

    private static RereadReportJson JsonOf(RereadResult result, RereadReport report) => new(
        result.Document.DocumentId, report.Part, result.Document.Path, report.Before is { } before ? Codes.Of(before) : null, report.After is { } after ? Codes.Of(after) : null,
        report.Differences?.FormBefore, report.Differences?.FormAfter,
        [.. (report.Differences?.Fields ?? []).Select(field => new FieldChangeJson(field.Path, JsonOf(field.Before), JsonOf(field.After)))],
        report.Differences?.Findings ?? []);

    private static SeenJson? JsonOf(SeenField? field) => field is { } seen
        ? new(Codes.Of(seen.State), seen.Value is { } value ? WrittenValue.Of(value) : null, Codes.Of(seen.Review)) : null;
}
