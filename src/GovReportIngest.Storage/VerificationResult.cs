namespace GovReportIngest.Storage;

/// <param name="Blobs">Blobs that rows name, all read and hashed.</param>
/// <param name="Records">Current records that were compared with their rows.</param>
/// <param name="Unused">Blobs that no row names: a process ended between the two. They do no harm.</param>
/// <param name="Defects">Empty where the store is sound.</param>
public sealed record VerificationResult(long Blobs, long Records, long Unused, IReadOnlyList<StoreDefect> Defects);

/// <param name="Code">database, blob-missing, blob-damaged or record-differs.</param>
/// <param name="Detail">What and where, in plain English.</param>
public sealed record StoreDefect(string Code, string Detail);
