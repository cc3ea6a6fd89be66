using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Storage.Tests.Documents;

public abstract class WorkContract(ITestedDatabase database) : StoreContract(database)
{
    private static readonly Problem Crash = new("read", "worker-crashed", 1, "");

    [Fact]
    public async Task What_a_process_left_half_read_waits_again()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await Store.Claims.TakeAsync(document.DocumentId, default);
        Assert.Equal("processing", (await Store.Queries.FindAsync(document.DocumentId, default))!.Document.State);

        await ReopenAsync();

        Assert.Equal("collected", (await Store.Queries.FindAsync(document.DocumentId, default))!.Document.State);
    }

    [Fact]
    public async Task What_waits_comes_by_urgency_and_then_in_the_order_it_came()
    {
        await CollectAsync(Put("a.txt", "一"));
        await CollectAsync(Put("b.txt", "二"), priority: 5);
        await CollectAsync(Put("c.txt", "三"), priority: -1);
        await CollectAsync(Put("d.txt", "四"));
        await RecordAsync(await CollectAsync(Put("done.txt", "五")), Record);
        await Store.Documents.CollectAsync(Put("unread.txt", "六"), null, new() { Priority = 9 }, default);

        Assert.Equal(["b.txt", "a.txt", "d.txt", "c.txt"], await WaitingAsync());
    }

    [Fact]
    public async Task A_fault_that_may_pass_is_tried_again_later_each_time_and_then_no_more()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RecordAsync(document, Record with { Problems = [Crash] });
            Assert.Empty(await WaitingAsync());
            var row = (await Store.Queries.FindAsync(document.DocumentId, default))!.Document;
            Assert.Equal(attempt, row.Attempts);
            if (row.RetryAt is not { } due)
                break;
            waits.Add(due - Clock.GetUtcNow().ToUnixTimeMilliseconds());
            Clock.Pass(TimeSpan.FromMilliseconds(waits[^1]));
            Assert.Equal(["a.txt"], await WaitingAsync());
        }

        Assert.Equal([1, 4, 16, 64], waits.Select(wait => wait / 60_000));
        Assert.Empty(await WaitingAsync(isWaitingOver: true));
    }

    [Fact]
    public async Task Who_does_not_wait_gets_what_is_not_due_and_who_asks_what_was_rejected()
    {
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Record with { Problems = [Crash] });
        await RecordAsync(await CollectAsync(Put("b.txt", "二")), Rejected);

        Assert.Empty(await WaitingAsync());
        Assert.Equal(["a.txt"], await WaitingAsync(isWaitingOver: true));
        Assert.Equal(["b.txt"], await WaitingAsync(isWithRejected: true));
    }

    [Fact]
    public async Task A_reading_without_fault_ends_the_attempts()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record with { Problems = [Crash] });

        await RecordAsync(document, Record);

        var row = (await Store.Queries.FindAsync(document.DocumentId, default))!.Document;
        Assert.Equal((0, null, "accepted"), (row.Attempts, row.RetryAt, row.State));
    }

    [Fact]
    public async Task What_is_queued_waits_though_it_was_read()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record);

        await Store.Work.QueueAsync([document.DocumentId], default);

        Assert.Equal(["a.txt"], await WaitingAsync());
    }

    [Fact]
    public async Task Bytes_come_back_as_files_of_the_names_and_folders_they_had()
    {
        var page = Put("web/a.htm", "<img src='a_files/1.png'>");
        var part = Put("web/a_files/1.png", "png");
        var entry = new SourceEntry("a.htm", [page.Files[0], part.Files[0]], false);
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        var document = await CollectAsync(entry);
        File.Delete(page.Files[0]);
        var folder = Path.Combine(Data, "unpacked");

        var unpacked = await Store.Work.UnpackAsync((await Store.Work.FindAsync(document.DocumentId, default))!, folder, default);

        Assert.Equal([Path.Combine(folder, "a.htm"), Path.Combine(folder, "a_files", "1.png")], unpacked.Files);
        Assert.Equal(source!.Sha256, (await SourceHasher.HashAsync(unpacked, default)).Document!.Sha256);
    }

    private async Task<IEnumerable<string>> WaitingAsync(bool isWaitingOver = false, bool isWithRejected = false) =>
        (await Store.Work.FindWaitingAsync(isWaitingOver, isWithRejected, default)).Select(document => document.Path);
}
