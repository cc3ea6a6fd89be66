using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Quality;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Tests.Quality;

/// <summary>Samples of what nobody looked at.</summary>
public abstract class QualityContract(ITestedDatabase tested) : StoreContract(tested)
{
    private const string Person = "requests.new_received.natural_person";

    [Fact]
    public async Task Every_field_is_as_likely_as_any_other_and_a_seed_draws_the_same_again()
    {
        Assert.Null(await Store.Quality.DrawAsync(new() { Seed = 1 }, "admin", default));
        for (var report = 0; report < 4; report++)
            await ReadAsync(Record, $"{report}.txt");
        var drawn = new Dictionary<string, int>(StringComparer.Ordinal);
        var whole = (int)(await DrawAsync(new() { Seed = 7, Share = 1, Most = 5000 })).Fields;
        for (var seed = 1; seed <= 40; seed++)
        {
            var sample = await DrawAsync(new() { Seed = seed, Share = 0.25m });
            Assert.Equal((int)Math.Ceiling(whole * 0.25), sample.Asked);
            foreach (var path in await PathsAsync(sample.SampleId))
                drawn[path] = drawn.GetValueOrDefault(path) + 1;
        }

        // 40 draws of a quarter of 4 reports: every path 40 times in the mean, with a deviation of 5.5.
        Assert.Equal(whole / 4, drawn.Count);
        Assert.All(drawn.Values, times => Assert.InRange(times, 14, 66));
        var (first, again) = (await DrawAsync(new() { Seed = 99, Share = 0.1m }), await DrawAsync(new() { Seed = 99, Share = 0.1m }));
        Assert.Equal(await PathsAsync(first.SampleId), await PathsAsync(again.SampleId));
    }

    [Fact]
    public async Task What_two_people_said_about_one_field_is_compared_and_what_was_taken_back_is_not()
    {
        const string Other = "requests.new_received.total";
        var id = await ReadAsync(Record, "a.txt");
        await DecideAsync(id, Person, "li", 77);
        await DecideAsync(id, Person, "wang", 78);
        await DecideAsync(id, Person, "wang", 77);
        await DecideAsync(id, Other, "li", 1);
        await DecideAsync(id, Other, "wang", 2);
        Assert.Equal([new SaidAgain("li", "wang", 2, 1)], await Store.Statistics.AgreeAsync(default));

        var report = (await Store.Review.FindAsync(id, default))!;
        await Store.Review.DecideAsync(id, new() { Subject = Other, Action = DecisionAction.Reverse, Version = 1, Seen = report.LastAbout(Other) }, "wang", default);
        Assert.Equal([new SaidAgain("li", "wang", 1, 1)], await Store.Statistics.AgreeAsync(default));
    }

    [Fact]
    public async Task Probabilities_that_were_shown_are_compared_with_what_people_decided()
    {
        string[] paths = ["requests.new_received.natural_person", "requests.new_received.total", "requests.granted.natural_person"];
        var id = await ReadAsync(Record with
        {
            Outcome = Outcome.NeedsReview,
            Fields = [.. Record.Fields.Select(field => paths.Contains(field.Key)
                ? KeyValuePair.Create(field.Key, field.Value with { Review = ReviewState.Open, Reasons = ["low-probability"], Probability = field.Key == paths[2] ? 0.3m : 0.92m }) : field)],
        }, "a.txt");
        Assert.Empty(await Store.Statistics.CalibrateAsync(default));
        await Store.Review.DecideAsync(id, new() { Subject = paths[0], Action = DecisionAction.Confirm, Version = 1, Seen = 0 }, "li", default);
        await DecideAsync(id, paths[1], "li", 4711);
        await DecideAsync(id, paths[2], "li", 4712);

        Assert.Equal([new ShownProbability(0, 0.5m, 1, 0, 0.3m), new ShownProbability(0.9m, 0.95m, 2, 1, 0.92m)], await Store.Statistics.CalibrateAsync(default));
    }

