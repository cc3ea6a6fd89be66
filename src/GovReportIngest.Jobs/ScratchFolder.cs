namespace GovReportIngest.Jobs;

/// <summary>A new folder for bytes on their way; it goes when it is disposed of.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    /// <param name="parent">Where it is made.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public ScratchFolder(string parent) => folder = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"govreport-{Guid.NewGuid():N}"));

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
