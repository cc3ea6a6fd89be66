namespace GovReportIngest.Storage.Archives;

/// <summary>What became of the rows of a catalogue.</summary>
/// <param name="Matched">Documents that have an entry of it now.</param>
/// <param name="Unmatched">Archival codes of rows that no document of the store is meant by.</param>
/// <param name="Ambiguous">Those that several documents may be meant by: none of them has the entry.</param>
/// <param name="Without">Documents of the store that have no entry of any catalogue.</param>
public sealed record CatalogueImport(long Matched, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Ambiguous, long Without);
