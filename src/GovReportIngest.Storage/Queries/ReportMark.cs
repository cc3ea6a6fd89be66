namespace GovReportIngest.Storage.Queries;

/// <summary>What tells, besides its version, whether what is shown of a report changed.</summary>
/// <param name="Decision">The last decision about it; 0 where there is none.</param>
/// <param name="Items">Reasons and details of what the store asks besides, and what the catalogue says, one a line.</param>
public sealed record ReportMark(long Decision, string Items);
