using GovReportIngest.Jobs.Watching;

namespace GovReportIngest.Jobs.Tests.Watching;

public sealed class LeftInPlaceTests : WatchedStore
{
    protected override WatchedFolder Watched => base.Watched with { Done = null, Failed = null, Tags = ["2024"], Priority = 7 };

    [Fact]
    public async Task Originals_stay_and_are_not_taken_again_by_a_later_process()
    {
        Drop("一、总体情况\n", "a.txt");
        await TakeAndReadAsync();
        StartAgain();

        await TakeAndReadAsync();

        Assert.Equal(["a.txt"], Files("inbox"));
        Assert.Single(Told.OfType<WatchEvent.Registered>());
        Assert.Single(Told.OfType<WatchEvent.Settled>());
        Assert.Equal(7, (await Store.Queries.FindAsync(1, default))!.Document.Priority);
    }

    [Fact]
    public async Task A_changed_file_is_a_new_version_and_one_that_went_away_is_forgotten()
    {
        var file = Drop("一、总体情况\n", "a.txt");
        await TakeAndReadAsync();
        Drop("二、主动公开情况\n", "a.txt");
        await TakeAndReadAsync();
        Assert.Equal(2, (await Store.Queries.FindAsync(1, default))!.Document.ReplacedBy);

        File.Delete(file);
        await Watcher.PassAsync(default);

        Assert.Empty(await Store.Arrivals.ListAsync(Watched.Folder, default));
        Assert.Single(await PathsAsync());
    }
}
