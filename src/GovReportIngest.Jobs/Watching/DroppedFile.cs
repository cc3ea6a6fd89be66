namespace GovReportIngest.Jobs.Watching;

/// <summary>One file of a delivery as it was seen.</summary>
/// <param name="Name">Below the watched folder.</param>
/// <param name="Written">Time of change, in ticks.</param>
internal sealed record DroppedFile(string Name, long Bytes, long Written)
{
    /// <summary>Null where the file is gone.</summary>
    public static DroppedFile? Of(string folder, string file) => new FileInfo(file) is { Exists: true } info
        ? new(Path.GetRelativePath(folder, file), info.Length, info.LastWriteTimeUtc.Ticks) : null;
}
