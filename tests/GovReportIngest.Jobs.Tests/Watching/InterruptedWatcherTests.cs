using GovReportIngest.Jobs.Watching;
using GovReportIngest.Storage.Arrivals;

namespace GovReportIngest.Jobs.Tests.Watching;

/// <summary>A watcher that ended between any two steps, and was started again.</summary>
public sealed class InterruptedWatcherTests : WatchedStore
{
    [Fact]
    public async Task What_was_registered_but_not_noted_is_no_second_document()
    {
        Drop("一、总体情况\n", "a.txt");
        await TakeAsync();
        await Store.Arrivals.ForgetAsync([Path.Combine(Watched.Folder, "a.txt")], default);
        StartAgain();

        await TakeAndReadAsync();

        Assert.Equal(["inbox/a.txt"], await PathsAsync());
        Assert.Equal(["a.txt"], Files("done"));
    }

    [Fact]
    public async Task What_was_read_before_the_end_is_moved_after_it()
    {
        Drop("一、总体情况\n", "a.txt");
        await TakeAsync();
        await ProcessAsync(Processing());
        StartAgain();

        await Watcher.PassAsync(default);

        Assert.Equal(["a.txt"], Files("done"));
        Assert.Empty(Files("inbox"));
    }

    [Fact]
    public async Task A_move_that_was_half_done_is_finished_where_it_was_begun()
    {
        Drop("1", "scan", "001.jpg");
        Drop("2", "scan", "002.jpg");
        await TakeAsync();
        await ProcessAsync(Processing());
        var arrival = Assert.Single(await Store.Arrivals.ListAsync(Watched.Folder, default));
        await Store.Arrivals.JudgeAsync([arrival with { Verdict = Verdict.Failed, Reason = "no image", Target = In("failed", "~2") }], default);
        Directory.CreateDirectory(In("failed", "~2", "scan"));
        File.Move(In("inbox", "scan", "001.jpg"), In("failed", "~2", "scan", "001.jpg"));
        StartAgain();

        await Watcher.PassAsync(default);

        Assert.Equal(["~2/scan/001.jpg", "~2/scan/001.jpg.reason.txt", "~2/scan/002.jpg"], Files("failed"));
        Assert.Single(await PathsAsync());
        Assert.Empty(await Store.Arrivals.ListAsync(Watched.Folder, default));
    }

    [Fact]
    public async Task A_file_dropped_at_the_place_of_one_that_was_just_moved_is_not_moved_for_it()
    {
        var file = Drop("一、总体情况\n", "a.txt");
        await TakeAsync();
        await ProcessAsync(Processing());
        var arrival = Assert.Single(await Store.Arrivals.ListAsync(Watched.Folder, default));
        await Store.Arrivals.JudgeAsync([arrival with { Verdict = Verdict.Done, Target = In("done") }], default);
        Directory.CreateDirectory(In("done"));
        File.Move(file, In("done", "a.txt"));
        Drop("二、主动公开\n", "a.txt");
        StartAgain();

        await TakeAndReadAsync();

        Assert.Equal("一、总体情况\n", await File.ReadAllTextAsync(In("done", "a.txt")));
        Assert.Equal("二、主动公开\n", await File.ReadAllTextAsync(In("done", "~2", "a.txt")));
    }
}
