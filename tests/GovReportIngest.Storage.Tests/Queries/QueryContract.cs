using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Tests.Queries;

public abstract class QueryContract(ITestedDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Lists_are_cut_by_what_is_asked()
    {
        await FillAsync();

        Assert.Equal([1, 2, 3, 4], await ListAsync(new()));
        Assert.Equal([1, 3], await ListAsync(new() { Agency = "财政" }));
        Assert.Equal([2, 3], await ListAsync(new() { Year = 2023 }));
        Assert.Equal([3], await ListAsync(new() { Agency = "财政", Year = 2023, State = WorkState.Accepted, Form = Record.Form!.Id }));
        Assert.Equal([4], await ListAsync(new() { State = WorkState.Collected }));
        Assert.Empty(await ListAsync(new() { Form = "other/1" }));
        Assert.Empty(await ListAsync(new() { Agency = "%" }));
        Assert.Empty(await ListAsync(new() { Agency = "_" }));
    }

    [Fact]
    public async Task Documents_are_counted_by_the_day_on_which_they_came_into_their_state()
    {
        await FillAsync();
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var days = await Store.Queries.CountDaysAsync(today.AddDays(-29), TimeSpan.Zero, default);

        Assert.All(days, row => Assert.Equal(today, row.Day));
        Assert.Equal(4, days.Sum(row => row.Documents));
        Assert.Empty(await Store.Queries.CountDaysAsync(today.AddDays(1), TimeSpan.Zero, default));
        Assert.Equal(today.AddDays(1), (await Store.Queries.CountDaysAsync(today, TimeSpan.FromHours(24), default))[0].Day);
    }

    [Fact]
    public async Task Documents_are_found_by_the_tags_they_were_delivered_with()
    {
        await FillAsync();
        var entry = Put("tagged.txt", "六");
        var (source, _) = await SourceHasher.HashAsync(entry, default);
        var tagged = (await Store.Documents.CollectAsync(entry, source, new() { Tags = ["2024", "财政"] }, default))!;

        Assert.Equal([tagged.DocumentId], await ListAsync(new() { Tag = "财政" }));
        Assert.Empty(await ListAsync(new() { Tag = "财" }));
        Assert.Equal(["2024", "财政"], (await Store.Queries.FindAsync(tagged.DocumentId, default))!.Tags);
    }

    [Fact]
    public async Task Pages_of_a_list_follow_each_other_without_gap_or_repetition()
    {
        await RecordAsync(await CollectAsync(Put("z.txt", "零")), Record, Of("东洲区财政局", 2023), Open("report.year"));
        await FillAsync();

        var seen = new List<string>();
        for (RecordId? after = null; ; after = RecordId.TryParse(seen[^1], out var id) ? id : null)
        {
            var page = await Store.Queries.ListAsync(new() { After = after, Most = 2 }, default);
            if (page.Count == 0)
                break;
            seen.AddRange(page.Select(row => row.Id.ToString()));
        }

        Assert.Equal(["1", "1#2", "1#3", "2", "3", "4", "5"], seen);
    }

    [Fact]
    public async Task The_queue_begins_with_what_matters_most()
    {
        var ofDocument = Open("report.year") with { Review = [new("no-agency", [], ""), new("form-unknown", [1], "")] };
        var brokenSum = Open("report.title", "report.agency") with
        {
            Checks = [new("x", CheckSeverity.Error, CheckOutcome.Violated, 1, 2, [], ["report.agency"])],
        };
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), brokenSum);
        await RecordAsync(await CollectAsync(Put("b.txt", "二")), ofDocument);

        var queue = await Store.Queries.QueueAsync(null, 10, default);

        Assert.Equal(["document:no-agency", "document:form-unknown", "report.agency", "report.title", "report.year"], queue.Select(item => item.Subject));
        Assert.Equal([null, 900_000L], queue.Select(item => item.Probability).Distinct());
        Assert.Equal(["document:no-agency"], (await Store.Queries.QueueAsync("no-agency", 10, default)).Select(item => item.Subject));
        Assert.Single(await Store.Queries.QueueAsync(null, 1, default));
    }

    [Fact]
    public async Task Counts_are_those_of_the_current_records()
    {
        await FillAsync();
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Open("report.year"));

        var counts = await Store.Queries.CountAsync(default);

        Assert.Equal([("collected", 1L), ("processing", 0), ("accepted", 2), ("needs-review", 1), ("rejected", 0)], counts.Documents.Select(state => (state.Key, state.Value)));
        Assert.Equal(new StoreTotals(3, 3, 3 * 205, 1, 0), counts.Totals);
    }

    [Fact]
    public async Task An_empty_store_answers_everything()
    {
        var counts = await Store.Queries.CountAsync(default);

        Assert.All(counts.Documents, state => Assert.Equal(0, state.Value));
        Assert.Equal(new StoreTotals(0, 0, 0, 0, 0), counts.Totals);
        Assert.Empty(await ListAsync(new()));
        Assert.Empty(await Store.Queries.QueueAsync(null, 10, default));
        Assert.Empty(await Store.Audit.LastAsync(5, default));
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task Unknown_documents_are_not_found() => Assert.Null(await Store.Queries.FindAsync(1, default));

    private async Task<IEnumerable<long>> ListAsync(RecordFilter filter) => (await Store.Queries.ListAsync(filter, default)).Select(row => row.DocumentId);

    /// <summary>Three reports and a document that waits.</summary>
    private async Task FillAsync()
    {
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Of("白沙县财政局", 2022));
        await RecordAsync(await CollectAsync(Put("b.txt", "二")), Of("白沙县审计局", 2023));
        await RecordAsync(await CollectAsync(Put("c.txt", "三")), Of("东洲区财政局", 2023));
        await CollectAsync(Put("d.txt", "四"));
    }
}
