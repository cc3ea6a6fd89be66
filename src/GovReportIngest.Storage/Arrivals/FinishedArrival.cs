namespace GovReportIngest.Storage.Arrivals;

/// <summary>An arrival of which all documents were read.</summary>
/// <param name="Rejected">Those of its documents that nothing could be read of.</param>
public sealed record FinishedArrival(string Location, IReadOnlyList<long> Rejected);
