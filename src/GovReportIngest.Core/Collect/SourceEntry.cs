using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Collect;

/// <summary>
/// Something that Collect found: a document whose bytes were not touched yet, or, with a <see cref="Problem"/>, something that
/// cannot be read and is reported as rejected.
/// </summary>
public sealed record SourceEntry(string Path, IReadOnlyList<string> Files, bool IsFolder, Problem? Problem = null)
{
    /// <summary>Where it was fetched; null for files.</summary>
    public string? Url { get; init; }

    /// <summary>Bytes now on the disk, for estimates of time; a file that vanished counts nothing.</summary>
    public long BytesOnDisk() => Files.Sum(file => new FileInfo(file) is { Exists: true } info ? info.Length : 0);
}
