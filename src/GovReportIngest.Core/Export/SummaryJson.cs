using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Export;

/// <summary>One document of a batch as <c>summary.json</c> lists it; fields, open and findings are counts.</summary>
public sealed record SummaryEntry
{
    public required string Path { get; init; }

    public required string? Sha256 { get; init; }

    /// <summary>Which report of the document, from 1; orders the entries, and is not written.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Path of the record relative to the output folder, null where none was written.</summary>
    public required string? Record { get; init; }

    public required Outcome Outcome { get; init; }

    public string? Form { get; init; }

    public int Fields { get; init; }

    public int Open { get; init; }

    public int Findings { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary><see cref="Fields"/> counts what the page prints or shows to be blank; missing rows are not counted.</summary>
    public static SummaryEntry Of(ReportRecord record, string? recordPath) => new()
    {
        Path = record.Source.Path,
        Sha256 = record.Source.Sha256,
        Part = record.Source.Part,
        Record = recordPath,
        Outcome = record.Outcome,
        Form = record.Form?.Id,
        Fields = record.Fields.Count(field => field.Value.State is not (FieldState.Missing or FieldState.Unreadable)),
        Open = record.Fields.Count(field => field.Value.Review == ReviewState.Open) + record.Review.Count,
        Findings = record.Checks.Count(check => check.Outcome == CheckOutcome.Violated),
        Problems = record.Problems,
    };
}

/// <summary>The file <c>summary.json</c> (<c>govreport.summary/1</c>, docs/summary.schema.json); without times, ordered by path.</summary>
public static class SummaryJson
{
    public const string SchemaId = "govreport.summary/1";

    public static byte[] Write(IEnumerable<SummaryEntry> documents)
    {
        var entries = documents.OrderBy(entry => entry.Path, StringComparer.Ordinal).ThenBy(entry => entry.Part).ThenBy(entry => entry.Record, StringComparer.Ordinal).ToList();
        var json = new JsonText();
        json.Object(() =>
        {
            json.Name("schema").Text(SchemaId);
            json.Name("documents").Array(entries, entry => Entry(json, entry), block: true);
            json.Name("totals").Object(() => Totals(json, entries));
        }, block: true);
        return json.ToUtf8();
    }

    private static void Entry(JsonText json, SummaryEntry entry) => json.Object(() =>
    {
        json.Name("path").Text(entry.Path).Name("sha256").Text(entry.Sha256).Name("record").Text(entry.Record)
            .Name("outcome").Text(Codes.Of(entry.Outcome)).Name("form").Text(entry.Form)
            .Name("fields").Number(entry.Fields).Name("open").Number(entry.Open).Name("findings").Number(entry.Findings);
        json.Name("problems").Array(entry.Problems.Select(problem => problem.Category).Distinct(), category => json.Text(category));
    });

    private static void Totals(JsonText json, List<SummaryEntry> entries) => json
        .Name("documents").Number(entries.Count)
        .Name("accepted").Number(entries.Count(entry => entry.Outcome == Outcome.Accepted))
        .Name("needsReview").Number(entries.Count(entry => entry.Outcome == Outcome.NeedsReview))
        .Name("rejected").Number(entries.Count(entry => entry.Outcome == Outcome.Rejected))
        .Name("fields").Number(entries.Sum(entry => entry.Fields))
        .Name("open").Number(entries.Sum(entry => entry.Open))
        .Name("findings").Number(entries.Sum(entry => entry.Findings));
}
