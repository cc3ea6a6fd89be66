using GovReportIngest.Core.Collect;

namespace GovReportIngest.Jobs.Watching;

/// <summary>What lies in a watched folder, by names, sizes and times alone. Links are refused, wherever they lead.</summary>
internal sealed class DropFolder(WatchedFolder watched)
{
    private readonly SourceCollector collector = new(watched.DocumentPer, isRootADocument: false);

    /// <returns>What can be taken, and what cannot with the reason.</returns>
    public (IReadOnlyList<DroppedItem> Items, IReadOnlyList<(string Path, string Reason)> Refused) List()
    {
        var (items, refused) = (new List<DroppedItem>(), new List<(string, string)>());
        var entries = collector.Discover([watched.Folder]);
        // An attachment belongs to the page that links to it.
        var attached = entries.Where(entry => entry is { IsFolder: false, Files.Count: > 1 }).SelectMany(entry => entry.Files.Skip(1)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Files.Count != 1 || !attached.Contains(entry.Files[0])))
            if (entry.Problem is { } problem)
                refused.Add((entry.Path, problem.Message));
            else if (entry.Files.Any(file => new FileInfo(file).LinkTarget is not null))
                refused.Add((entry.Path, "Links are not followed; put the file itself into the folder."));
            else if (ItemOf(entry) is { } item)
                items.Add(item);
        return (items, refused);
    }

    /// <summary>Null where a file went away meanwhile.</summary>
    private DroppedItem? ItemOf(SourceEntry entry)
    {
        var files = entry.Files.Select(file => DroppedFile.Of(watched.Folder, file)).ToList();
        return files.Contains(null) ? null : new(entry, entry.IsFolder ? Path.GetDirectoryName(entry.Files[0])! : entry.Files[0], [.. files.OfType<DroppedFile>()]);
    }
}
