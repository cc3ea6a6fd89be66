using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.TestKit;

namespace GovReportIngest.Server.Tests;

/// <summary>Records with questions, made of a sample that has none.</summary>
internal static class OpenReports
{
    private static readonly Lazy<ReportRecord> Sample = new(() => TextReports.Ingest(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"))));

    public static ReportRecord None => Sample.Value;

    public static ReportRecord With(params string[] paths) => None with
    {
        Outcome = Outcome.NeedsReview,
        Fields = [.. None.Fields.Select(field => paths.Contains(field.Key)
            ? KeyValuePair.Create(field.Key, field.Value with { Review = ReviewState.Open, Reasons = ["low-probability"], Probability = 0.9m }) : field)],
    };

    /// <summary>The first printed numbers are open.</summary>
    public static ReportRecord WithOpen(int fields) => With([.. None.Fields
        .Where(field => field.Value is { State: FieldState.Printed, Value: FieldValue.Number } && !field.Key.StartsWith("report.", StringComparison.Ordinal)).Take(fields).Select(field => field.Key)]);

    /// <summary>The cells of the third table from this one on stand a row too low; all that moved is open.</summary>
    public static ReportRecord TooLow(string from, string to)
    {
        var shift = new Decision { Id = 1, Subject = "structure:requests", Action = DecisionAction.Shift, Shift = new(from, to, 1, 0) };
        var wrong = ReviewedRecord.Of(None, TextReports.Forms.Find(None.Form!.Id), StandingDecisions.Of([shift]));
        return wrong with
        {
            Fields = [.. wrong.Fields.Select(field => field.Value.Extracted is null ? field
                : KeyValuePair.Create(field.Key, field.Value with { Extracted = null, Review = ReviewState.Open, Reasons = ["row-uncertain"] }))],
        };
    }

    public static RecordField Field(this ReportRecord record, string path) => record.Fields.First(field => field.Key == path).Value;
}
