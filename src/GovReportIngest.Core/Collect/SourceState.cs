namespace GovReportIngest.Core.Collect;

/// <summary>
/// Size and time of a document's files. A record names the hash of the bytes that were hashed; if a file is still being written,
/// others are read.
/// </summary>
public sealed class SourceState
{
    private readonly List<(string File, long Length, DateTime Written)> files;

    private SourceState(IReadOnlyList<string> paths) =>
        files = [.. paths.Select(path => new FileInfo(path)).Where(file => file.Exists).Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc))];

    /// <summary>To be taken before the bytes are hashed.</summary>
    public static SourceState Of(SourceEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Files);
    }

    /// <summary>A file that is gone is no other file: what was read of it stands.</summary>
    public bool HasChanged() => files.Any(file =>
        new FileInfo(file.File) is { Exists: true } now && (now.Length, now.LastWriteTimeUtc) != (file.Length, file.Written));
}
