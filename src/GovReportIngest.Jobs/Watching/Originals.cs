using System.Text;
using GovReportIngest.Core.Export;
using GovReportIngest.Jobs.Interop;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Moves originals out of a watched folder. Where a move was ended in the middle, the same call finishes it.</summary>
internal static class Originals
{
    public const string ReasonSuffix = ".reason.txt";

    /// <summary>A folder in which none of these names is taken: the given one, or a folder <c>~2</c>, <c>~3</c> … in it.</summary>
    public static string FreeTarget(string folder, IReadOnlyList<DroppedFile> files)
    {
        for (var number = 1; ; number++)
        {
            var target = number == 1 ? folder : Path.Combine(folder, $"~{number}");
            if (!files.Any(file => Path.Exists(Path.Combine(target, file.Name))))
                return target;
        }
    }

    /// <param name="watched">The watched folder.</param>
    /// <param name="location">The file, or the folder of page images.</param>
    /// <param name="target">Where the files keep their names below the watched folder.</param>
    /// <param name="files">Moved only where they are still those that were taken.</param>
    /// <param name="reason">Written beside the first one; null for none.</param>
    /// <exception cref="IOException">Something cannot be moved; what was moved so far stays so.</exception>
    public static void Move(string watched, string location, string target, IReadOnlyList<DroppedFile> files, string? reason)
    {
        if (reason is not null)
            RecordFiles.WriteAtomically(Path.Combine(target, files[0].Name + ReasonSuffix), Encoding.UTF8.GetBytes(reason + "\n"));
        foreach (var file in files)
            if (DroppedFile.Of(watched, Path.Combine(watched, file.Name)) == file)
                Move(Path.Combine(watched, file.Name), Path.Combine(target, file.Name));
        foreach (var folder in OwnFolders(watched, location, files).Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
            Directory.Delete(folder);
    }

    private static void Move(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (FileRename.TryRename(source, target))
            return;
        var half = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}{RecordFiles.TemporarySuffix}");
        using (var from = File.OpenRead(source))
        using (var to = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        File.SetLastWriteTimeUtc(half, File.GetLastWriteTimeUtc(source));
        File.Move(half, target, overwrite: true);
        File.Delete(source);
    }

    /// <summary>A folder of page images, or that of a saved page; not those in which people sort what they deliver.</summary>
    private static IEnumerable<string> OwnFolders(string watched, string location, IReadOnlyList<DroppedFile> files) =>
        files.Select(file => Path.GetDirectoryName(Path.Combine(watched, file.Name))!).Distinct().Where(folder => folder == location || folder != Path.GetDirectoryName(location));
}
