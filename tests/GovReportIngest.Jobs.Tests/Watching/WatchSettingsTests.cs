using GovReportIngest.Core.Collect;
using GovReportIngest.Jobs.Listing;
using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Jobs.Tests.Watching;

public sealed class WatchSettingsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-settings-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_says_everything_that_can_be_set()
    {
        var settings = Read("""
            data: store
            out: /srv/records
            workers: 3
            folders:
              - folder: inbox
                done: moved/done
                failed: moved/failed
                every: 1m
                stable: 500ms
                priority: -2
                tags: [2024, 财政]
                documentPer: file
              - folder: /srv/share/incoming
                name: share
                leave: true
            """);

        Assert.Equal((In("store"), "/srv/records", 3), (settings.Data, settings.Out, settings.Workers));
        var first = settings.Folders[0];
        Assert.Equal((In("inbox"), "inbox", In("moved", "done"), In("moved", "failed")), (first.Folder, first.Name, first.Done, first.Failed));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(500), -2, DocumentPer.File), (first.Every, first.Stable, first.Priority, first.DocumentPer));
        Assert.Equal(["2024", "财政"], first.Tags);
        Assert.Equal(("share", true, (string?)null), (settings.Folders[1].Name, settings.Folders[1].IsLeftInPlace, settings.Folders[1].Failed));
    }

    [Fact]
    public void A_list_on_the_web_says_which_of_its_links_are_followed()
    {
        var settings = Read("""
            data: store
            listings:
              - page: https://www.example.gov.cn/ndbg/
                pages: ["https://www.example.gov.cn/ndbg/old/"]
                name: example
                follow: 年度报告
                next: 下一页
                hosts: [files.example.gov.cn]
                every: 12h
                delay: 2s
                timeout: 30s
                maxBytes: 1000
                form: cn-gov-disclosure-annual
                tags: [web]
              - page: http://other.example/
            """);

        var first = settings.Listings[0];
        Assert.Equal((2, "example", "年度报告", "下一页", 1000), (first.Pages.Count, first.Name, first.Follow.ToString(), first.Next!.ToString(), first.MostBytes));
        Assert.Equal((TimeSpan.FromHours(12), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), "cn-gov-disclosure-annual"), (first.Every, first.Delay, first.Timeout, first.Form));
        Assert.Equal(("other.example", WatchedListing.DefaultFollow, false), (settings.Listings[1].Name, settings.Listings[1].Follow.ToString(), settings.Listings[1].IsPrivateAllowed));
        Assert.True(first.Knows(new("https://files.example.gov.cn/a.pdf")));
        Assert.False(first.Knows(new("https://gov.cn/a.pdf")));
    }

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        var watched = Assert.Single(Read("data: store\nfolders: [{ folder: inbox }]").Folders);

        Assert.Equal((In("inbox.done"), In("inbox.failed"), WatchedFolder.DefaultEvery), (watched.Done, watched.Failed, watched.Every));
    }

    [Theory]
    [InlineData("data: s\nfolder: inbox", WatchFault.UnknownKey, "folder", 2)]
    [InlineData("data: s\nfolders:\n- folder: a\n  evry: 5s", WatchFault.UnknownKey, "evry", 4)]
    [InlineData("data: s\nfolders:\n- folder: a\n  every: 5", WatchFault.WrongValue, "5", 4)]
    [InlineData("data: s\nfolders:\n- folder: a\n  every: 99999h", WatchFault.WrongValue, "99999h", 4)]
    [InlineData("data: s\nfolders:\n- folder: a\n  documentPer: 7", WatchFault.WrongValue, "7", 4)]
    [InlineData("data: s\nworkers: many", WatchFault.WrongValue, "many", 2)]
    [InlineData("data: s\nfolders:\n- name: a", WatchFault.MissingKey, "folder", 3)]
    [InlineData("data: s\nlistings:\n- page: ftp://a/", WatchFault.WrongValue, "ftp://a/", 3)]
    [InlineData("data: s\nlistings:\n- page: http://a/\n  follow: \"(\"", WatchFault.WrongValue, "(", 4)]
    [InlineData("data: s\nlistings:\n- name: a", WatchFault.MissingKey, "page", 3)]
    [InlineData("folders: []", WatchFault.MissingKey, "data", 1)]
    public void What_has_no_meaning_is_refused_with_its_line(string text, WatchFault fault, string subject, int line)
    {
        var wrong = Assert.Throws<WatchSettingsException>(() => Read(text));
        Assert.Equal((fault, subject, (long?)line), (wrong.Fault, wrong.Subject, wrong.Line));
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("just text")]
    public void What_is_no_YAML_of_ours_is_refused(string text) => Assert.Equal(WatchFault.Unreadable, Assert.Throws<WatchSettingsException>(() => Read(text)).Fault);

    [Theory]
    [InlineData("in", "in/done", "failed", "out", "data")]
    [InlineData("in", "done", "failed", "in/out", "data")]
    [InlineData("in", "done", "failed", "out", "in/data")]
    [InlineData("done/in", "done", "failed", "out", "data")]
    [InlineData("in", "in", "failed", "out", "data")]
    [InlineData("in", "link/done", "failed", "out", "data")]
    public void Folders_that_overlap_are_refused_also_through_links(string inbox, string done, string failed, string output, string data)
    {
        Directory.CreateDirectory(In(inbox));
        if (inbox == "in")
            Directory.CreateSymbolicLink(In("link"), In("in"));
        var watched = new WatchedFolder { Folder = In(inbox), Name = "a", Done = In(done), Failed = In(failed) };

        Assert.Equal(WatchFault.Overlap, FaultOf(new() { Folders = [watched], Out = In(output), Data = In(data) }));
    }

    [Fact]
    public void Watched_folders_must_not_overlap_or_share_a_name()
    {
        Directory.CreateDirectory(In("in", "inner"));
        Directory.CreateDirectory(In("other", "in"));
        WatchedFolder Of(string name, params string[] path) => new() { Folder = In(path), Name = name };

        Assert.Equal(WatchFault.Overlap, FaultOf(new() { Folders = [Of("a", "in"), Of("b", "in", "inner")], Data = In("data") }));
        Assert.Equal(WatchFault.SameName, FaultOf(new() { Folders = [Of("in", "in"), Of("in", "other", "in")], Data = In("data") }));
    }

    [Fact]
    public void Folders_that_are_not_there_or_cannot_be_written_are_refused()
    {
        Directory.CreateDirectory(In("in"));
        File.WriteAllText(In("file"), "");
        var watched = new WatchedFolder { Folder = In("in"), Name = "in", Done = In("file", "done"), Failed = In("failed") };

        Assert.Equal(WatchFault.NotWritable, FaultOf(new() { Folders = [watched], Data = In("data") }));
        Assert.Equal(WatchFault.NotThere, FaultOf(new() { Folders = [watched with { Folder = In("nowhere") }], Data = In("data") }));
        Assert.Equal(WatchFault.NoFolder, FaultOf(new() { Folders = [], Data = In("data") }));
    }

    [Fact]
    public void Settings_that_can_be_carried_out_make_their_folders()
    {
        Directory.CreateDirectory(In("in"));
        WatchSettingsCheck.Require(new() { Folders = [new() { Folder = In("in"), Name = "in", Done = In("in.done"), Failed = In("in.failed") }], Data = In("data"), Out = In("out") });
        Assert.Equal(["in", "in.done", "in.failed", "out"], folder.EnumerateDirectories().Select(made => made.Name).Order(StringComparer.Ordinal));
    }

    private static WatchFault FaultOf(WatchSettings settings) => Assert.Throws<WatchSettingsException>(() => WatchSettingsCheck.Require(settings)).Fault;

    private WatchSettings Read(string text)
    {
        File.WriteAllText(In("watch.yaml"), text);
        return WatchSettingsFile.Read(In("watch.yaml"), null);
    }

    private string In(params string[] names) => Path.Combine([folder.FullName, .. names]);
}