    [Fact]
    public async Task What_people_looked_at_and_what_is_not_accepted_is_not_drawn()
    {
        var id = await ReadAsync(Record, "a.txt");
        await ReadAsync(Record with { Outcome = Outcome.NeedsReview, Review = [new("no-agency", [1], "")] }, "open.txt");
        await Store.Review.DecideAsync(id, new() { Subject = Person, Action = DecisionAction.Confirm, Version = 1, Seen = 0 }, "reviewer", default);
        var sample = await DrawAsync(new() { Seed = 1, Share = 1, Most = 5000, KnownShare = 0 });
        Assert.Equal(Record.Fields.Count - 1, sample.Asked);
        Assert.DoesNotContain(Person, await PathsAsync(sample.SampleId));
    }

    [Fact]
    public async Task An_answer_that_says_otherwise_opens_the_field_and_counts_when_it_is_corrected()
    {
        var id = await ReadAsync(Record, "a.txt");
        await DrawAsync(new() { Seed = 1, Share = 1, Most = 5000 });
        for (QualityItem? item; (item = await Store.Quality.NextAsync("reader", default)) is not null;)
            Assert.True(await Store.Quality.AnswerAsync(item.ItemId, item.Path == Person ? Printed(77) : Truth(item.Path), "reader", default));
        var result = (await Store.Quality.ListAsync(default)).Single();
        Assert.Equal((Record.Fields.Count, 0, 1), (result.Answered, result.Errors, result.Unsettled));
        var open = Assert.Single((await Store.Queue.ListAsync(new(), default)));
        Assert.Equal((id, "differs-from-sample"), (open.Id, open.Reason));

        var report = (await Store.Review.FindAsync(id, default))!;
        var field = report.Record.Fields.First(other => other.Key == Person).Value;
        Assert.Equal((ReviewState.Open, Truth(Person).Value, new FieldValue.Number(77)), (field.Review, field.Value, field.Candidates[0].Value));
        await Store.Review.DecideAsync(id, new() { Subject = Person, Action = DecisionAction.Correct, Version = 1, Seen = report.LastAbout(Person), Result = Printed(77) }, "arbiter", default);
        result = (await Store.Quality.ListAsync(default)).Single();
        Assert.Equal((1, 0), (result.Errors, result.Unsettled));
        Assert.InRange(result.AtMost, 0.02m, 0.03m);
        Assert.Null(result.IsWithin);
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task A_reader_who_was_wrong_is_told_apart_from_a_record_that_was()
    {
        var id = await ReadAsync(Record, "a.txt");
        await DrawAsync(new() { Seed = 1, Share = 1, Most = 5000 });
        for (QualityItem? item; (item = await Store.Quality.NextAsync("reader", default)) is not null;)
            await Store.Quality.AnswerAsync(item.ItemId, item.Path == Person ? Printed(77) : Truth(item.Path), "reader", default);
        await Store.Review.DecideAsync(id, new()
        {
            Subject = Person, Action = DecisionAction.Confirm, Version = 1, Seen = (await Store.Review.FindAsync(id, default))!.LastAbout(Person),
        }, "arbiter", default);
        var result = (await Store.Quality.ListAsync(default)).Single();
        Assert.Equal((0, 0), (result.Errors, result.Unsettled));
        Assert.Equal(1, (await Store.Quality.ListReviewersAsync(default)).Single().Misread);
        Assert.Equal("accepted", (await Store.Queries.FindAsync(id.DocumentId, default))!.Document.State);
    }

    [Fact]
    public async Task Known_fields_go_to_others_than_who_decided_them_and_count_what_was_let_pass()
    {
        var id = await ReadAsync(Record, "a.txt");
        var decided = Record.Fields.Where(field => field.Value is { State: FieldState.Printed, Value: FieldValue.Number } && !ReportPaths.Has(field.Key)).Take(40).ToList();
        foreach (var (path, _) in decided)
            await Store.Review.DecideAsync(id, new() { Subject = path, Action = DecisionAction.Confirm, Version = 1, Seen = 0 }, "decider", default);
        await DrawAsync(new() { Seed = 5, Share = 1, Most = 60, KnownShare = 0.5m });
        var seen = new List<QualityItem>();
        while (await Store.Quality.NextAsync("decider", default) is { } item)
        {
            Assert.DoesNotContain(decided, field => field.Key == item.Path);
            await Store.Quality.AnswerAsync(item.ItemId, Truth(item.Path), "decider", default);
        }

        while (await Store.Quality.NextAsync("other", default) is { } item)
        {
            seen.Add(item);
            Assert.NotNull(item.Shown);
            await Store.Quality.AnswerAsync(item.ItemId, new(FieldState.Printed, new FieldValue.Number(decimal.Parse(item.Shown, System.Globalization.CultureInfo.InvariantCulture)), item.Shown, []), "other", default);
        }

        var other = (await Store.Quality.ListReviewersAsync(default)).Single(person => person.Name == "other");
        Assert.Equal((30, 15, 15), (seen.Count, other.Altered, other.Missed));
        Assert.Equal(15, seen.Count(item => item.Shown != WrittenValue.Of(Truth(item.Path).Value!)));
    }

    [Fact]
    public async Task An_item_is_lent_to_one_person_and_answered_once()
    {
        await ReadAsync(Record, "a.txt");
        await DrawAsync(new() { Seed = 1, Share = 1, Most = 2 });
        var (mine, other) = ((await Store.Quality.NextAsync("a", default))!, (await Store.Quality.NextAsync("b", default))!);
        Assert.NotEqual(mine.ItemId, other.ItemId);
        Assert.Equal(mine.ItemId, (await Store.Quality.NextAsync("a", default))!.ItemId);
        Assert.False(await Store.Quality.AnswerAsync(mine.ItemId, Truth(mine.Path), "b", default));
        Assert.True(await Store.Quality.AnswerAsync(mine.ItemId, Truth(mine.Path), "a", default));
        Assert.False(await Store.Quality.AnswerAsync(mine.ItemId, Truth(mine.Path), "a", default));
        Assert.Null(await Store.Quality.NextAsync("a", default));
    }

    private async Task<QualityResult> DrawAsync(QualityPlan plan)
    {
        var sample = await Store.Quality.DrawAsync(plan, "admin", default);
        return (await Store.Quality.ListAsync(default)).Single(result => result.SampleId == sample);
    }

    private Task<IReadOnlyList<string>> PathsAsync(long sample) => OnDatabaseAsync<IReadOnlyList<string>>(async connection =>
        [.. await Dapper.SqlMapper.QueryAsync<string>(connection, $"SELECT path FROM quality_items WHERE sample_id = {sample} ORDER BY item_id")]);

    private async Task<RecordId> ReadAsync(ReportRecord record, string name)
    {
        var document = await CollectAsync(Put(name, name));
        await Store.Extractions.RecordAsync(document.DocumentId, [RecordFile.Of(record)], default);
        return new(document.DocumentId, 1);
    }

    private static DecidedField Truth(string path) => Record.Fields.First(field => field.Key == path).Value is var field ? new(field.State, field.Value, field.Printed, []) : null!;

    private static DecidedField Printed(int value) => new(FieldState.Printed, new FieldValue.Number(value), WrittenValue.Of((decimal)value), Record.Fields.First(field => field.Key == Person).Value.Evidence);

    private async Task DecideAsync(RecordId id, string path, string by, int value)
    {
        var report = (await Store.Review.FindAsync(id, default))!;
        var made = await Store.Review.DecideAsync(id, new()
        {
            Subject = path, Action = DecisionAction.Correct, Version = 1, Seen = report.LastAbout(path), Result = Printed(value),
        }, by, default);
        Assert.Equal(Storage.Review.DecisionOutcome.Made, made.Outcome);
    }
}
