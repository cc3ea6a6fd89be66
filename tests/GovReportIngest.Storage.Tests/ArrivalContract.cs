using GovReportIngest.Storage.Arrivals;

namespace GovReportIngest.Storage.Tests;

public abstract class ArrivalContract(ITestedDatabase database) : StoreContract(database)
{
    private const string Watched = "/srv/inbox";

    [Fact]
    public async Task What_arrived_is_known_until_it_is_forgotten()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await Store.Arrivals.AddAsync([Of("a.txt", document.DocumentId), Of("b.zip") with { Verdict = Verdict.Failed, Reason = "damaged" }], default);
        await Store.Arrivals.AddAsync([Of("c.txt") with { Watched = "/elsewhere" }], default);

        await ReopenAsync();

        var (first, second) = await Store.Arrivals.ListAsync(Watched, default) is [var a, var b] ? (a, b) : default;
        Assert.Equal(("/srv/inbox/a.txt", "[]", (Verdict?)null), (first.Location, first.Files, first.Verdict));
        Assert.Equal((Verdict.Failed, "damaged"), (second.Verdict, second.Reason));
        await Store.Arrivals.ForgetAsync([first.Location, second.Location], default);
        Assert.Empty(await Store.Arrivals.ListAsync(Watched, default));
    }

    [Fact]
    public async Task It_is_finished_when_every_document_of_it_was_read()
    {
        var (first, second) = (await CollectAsync(Put("a.txt", "一")), await CollectAsync(Put("b.txt", "二")));
        await Store.Arrivals.AddAsync([Of("a.zip", first.DocumentId, second.DocumentId)], default);
        await RecordAsync(first, Record);
        Assert.Empty(await FinishedAsync());

        await RecordAsync(second, Rejected);

        var finished = Assert.Single(await FinishedAsync());
        Assert.Equal(("/srv/inbox/a.zip", second.DocumentId), (finished.Location, Assert.Single(finished.Rejected)));
        await Store.Arrivals.JudgeAsync([Of("a.zip") with { Verdict = Verdict.Failed }], default);
        Assert.Empty(await FinishedAsync());
    }

    [Fact]
    public async Task What_is_rejected_but_due_to_be_tried_again_is_not_finished()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await Store.Arrivals.AddAsync([Of("a.txt", document.DocumentId)], default);

        await RecordAsync(document, Rejected with { Problems = [new("read", "page-hang", 1, "")] });

        Assert.Empty(await FinishedAsync());
        await RecordAsync(document, Record);
        Assert.Single(await FinishedAsync());
    }

    [Fact]
    public async Task What_was_replaced_before_it_was_read_is_finished_and_not_failed()
    {
        var older = await CollectAsync(Put("a.txt", "一"));
        await Store.Arrivals.AddAsync([Of("copy of a.txt", older.DocumentId)], default);

        await CollectAsync(Put("a.txt", "二"));

        Assert.Empty(Assert.Single(await FinishedAsync()).Rejected);
    }

    [Fact]
    public async Task Another_delivery_at_the_same_place_takes_the_place_of_the_first()
    {
        var (first, second) = (await CollectAsync(Put("a.txt", "一")), await CollectAsync(Put("b.txt", "二")));
        await Store.Arrivals.AddAsync([Of("a.txt", first.DocumentId) with { Verdict = Verdict.Done }], default);

        await Store.Arrivals.AddAsync([Of("a.txt", second.DocumentId) with { Files = "[1]" }], default);
        await RecordAsync(second, Record);

        Assert.Equal(("[1]", (Verdict?)null), await Store.Arrivals.ListAsync(Watched, default) is [var only] ? (only.Files, only.Verdict) : default);
        Assert.Single(await FinishedAsync());
    }

    private Task<IReadOnlyList<FinishedArrival>> FinishedAsync() => Store.Arrivals.FindFinishedAsync(Watched, default);

    private static Arrival Of(string name, params long[] documents) => new() { Location = $"{Watched}/{name}", Watched = Watched, Files = "[]", DocumentIds = documents };
}
