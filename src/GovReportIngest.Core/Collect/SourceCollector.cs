using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Collect;

/// <summary>What counts as one document.</summary>
public enum DocumentPer
{
    File,

    /// <summary>The page images of a folder are one document; other files are documents of their own.</summary>
    Folder,

    /// <summary>
    /// A folder that holds page images and nothing else is one document where each file is one page and the names run like
    /// pages (<see cref="PageNames"/>).
    /// </summary>
    Auto,
}

/// <summary>Finds the documents below the paths that a user gave, in natural order; follows no linked folders and opens no files but TIFF and web pages.</summary>
/// <param name="documentPer">What counts as one document.</param>
/// <param name="outputFolders">Where this run writes; never searched, though they may lie inside a source folder.</param>
/// <param name="isRootADocument">Whether the page images of a given folder itself may be one document; not where more and more are dropped.</param>
public sealed class SourceCollector(DocumentPer documentPer = DocumentPer.File, IEnumerable<string>? outputFolders = null, bool isRootADocument = true)
{
    private readonly HashSet<string> outputs = [.. (outputFolders ?? []).Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))];

    /// <summary>Of files that a program still writes: browsers, copiers, clients of file servers.</summary>
    private static readonly string[] TemporaryEndings = [".tmp", ".part", ".partial", ".crdownload", ".filepart"];

    private static readonly string[] PageImages = [".tif", ".tiff", ".png", ".jpg", ".jpeg", ".bmp", ".webp", ".jp2"];

    /// <summary>Never throws for what lies on the disk: what cannot be listed is an entry with a problem.</summary>
    public IReadOnlyList<SourceEntry> Discover(IEnumerable<string> paths)
    {
        var entries = new List<SourceEntry>();
        foreach (var path in paths.Select(Path.GetFullPath))
            if (Directory.Exists(path))
                DiscoverFolder(path, path, entries);
            else if (File.Exists(path))
                entries.Add(new(Path.GetFileName(path), [path, .. SavedPages.PartsOf(path)], false));
            else
                entries.Add(Rejected(Path.GetFileName(path), "not-found", "There is no such file or folder, or it may not be seen; check the path and its rights."));
        return entries;
    }

    private void DiscoverFolder(string root, string folder, List<SourceEntry> entries)
    {
        var (files, folders) = List(root, folder, entries);
        RejectUnnamable(root, files, entries);
        RejectUnnamable(root, folders, entries);
        // Pictures of a saved page are no documents; what it links to is one all the same.
        var parts = files.Where(SavedPages.IsPage).ToDictionary(page => page, SavedPages.PartsOf);
        files.RemoveAll(file => IsPageImage(file) && parts.Values.Any(own => own.Contains(file)));
        folders.RemoveAll(inner => SavedPages.IsOfPage(inner, files));
        var pages = folder == root && !isRootADocument ? [] : PagesOf(files, folders);
        if (pages.Count > 0)
            entries.Add(new(folder == root ? Path.GetFileName(root) : Relative(root, folder), pages, true));
        foreach (var file in files.Except(pages))
            entries.Add(new(Relative(root, file), [file, .. parts.GetValueOrDefault(file, [])], false));
        foreach (var inner in folders.Where(inner => !outputs.Contains(inner)))
            if (new DirectoryInfo(inner).LinkTarget is null)
                DiscoverFolder(root, inner, entries);
            else
                entries.Add(Rejected(Relative(root, inner), "linked-folder", "Linked folders are not followed; give the folder itself as a path."));
    }

    /// <summary>
    /// Names in another encoding than UTF-8, as old archives from Windows leave them, come with U+FFFD in place of characters
    /// and cannot be opened. Several may look the same, which their output paths must not.
    /// </summary>
    private static void RejectUnnamable(string root, List<string> paths, List<SourceEntry> entries)
    {
        var number = 0;
        foreach (var path in paths.Where(path => path.Contains('\uFFFD', StringComparison.Ordinal) && !Path.Exists(path)).ToList())
        {
            paths.Remove(path);
            entries.Add(Rejected($"{Relative(root, path)}~{++number}", "name-encoding", "The name is not in UTF-8, so that it cannot be opened; rename it (convmv -f gb18030 -t utf8 does that)."));
        }
    }

    private static (List<string> Files, List<string> Folders) List(string root, string folder, List<SourceEntry> entries)
    {
        try
        {
            return (
                [.. Directory.EnumerateFiles(folder).Where(IsWanted).Order(NaturalOrder.Instance)],
                [.. Directory.EnumerateDirectories(folder).Where(IsWanted).Order(NaturalOrder.Instance)]);
        }
        catch (Exception wrong) when (wrong is UnauthorizedAccessException or IOException)
        {
            entries.Add(Rejected(Relative(root, folder), "unreadable-folder", "The folder cannot be listed; check its rights, or that it still exists."));
            return ([], []);
        }
    }

    private List<string> PagesOf(List<string> files, List<string> folders) => documentPer switch
    {
        DocumentPer.File => [],
        DocumentPer.Folder => [.. files.Where(IsPageImage)],
        // A TIFF with several pages is a document by itself.
        DocumentPer.Auto => folders.Count == 0 && files.All(IsPageImage) && PageNames.Run(files) && !files.Any(TiffDirectories.HasSeveral) ? files : [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a file's ending is that of an image format that can hold a page.</summary>
    public static bool IsPageImage(string file) => PageImages.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <summary>Hidden and temporary files, and our own output, are no sources.</summary>
    private static bool IsWanted(string path)
    {
        var name = Path.GetFileName(path);
        return !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
            && !TemporaryEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && !name.EndsWith(".record.json", StringComparison.Ordinal) && !name.EndsWith(".expected.json", StringComparison.Ordinal)
            && name is not ("Thumbs.db" or "desktop.ini");
    }

    // A backslash is a character of a name: as a separator it would lead records out of the output folder.
    private static string Relative(string root, string path) => Path.GetRelativePath(root, path);

    private static SourceEntry Rejected(string path, string category, string message) =>
        new(path, [], false, new("collect", category, null, message));
}
