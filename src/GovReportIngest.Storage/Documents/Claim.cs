namespace GovReportIngest.Storage.Documents;

/// <summary>The right to write the result of a document: whoever claims it later has a greater epoch, and this one's result is refused.</summary>
public sealed record Claim(long DocumentId, long Epoch);
