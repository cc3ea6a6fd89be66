using GovReportIngest.Core.Collect;
using GovReportIngest.Jobs.Listing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GovReportIngest.Jobs.Watching;

/// <summary>Settings of watchers as a YAML file (docs/watch.md). Relative folders are taken from where the file lies.</summary>
public static class WatchSettingsFile
{
    /// <param name="path">Of the file.</param>
    /// <param name="data">Takes the place of the store in the file; null for none.</param>
    /// <exception cref="WatchSettingsException">The file cannot be read, or has a key or a value that has no meaning.</exception>
    public static WatchSettings Read(string path, string? data)
    {
        var root = new SettingsNode(Parse(path));
        var home = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var settings = new WatchSettings
        {
            Data = data ?? Path.GetFullPath(root.Required("data"), home),
            Out = root.Text("out") is { } output ? Path.GetFullPath(output, home) : null,
            Workers = root.Number("workers"),
            Folders = [.. root.Nodes("folders").Select(node => FolderOf(node, home))],
            Listings = [.. root.Nodes("listings").Select(ListingOf)],
        };
        _ = root.Text("data");
        root.RefuseOthers();
        return settings;
    }

    /// <summary>Where originals go if nothing is said: beside the watched folder.</summary>
    public static (string Done, string Failed) DefaultTargets(string folder) => ($"{folder}.done", $"{folder}.failed");

    private static WatchedFolder FolderOf(SettingsNode node, string home)
    {
        string? PathOf(string key) => node.Text(key) is { } text ? Path.GetFullPath(text, home) : null;
        var folder = RealPath.Of(Path.GetFullPath(node.Required("folder"), home));
        var (done, failed) = DefaultTargets(folder);
        var isLeft = node.Truth("leave");
        var watched = new WatchedFolder
        {
            Folder = folder,
            Name = node.Text("name") ?? Path.GetFileName(folder),
            Done = PathOf("done") ?? (isLeft ? null : done),
            Failed = PathOf("failed") ?? (isLeft ? null : failed),
            Every = node.Duration("every") ?? WatchedFolder.DefaultEvery,
            Stable = node.Duration("stable") ?? WatchedFolder.DefaultStable,
            Priority = node.Number("priority") ?? 0,
            Tags = node.Texts("tags"),
            Form = node.Text("form"),
            DocumentPer = node.Choice<DocumentPer>("documentPer") ?? DocumentPer.Auto,
        };
        node.RefuseOthers();
        if (isLeft && watched.Done is not null)
            throw new WatchSettingsException(WatchFault.WrongValue, "leave: true", "done");
        return watched;
    }

    private static WatchedListing ListingOf(SettingsNode node)
    {
        List<Uri> pages = [node.Address("page"), .. node.Addresses("pages")];
        var watched = new WatchedListing
        {
            Name = node.Text("name") ?? pages[0].IdnHost,
            Pages = pages,
            Follow = node.Pattern("follow") ?? WatchedListing.UsualFollow,
            Next = node.Pattern("next"),
            Hosts = node.Texts("hosts"),
            Every = node.Duration("every") ?? WatchedListing.DefaultEvery,
            Delay = node.Duration("delay") ?? WatchedListing.DefaultDelay,
            Timeout = node.Duration("timeout") ?? WatchedListing.DefaultTimeout,
            MostBytes = node.Number("maxBytes") ?? WatchedListing.DefaultMostBytes,
            Priority = node.Number("priority") ?? 0,
            Tags = node.Texts("tags"),
            Form = node.Text("form"),
        };
        node.RefuseOthers();
        return watched;
    }

    private static YamlMappingNode Parse(string path)
    {
        try
        {
            using var text = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(text);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new WatchSettingsException(WatchFault.Unreadable, path, "data:, folders:", 1);
        }
        catch (YamlException wrong)
        {
            throw new WatchSettingsException(WatchFault.Unreadable, path, wrong.Message, wrong.Start.Line);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new WatchSettingsException(WatchFault.Unreadable, path, wrong.Message);
        }
    }
}
