using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Cli.Ingest;

/// <summary>What became of one document of a batch.</summary>
/// <param name="Record">The new record, or the one that was there before.</param>
/// <param name="RecordPath">Relative to the out folder.</param>
/// <param name="WasSkipped">A record of the same source and engine was already there.</param>
internal sealed record DocumentResult(ReportRecord Record, string RecordPath, bool WasSkipped, TimeSpan Elapsed)
{
    public int FieldsRead => Record.Fields.Count(entry => entry.Value.State is FieldState.Printed);

    public int FieldsOpen => Record.Fields.Count(entry => entry.Value.Review is ReviewState.Open);

    public int Findings => Record.Checks.Count(check => check.Outcome is CheckOutcome.Violated);
}
