using GovReportIngest.Core.Document.Record;
using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Cli.Watch;

/// <summary>What was read of a document, over all of its reports.</summary>
/// <param name="State">Code of the document's state.</param>
internal sealed record ReadCounts(string State, int Fields, int Open, int Findings)
{
    public static ReadCounts Of(ReadingResult result)
    {
        var records = result.Files.Select(file => file.Record).ToList();
        var fields = records.SelectMany(record => record.Fields).Select(field => field.Value).ToList();
        return new(
            WorkStates.CodeOf(WorkStates.Of(records.Select(record => record.Outcome))), fields.Count(field => field.State is FieldState.Printed),
            fields.Count(field => field.Review is ReviewState.Open) + records.Sum(record => record.Review.Count),
            records.Sum(record => record.Checks.Count(check => check.Outcome is CheckOutcome.Violated)));
    }
}
