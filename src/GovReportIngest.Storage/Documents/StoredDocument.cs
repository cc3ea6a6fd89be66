namespace GovReportIngest.Storage.Documents;

/// <summary>A document that the store has.</summary>
/// <param name="DocumentId">Its number in this store.</param>
/// <param name="Records">Hashes of the records of its current version, part by part; empty where none was read yet.</param>
public sealed record StoredDocument(long DocumentId, IReadOnlyList<string> Records);
