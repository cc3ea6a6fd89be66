namespace GovReportIngest.Storage.Documents;

/// <summary>A document that the store has.</summary>
/// <param name="DocumentId">Its number in this store.</param>
/// <param name="Standing">What it was to the store.</param>
/// <param name="Replaced">The document that stood at its place before; null for none.</param>
public sealed record StoredDocument(long DocumentId, Standing Standing, long? Replaced = null);
