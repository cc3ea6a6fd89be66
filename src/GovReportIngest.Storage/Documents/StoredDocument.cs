namespace GovReportIngest.Storage.Documents;

/// <summary>A document that the store has.</summary>
/// <param name="DocumentId">Its number in this store.</param>
/// <param name="IsNew">It had not been there before.</param>
public sealed record StoredDocument(long DocumentId, bool IsNew);
