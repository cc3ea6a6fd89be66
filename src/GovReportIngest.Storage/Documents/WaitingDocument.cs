namespace GovReportIngest.Storage.Documents;

/// <summary>A document to be read from the store's own bytes.</summary>
public sealed record WaitingDocument(long DocumentId, string Path, long Bytes);
