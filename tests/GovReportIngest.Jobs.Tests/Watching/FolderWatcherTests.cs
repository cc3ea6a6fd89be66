using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Jobs.Tests.Watching;

public sealed class FolderWatcherTests : WatchedStore
{
    [Fact]
    public async Task A_file_is_taken_when_it_has_not_changed_for_a_while()
    {
        Drop("一", "sub", "a.txt");
        Assert.Equal(1, (await Watcher.PassAsync(default)).Incomplete);
        Clock.Pass(Watched.Stable - TimeSpan.FromSeconds(1));
        Drop("一、总体情况\n", "sub", "a.txt");
        await Watcher.PassAsync(default);
        Clock.Pass(Watched.Stable - TimeSpan.FromSeconds(1));
        Assert.Equal((0, 1), await Watcher.PassAsync(default) is var early ? (early.Registered, early.Incomplete) : default);

        Clock.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal((1, 0), await Watcher.PassAsync(default) is var late ? (late.Registered, late.Incomplete) : default);
        Assert.Equal(["inbox/sub/a.txt"], await PathsAsync());
        Assert.Equal("一、总体情况\n"u8.ToArray(), await Store.Blobs.ReadAsync((await Store.Queries.FindAsync(1, default))!.Files[0].Sha256, default));
    }

    [Fact]
    public async Task A_file_that_is_open_for_writing_is_left_alone()
    {
        var file = Drop("一", "a.txt");
        await using (new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await TakeAsync();
            Assert.Empty(await PathsAsync());
        }

        await using (new FileStream(file, FileMode.Open, FileAccess.Read))
            await Watcher.PassAsync(default);
        Assert.Equal(["inbox/a.txt"], await PathsAsync());
    }

    [Theory]
    [InlineData("a.txt.part")]
    [InlineData("a.tmp")]
    [InlineData("~$a.docx")]
    [InlineData(".a.txt")]
    [InlineData("a.pdf.crdownload")]
    public async Task Names_of_files_that_are_still_written_are_no_deliveries(string name)
    {
        Drop("一", name);
        await TakeAsync();
        Assert.Empty(await PathsAsync());
    }

    [Fact]
    public async Task Originals_go_to_done_and_failed_with_the_reason_beside_when_they_were_read()
    {
        Drop("一、总体情况\n", "sub", "a.txt");
        var bad = Drop("", "b.pdf");
        await File.WriteAllBytesAsync(bad, [1, 2, 3, 4]);
        var written = File.GetLastWriteTimeUtc(In("inbox", "sub", "a.txt"));
        await TakeAsync();
        Assert.Equal(["b.pdf", "sub/a.txt"], Files("inbox"));

        await TakeAndReadAsync();

        Assert.Equal(["sub/a.txt"], Files("done"));
        Assert.Equal(["b.pdf", "b.pdf.reason.txt"], Files("failed"));
        Assert.Contains("inbox/b.pdf, document ", await File.ReadAllTextAsync(In("failed", "b.pdf.reason.txt")), StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(In("done", "sub", "a.txt")));
        Assert.True(Directory.Exists(In("inbox", "sub")));
        Assert.Empty(await Store.Arrivals.ListAsync(Watched.Folder, default));
    }

    [Fact]
    public async Task The_same_bytes_again_are_told_and_not_read_twice()
    {
        Drop("一、总体情况\n", "a.txt");
        await TakeAndReadAsync();

        Drop("一、总体情况\n", "a.txt");
        Drop("一、总体情况\n", "renamed.txt");
        await TakeAndReadAsync();

        Assert.Equal(["inbox/a.txt"], await PathsAsync());
        Assert.Equal(["a.txt", "renamed.txt", "renamed.txt.reason.txt", "~2/a.txt"], Files("done"));
        Assert.Contains("document 1", await File.ReadAllTextAsync(In("done", "renamed.txt.reason.txt")), StringComparison.Ordinal);
        Assert.Equal([Standing.New, Standing.Known, Standing.Twin], Told.OfType<WatchEvent.Registered>().Select(event_ => event_.Document.Standing).Order());
    }

    [Fact]
    public async Task Other_bytes_under_the_same_name_are_a_new_version()
    {
        Drop("一、总体情况\n", "a.txt");
        await TakeAndReadAsync();

        Drop("二、主动公开\n", "a.txt");
        await TakeAndReadAsync();

        var newer = (await Store.Queries.FindAsync(2, default))!.Document;
        Assert.Equal((2L, "inbox/a.txt"), ((await Store.Queries.FindAsync(1, default))!.Document.ReplacedBy, newer.Path));
        Assert.Equal(["a.txt", "~2/a.txt"], Files("done"));
    }

    [Fact]
    public async Task A_file_without_bytes_waits_long_and_is_refused()
    {
        Drop("", "a.txt");
        await TakeAsync();
        Assert.Equal(1, (await Watcher.PassAsync(default)).Incomplete);

        Clock.Pass(Watched.Stable * 9);
        await Watcher.PassAsync(default);

        Assert.Equal(["a.txt", "a.txt.reason.txt"], Files("failed"));
        Assert.Empty(await PathsAsync());
    }

    [Fact]
    public async Task Links_are_refused_once_and_left()
    {
        File.CreateSymbolicLink(In("inbox", "a.txt"), Put("一", "elsewhere", "a.txt"));
        Directory.CreateSymbolicLink(In("inbox", "sub"), In("elsewhere"));

        await TakeAsync();
        await TakeAsync();

        Assert.Empty(await PathsAsync());
        Assert.Equal(["inbox/a.txt", "inbox/sub"], Told.Cast<WatchEvent.Refused>().Select(refused => refused.Path).Order());
        Assert.True(Path.Exists(In("inbox", "a.txt")));
    }

    [Fact]
    public async Task Page_images_that_grow_in_number_are_one_document_when_they_are_all_there()
    {
        Drop("1", "scan", "001.jpg");
        await Watcher.PassAsync(default);
        Clock.Pass(Watched.Stable);
        Drop("2", "scan", "002.jpg");
        await Watcher.PassAsync(default);
        Assert.Empty(await PathsAsync());

        await TakeAsync();
        Assert.Equal(["inbox/scan"], await PathsAsync());
        await ProcessAsync(Processing());
        await Watcher.PassAsync(default);

        Assert.Equal(["scan/001.jpg", "scan/001.jpg.reason.txt", "scan/002.jpg"], Files("failed"));
        Assert.False(Directory.Exists(In("inbox", "scan")));
    }

    [Fact]
    public async Task A_saved_page_is_one_document_with_its_attachment()
    {
        Drop("<html><body>一、总体情况<a href='b.pdf'>附件</a></body></html>", "a.html");
        Drop("%PDF-1.4", "b.pdf");

        await TakeAndReadAsync();

        Assert.Equal(["inbox/a.html"], await PathsAsync());
        Assert.Equal(["a.html", "b.pdf"], Files("done"));
    }

    [Fact]
    public async Task A_folder_that_is_away_for_a_while_is_told_and_loses_nothing()
    {
        Drop("一", "a.txt");
        await TakeAsync();
        Directory.Move(Inbox, In("away"));
        await Watcher.PassAsync(default);
        Directory.Move(In("away"), Inbox);

        await TakeAndReadAsync();

        Assert.Single(Told.OfType<WatchEvent.Hindered>());
        Assert.Equal(["a.txt"], Files("done"));
    }
}
