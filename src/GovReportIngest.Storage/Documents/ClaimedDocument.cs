namespace GovReportIngest.Storage.Documents;

/// <summary>A document that the caller is to read now.</summary>
public sealed record ClaimedDocument(Claim Claim, WaitingDocument Document);
