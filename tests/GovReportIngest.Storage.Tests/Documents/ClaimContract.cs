using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Storage.Tests.Documents;

public abstract class ClaimContract(ITestedDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task What_waits_is_claimed_once_the_most_urgent_first()
    {
        await CollectAsync(Put("a.txt", "一"));
        await CollectAsync(Put("b.txt", "二"), priority: 5);
        await CollectAsync(Put("c.txt", "三"));
        await Store.Documents.CollectAsync(Put("unread.txt", "六"), null, new() { Priority = 9 }, default);

        Assert.Equal(["b.txt", "a.txt"], await TakeAsync(2));
        Assert.Equal(["c.txt"], await TakeAsync(2));
        Assert.Empty(await TakeAsync(2));
    }

    [Fact]
    public async Task What_was_replaced_before_it_was_read_is_not_claimed()
    {
        await CollectAsync(Put("a.txt", "一"));
        await CollectAsync(Put("a.txt", "二"));

        Assert.Equal([2L], (await Store.Claims.TakeAsync(9, default)).Select(claimed => claimed.Claim.DocumentId));
    }

    [Fact]
    public async Task A_result_is_refused_when_another_has_claimed_the_document_meanwhile()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        var first = Assert.Single(await Store.Claims.TakeAsync(1, default)).Claim;
        await PassAsync(ClaimTable.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Store.Claims.QueueDueAsync(default));
        var second = Assert.Single(await Store.Claims.TakeAsync(1, default)).Claim;

        Assert.Equal(Recorded.Refused, await Store.Extractions.RecordAsync(first, [RecordFile.Of(Open("report.year"))], default));
        await Store.Claims.GiveBackAsync(first, default);
        Assert.Equal("processing", await StateAsync(document));
        Assert.Equal(Recorded.New, await Store.Extractions.RecordAsync(second, [RecordFile.Of(Record)], default));
        Assert.Equal(Recorded.Refused, await Store.Extractions.RecordAsync(second, [RecordFile.Of(Open("report.year"))], default));

        var details = (await Store.Queries.FindAsync(document.DocumentId, default))!;
        Assert.Equal(("accepted", 1, 0), (details.Document.State, details.Versions.Count, details.Open.Count));
    }

    [Fact]
    public async Task A_lease_that_is_renewed_does_not_expire()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await TakeAsync(1);
        for (var half = 0; half < 4; half++)
        {
            await PassAsync(ClaimTable.Lease / 2);
            await Store.Claims.RenewAsync([document.DocumentId], default);
            Assert.Equal(0, await Store.Claims.QueueDueAsync(default));
        }

        await PassAsync(ClaimTable.Lease * 2);
        Assert.Equal(1, await Store.Claims.QueueDueAsync(default));
    }

    [Fact]
    public async Task What_is_given_back_waits_and_counts_no_attempt()
    {
        var document = await CollectAsync(Put("a.txt", "一"));

        await Store.Claims.GiveBackAsync((await Store.Claims.TakeAsync(1, default))[0].Claim, default);

        Assert.Equal(0, (await Store.Queries.FindAsync(document.DocumentId, default))!.Document.Attempts);
        Assert.Equal(["a.txt"], await TakeAsync(1));
    }

    [Fact]
    public async Task What_is_set_aside_waits_only_when_somebody_asks()
    {
        var document = await CollectAsync(Put("a.txt", "一"));

        await Store.Claims.SetAsideAsync((await Store.Claims.TakeAsync(1, default))[0].Claim, default);

        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal((0, "rejected"), (await Store.Claims.QueueDueAsync(default), await StateAsync(document)));
        await Store.Work.QueueAsync([document.DocumentId], default);
        Assert.Equal(["a.txt"], await TakeAsync(1));
    }

    [Fact]
    public async Task What_is_due_to_be_tried_again_waits_again()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record with { Problems = [new("read", "worker-crashed", 1, "")] });
        Assert.Equal(0, await Store.Claims.QueueDueAsync(default));

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await Store.Claims.QueueDueAsync(default));
        Assert.Equal(1, (await Store.Queries.FindAsync(document.DocumentId, default))!.Document.Attempts);
        Assert.Equal(["a.txt"], await TakeAsync(1));
    }

    [Fact]
    public async Task Nothing_is_claimed_while_work_is_paused_also_by_a_later_process()
    {
        await CollectAsync(Put("a.txt", "一"));

        await Store.Claims.PauseAsync(default);
        await Store.Claims.PauseAsync(default);
        Assert.Empty(await TakeAsync(1));
        await ReopenAsync();
        Assert.True(await Store.Claims.IsPausedAsync(default));
        Assert.Empty(await TakeAsync(1));
        await Store.Claims.ResumeAsync(default);

        Assert.False(await Store.Claims.IsPausedAsync(default));
        Assert.Equal(["a.txt"], await TakeAsync(1));
    }

    private async Task<IEnumerable<string>> TakeAsync(int most) => (await Store.Claims.TakeAsync(most, default)).Select(claimed => claimed.Document.Path);

    private async Task<string> StateAsync(StoredDocument document) => (await Store.Queries.FindAsync(document.DocumentId, default))!.Document.State;
}
