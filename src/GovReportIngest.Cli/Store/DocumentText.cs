using System.Globalization;
using GovReportIngest.Cli.Ingest;
using GovReportIngest.Cli.Speech;
using GovReportIngest.Core.Speech;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Cli.Store;

/// <summary>One document of a store: facts, versions, what is open, and what does not add up.</summary>
internal sealed class DocumentText(TextWriter output, Tongue tongue)
{
    private const int MostRows = 40;

    public void Write(DocumentDetails details)
    {
        WriteFacts(details);
        if (details.Versions.Count > 0)
            WriteVersions(details.Versions);
        WriteOpen(details.Open);
        WriteFindings(details.Findings);
    }

    public static DocumentJson JsonOf(DocumentDetails details)
    {
        var document = details.Document;
        return new(
            "govreport.document/1", document.DocumentId, document.Path, document.Sha256, document.Bytes, document.State, StoreJson.Time(document.CollectedAt),
            StoreJson.Time(document.ChangedAt), document.Priority, document.Attempts,
            document.RetryAt is { } due ? StoreJson.Time(due) : null, document.Location, document.ReplacedBy, [.. details.Twins.Select(twin => twin.DocumentId)], details.Tags,
            [.. details.Files.Select(file => new FileJson(file.Name, file.Sha256))],
            [.. details.Versions.Select(row => new VersionJson(
                row.Version, row.Part, row.IsCurrent, row.RecordSha256, row.Engine, row.Outcome, row.Form, row.Agency, row.Year, row.Pages, row.Fields, row.Open,
                row.Findings, StoreJson.Time(row.MadeAt)))],
            [.. details.Sources.Select(row => new SourceJson(row.Part, row.AgencyId, row.Name, row.MasterId))],
            [.. details.Open.Select(row => new OpenJson(row.Part, row.Subject, row.Reason, row.State, row.Value, row.Printed, row.Probability / 1_000_000m))],
            [.. details.Findings.Select(row => new FindingJson(row.Part, row.CheckId, row.Severity, row.LeftSide, row.RightSide))], details.Catalogued);
    }

    private void WriteFacts(DocumentDetails details)
    {
        var document = details.Document;
        Fact(tongue["document", "文件"], $"{document.DocumentId}  {document.Path}");
        Fact(tongue["state", "状态"], $"{StateMarks.Of(document.State)} {DocumentStateWords.Of(document.State, tongue)}, {Time(document.ChangedAt)}");
        Fact(tongue["collected", "收件"], $"{Time(document.CollectedAt)}, {document.Bytes.ToString("#,0", CultureInfo.InvariantCulture)} B, SHA-256 {(document.Sha256.Length > 0 ? document.Sha256 : "–")}");
        if (document.Location is { } location)
            Fact(tongue["seen at", "位置"], location);
        if (document.Attempts > 0)
            Fact(tongue["attempts", "失败次数"], document.RetryAt is { } due
                ? tongue[$"{document.Attempts}, the next from {Time(due)} on", $"{document.Attempts}，{Time(due)} 起重试"]
                : tongue[$"{document.Attempts}, no more by itself", $"{document.Attempts}，不再自动重试"]);
        if (document.ReplacedBy is { } newer)
            Fact(tongue["replaced by", "已被取代"], newer.ToString(CultureInfo.InvariantCulture));
        foreach (var twin in details.Twins)
            Fact(tongue["same bytes", "内容相同"], $"{twin.DocumentId}  {twin.Path}");
        if (details.Tags.Count > 0)
            Fact(tongue["tags", "标签"], string.Join(", ", details.Tags));
        foreach (var (name, value) in details.Catalogued?.Shown(tongue) ?? [])
            Fact(name, value);
        foreach (var source in details.Sources)
            Fact(tongue["agency", "机构"], $"{source.AgencyId}  {source.Name}{MasterOf(source, document.DocumentId)}");
        if (details.Files.Count > 1)
            foreach (var file in details.Files)
                Fact(tongue["file", "组成"], $"{file.Name}  {file.Sha256[..12]}");
    }

    private string MasterOf(SourceRow source, long documentId) => source.MasterId is not { } master ? ""
        : master == documentId ? "" : tongue[$", witness of {master}", $"，{master} 的佐证件"];

    private void WriteVersions(IReadOnlyList<VersionRow> versions)
    {
        output.WriteLine();
        string[] headings =
        [
            tongue["version", "版本"], tongue["report", "报告"], tongue["made", "生成时间"], tongue["form", "表式"], tongue["agency, year", "机关、年度"],
            tongue["fields", "字段"], tongue["flagged", "待核"], tongue["findings", "勾稽不符"], tongue["record", "记录"],
        ];
        TextColumns.Write(output, headings, [.. versions.Take(MostRows).Select(row => new[]
        {
            $"{(row.IsCurrent ? "→ " : "")}{row.Version}", $"{StateMarks.Of(row.Outcome)} {row.Part}", Time(row.MadeAt), row.Form?.Split('/')[^1] ?? "–",
            TerminalText.Printable($"{row.Agency} {row.Year}".Trim()), Count(row.Fields), Count(row.Open), Count(row.Findings), row.RecordSha256[..12],
        })], new HashSet<int> { 0, 5, 6, 7 });
        WriteRest(versions.Count);
    }

    private void WriteOpen(IReadOnlyList<OpenFieldRow> open)
    {
        if (open.Count == 0)
            return;
        output.WriteLine();
        string[] headings = [tongue["report", "报告"], tongue["to be reviewed", "待核内容"], tongue["reason", "原因"], tongue["read as", "读作"], tongue["probability", "概率"]];
        TextColumns.Write(output, headings, [.. open.Take(MostRows).Select(row => new[]
        {
            Count(row.Part), row.Subject, row.Reason, TerminalText.Printable(row.Value ?? row.State ?? ""),
            row.Probability is { } millionths ? (millionths / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture) : "",
        })], new HashSet<int> { 0, 4 });
        WriteRest(open.Count);
    }

    private void WriteFindings(IReadOnlyList<FindingRow> findings)
    {
        if (findings.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(tongue["Sums that do not hold in print (kept as printed):", "印刷数字勾稽不符（按原样保留）："]);
        foreach (var finding in findings.Take(MostRows))
            output.WriteLine($"  {finding.CheckId}  {finding.LeftSide} ≠ {finding.RightSide}");
        WriteRest(findings.Count);
    }

    private void WriteRest(int count)
    {
        if (count > MostRows)
            output.WriteLine(tongue[$"… and {count - MostRows} more (--json has all)", $"…… 另有 {count - MostRows} 条（--json 输出全部）"]);
    }

    private void Fact(string name, string value) =>
        output.WriteLine($"{name}{new string(' ', Math.Max(1, 14 - TextColumns.Width(name)))}{TerminalText.Printable(value)}");

    private static string Time(long milliseconds) => StoreJson.Time(milliseconds).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);
}
