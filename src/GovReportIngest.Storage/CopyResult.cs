namespace GovReportIngest.Storage;

/// <param name="Blobs">Blobs that the rows name.</param>
/// <param name="Copied">Those that were not in the target before.</param>
/// <param name="Defects">Blobs that are damaged or gone in the source, and are not in the copy.</param>
public sealed record CopyResult(long Blobs, long Copied, IReadOnlyList<StoreDefect> Defects);
