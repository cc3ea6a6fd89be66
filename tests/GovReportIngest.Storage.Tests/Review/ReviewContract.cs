using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Storage.Tests.Review;

/// <summary>Decisions of people.</summary>
public abstract class ReviewContract(ITestedDatabase tested) : StoreContract(tested)
{
    private const string Person = "requests.new_received.natural_person";
    private const string Agency = "report.agency";

    [Fact]
    public async Task A_decision_closes_its_item_and_the_last_one_accepts_the_document()
    {
        var id = await ReadAsync(Open(Record, Person, Agency));
        Assert.Equal((2, 1), (await OpenItemsAsync(), (await Store.Queue.CountAsync(default)).Reports));

        Assert.Equal(DecisionOutcome.Made, (await DecideAsync(id, Confirm(Person))).Outcome);
        Assert.Equal(("needs-review", 1L), (await StateAsync(id), (await Store.Queue.ListAsync(new(), default)).Single().Open));

        var last = await DecideAsync(id, Correct(Agency, new FieldValue.Words("某市水务局")));
        Assert.Equal((Outcome.Accepted, "accepted"), (last.Report!.Record.Outcome, await StateAsync(id)));
        Assert.Empty(await Store.Queue.ListAsync(new(), default));
        Assert.Equal(id, (await Store.Queries.ListAsync(new() { Agency = "水务" }, default)).Single().Id);
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task A_reversal_opens_the_item_again_and_nothing_is_lost_of_the_log()
    {
        var id = await ReadAsync(Open(Record, Person));
        var made = await DecideAsync(id, Confirm(Person));
        var back = await DecideAsync(id, new() { Subject = Person, Action = DecisionAction.Reverse, Version = 1, Seen = made.Report!.LastAbout(Person) });

        Assert.Equal((Outcome.NeedsReview, ReviewState.Open), (back.Report!.Record.Outcome, Field(back.Report.Record, Person).Review));
        Assert.Equal(["confirm", "reverse"], back.Report.Log.Select(row => row.Action));
        Assert.Equal(("needs-review", 1), (await StateAsync(id), await OpenItemsAsync()));
        Assert.Equal(DecisionOutcome.Refused, (await DecideAsync(id, new() { Subject = Person, Action = DecisionAction.Reverse, Version = 1, Seen = back.Report.LastAbout(Person) })).Outcome);
    }

    [Fact]
    public async Task A_confirmation_is_of_what_is_shown_not_of_what_the_machine_had_read()
    {
        var id = await ReadAsync(Open(Record, Person));
        var made = await DecideAsync(id, Correct(Person, new FieldValue.Number(77)) with { Asserted = new FieldValue.Number(5) });
        var again = await DecideAsync(id, Confirm(Person) with { Seen = made.Report!.LastAbout(Person), IsSourceWrong = true });

        var field = Field(again.Report!.Record, Person);
        Assert.Equal((new FieldValue.Number(77), new FieldValue.Number(5)), (field.Value, field.Asserted!.Value));
        Assert.Contains("source-wrong", field.Reasons);
    }

    [Fact]
    public async Task What_is_said_about_reading_makes_the_document_wait_and_a_reversal_too()
    {
        var id = await ReadAsync(Open(Record, Person));
        var kept = await DecideAsync(id, Confirm(Person));
        DecisionRequest said = new() { Subject = "reading:form", Action = DecisionAction.Reread, Version = 1, Seen = 0, Hint = new ReadingHint.OfForm("cn-gov-disclosure-annual/2019") };
        Assert.Equal("accepted", await StateAsync(id));

        var made = await DecideAsync(id, said);
        Assert.Equal((DecisionOutcome.Made, "collected"), (made.Outcome, await StateAsync(id)));
        Assert.Equal(["form cn-gov-disclosure-annual/2019"], (await Store.Review.GuideOfAsync(id.DocumentId, default)).Texts);
        Assert.Equal(DecisionOutcome.Refused, (await DecideAsync(id, said with { Seen = made.Report!.LastAbout("reading:form") })).Outcome);

        await Store.Extractions.RecordAsync(await Store.Claims.TakeAsync(id.DocumentId, default), [RecordFile.Of(Open(Record, Person) with { Guide = ["form cn-gov-disclosure-annual/2019"] })], default);
        var again = (await Store.Review.FindAsync(id, default))!;
        Assert.Equal((2L, ReviewState.Confirmed, "accepted"), (again.Version, Field(again.Record, Person).Review, await StateAsync(id)));

        var back = await DecideAsync(id, new() { Subject = "reading:form", Action = DecisionAction.Reverse, Version = 2, Seen = again.LastAbout("reading:form") });
        Assert.Equal((DecisionOutcome.Made, "collected"), (back.Outcome, await StateAsync(id)));
        Assert.Empty((await Store.Review.GuideOfAsync(id.DocumentId, default)).Texts);
        Assert.True(back.Report!.LastAbout(Person) > 0 && kept.Outcome is DecisionOutcome.Made);
    }

    [Fact]
    public async Task What_one_person_decided_waits_for_a_second_one_and_what_both_decided_for_both()
    {
        await Store.FourEyes.SetAsync(true, "admin", default);
        var id = await ReadAsync(Open(Record, Person, Agency));
        Task<DecisionResult> DecideAs(string name, DecisionRequest request) => Store.Review.DecideAsync(id, request, name, default);
        async Task<DecisionRequest> LookAsync() => new()
        {
            Subject = "document:second-look", Action = DecisionAction.Settle, Version = 1, Seen = (await Store.Review.FindAsync(id, default))!.LastAbout("document:second-look"),
        };
        await DecideAs("li", Confirm(Person));
        var decided = await DecideAs("li", Confirm(Agency));
        Assert.Equal((Outcome.NeedsReview, "second-look"), (decided.Report!.Record.Outcome, Assert.Single(decided.Report.Record.Review).Reason));
        Assert.Equal(DecisionOutcome.NotOwn, (await DecideAs("li", await LookAsync())).Outcome);
        Assert.Empty(await Store.Queue.ListAsync(new() { FreeFor = "li" }, default));
        Assert.Single(await Store.Queue.ListAsync(new() { FreeFor = "wang" }, default));

        await DecideAs("wang", Correct(Person, new FieldValue.Number(77)) with { Seen = decided.Report.LastAbout(Person) });
        Assert.Equal(Outcome.NeedsReview, (await DecideAs("wang", await LookAsync())).Report!.Record.Outcome);
        Assert.Equal(DecisionOutcome.NotOwn, (await DecideAs("wang", await LookAsync())).Outcome);
        var seen = await DecideAs("li", await LookAsync());
        Assert.Equal((Outcome.Accepted, "accepted"), (seen.Report!.Record.Outcome, await StateAsync(id)));

        var back = await DecideAs("li", await LookAsync() with { Action = DecisionAction.Reverse });
        Assert.Equal((DecisionOutcome.Made, Outcome.NeedsReview), (back.Outcome, back.Report!.Record.Outcome));
        await Store.FourEyes.SetAsync(false, "admin", default);
        Assert.Equal(Outcome.Accepted, (await DecideAs("wang", await LookAsync())).Report!.Record.Outcome);
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task What_two_people_enter_alike_decides_and_neither_sees_that_the_other_has()
    {
        await Store.DoubleEntry.SetAsync(true, "admin", default);
        var id = await ReadAsync(Open(Record, Person));
        Task<DecisionResult> DecideAs(string name, DecisionRequest request) => Store.Review.DecideAsync(id, request, name, default);
        Assert.Equal(DecisionOutcome.Blind, (await DecideAs("li", Confirm(Person))).Outcome);

        var first = await DecideAs("li", Correct(Person, new FieldValue.Number(77)));
        Assert.Equal((DecisionOutcome.Made, Outcome.NeedsReview, 0), (first.Outcome, first.Report!.Record.Outcome, first.Report.LastAbout(Person)));
        Assert.Equal((Field(Record, Person).Value, ReviewState.Open, "low-probability"), Field(first.Report.Record, Person) is var open ? (open.Value, open.Review, Assert.Single(open.Reasons)) : default);
        Assert.Empty(await Store.Queue.ListAsync(new() { FreeFor = "li" }, default));
        Assert.Single(await Store.Queue.ListAsync(new() { FreeFor = "wang" }, default));

        var second = await DecideAs("wang", Correct(Person, new FieldValue.Number(77)));
        Assert.Equal((Outcome.Accepted, new FieldValue.Number(77)), (second.Report!.Record.Outcome, Field(second.Report.Record, Person).Value));
        Assert.Equal(["enter", "enter"], second.Report.Log.Select(row => row.Action));
        Assert.Equal(DecisionOutcome.Conflict, (await DecideAs("zhao", Correct(Person, new FieldValue.Number(78)))).Outcome);

        var back = await DecideAs("wang", Confirm(Person) with { Action = DecisionAction.Reverse, Seen = second.Report.LastAbout(Person) });
        Assert.Equal(Outcome.NeedsReview, back.Report!.Record.Outcome);
        Assert.Empty(await Store.Queue.ListAsync(new() { FreeFor = "nobody", Reason = "entries-differ" }, default));
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task Between_two_people_who_entered_different_values_a_third_one_decides()
    {
        await Store.DoubleEntry.SetAsync(true, "admin", default);
        var id = await ReadAsync(Open(Record, Person));
        Task<DecisionResult> DecideAs(string name, DecisionRequest request) => Store.Review.DecideAsync(id, request, name, default);
        await DecideAs("li", Correct(Person, new FieldValue.Number(70)));
        await DecideAs("li", Correct(Person, new FieldValue.Number(77)));
        var differs = await DecideAs("wang", Correct(Person, new FieldValue.Number(71)));
        var field = Field(differs.Report!.Record, Person);
        Assert.Contains("entries-differ", field.Reasons);
        Assert.Equal([new FieldValue.Number(77), new FieldValue.Number(71)], field.Candidates.Take(2).Select(candidate => candidate.Value));
        Assert.Single(await Store.Queue.ListAsync(new() { FreeFor = "zhao" }, default));
        Assert.Empty(await Store.Queue.ListAsync(new() { FreeFor = "wang" }, default));

        Assert.Equal(DecisionOutcome.NotOwn, (await DecideAs("wang", Correct(Person, new FieldValue.Number(77)))).Outcome);
        var decided = await DecideAs("zhao", Correct(Person, new FieldValue.Number(77)));
        Assert.Equal((Outcome.Accepted, new FieldValue.Number(77)), (decided.Report!.Record.Outcome, Field(decided.Report.Record, Person).Value));
        Assert.Equal(["enter", "enter", "enter", "correct"], decided.Report.Log.Select(row => row.Action));

        var back = await DecideAs("zhao", Confirm(Person) with { Action = DecisionAction.Reverse, Seen = decided.Report.LastAbout(Person) });
        Assert.Contains("entries-differ", Field(back.Report!.Record, Person).Reasons);
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task A_report_that_is_for_somebody_is_given_to_nobody_else()
    {
        var (first, second) = (await ReadAsync(Open(Record, Person, Agency)), await ReadAsync(Open(Record, Person), "b.txt"));
        foreach (var name in (string[])["wang", "li"])
            await Store.Users.AddAsync(name, Storage.Users.UserRole.Reviewer, null, default);
        await Store.Users.AddAsync("guest", Storage.Users.UserRole.Viewer, null, default);

        Assert.True(await Store.Queue.AssignAsync(first, "wang", "admin", default));
        Assert.False(await Store.Queue.AssignAsync(first, "guest", "admin", default));
        Assert.False(await Store.Queue.AssignAsync(first, "nobody", "admin", default));
        Assert.False(await Store.Queue.AssignAsync(new(99, 1), "wang", "admin", default));
        Assert.Equal((first, "wang"), ((await Store.Queue.ListAsync(new() { Assignee = "wang" }, default)).Single().Id, await Store.Queue.AssigneeOfAsync(first, default)));
        Assert.Equal([second], (await Store.Queue.ListAsync(new() { FreeFor = "li" }, default)).Select(report => report.Id));
        Assert.Equal(2, (await Store.Queue.ListAsync(new() { FreeFor = "wang" }, default)).Count);

        await Store.Queue.AssignAsync(first, null, "admin", default);
        Assert.Equal(2, (await Store.Queue.ListAsync(new() { FreeFor = "li" }, default)).Count);
        Assert.Equal(["assigned", "assigned"], (await Store.Audit.LastAsync(2, default)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_result_that_was_read_before_something_was_said_is_refused()
    {
        var id = await ReadAsync(Open(Record, Person));
        await Store.Work.QueueAsync([id.DocumentId], default);
        var claim = await Store.Claims.TakeAsync(id.DocumentId, default);
        await DecideAsync(id, new() { Subject = "reading:form", Action = DecisionAction.Reread, Version = 1, Seen = 0, Hint = new ReadingHint.OfForm("none") });

        Assert.Equal(Recorded.Refused, await Store.Extractions.RecordAsync(claim, [RecordFile.Of(Record)], default));
        Assert.Equal("collected", await StateAsync(id));
    }

    [Theory]
    [InlineData("reading:turn 1", "turn 1 90")] // The page is a text.
    [InlineData("reading:order", "order 1,1")]
    [InlineData("reading:order", "order 2,1")]
    [InlineData("reading:form", "form cn-gov-disclosure-annual/1999")]
    [InlineData("reading:form", "form cn-gov-disclosure-annual/2021")] // As it was read.
    [InlineData("reading:order", "form none")]
    [InlineData("reading:page 1", "page 1 left-out")] // Nothing would be left.
    [InlineData("reading:table nowhere", "table nowhere 1:10,10,20,20")]
    [InlineData("reading:table nowhere", "table nowhere line:3..9")]
    [InlineData("reading:table requests", "table requests 1:10,10,20,20")] // The text has no such place.
    [InlineData("reading:rules 1", "rules 1 +10,10,20,10")]
    [InlineData("reading:parts", "parts one")] // It is one.
    [InlineData("reading:parts", "parts page:2")]
    public async Task What_cannot_be_followed_is_refused(string subject, string hint)
    {
        var id = await ReadAsync(Open(Record, Person));
        var asked = new DecisionRequest { Subject = subject, Action = DecisionAction.Reread, Version = 1, Seen = 0, Hint = ReadingHint.TryParse(hint) };
        Assert.Equal((DecisionOutcome.Refused, "needs-review"), ((await DecideAsync(id, asked)).Outcome, await StateAsync(id)));
    }

    [Fact]
    public async Task A_shift_is_one_decision_and_can_be_taken_back()
    {
        var id = await ReadAsync(Open(Record, Person));
        var shift = new DecisionRequest
        {
            Subject = "structure:requests", Action = DecisionAction.Shift, Version = 1, Seen = 0, Shift = new(Person, Person, 0, 1),
        };
        Assert.Equal(DecisionOutcome.Refused, (await DecideAsync(id, shift with { Shift = new(Person, Person, 0, 0) })).Outcome);
        Assert.Equal(DecisionOutcome.Refused, (await DecideAsync(id, shift with { Subject = "structure:review_litigation" })).Outcome);
        Assert.Equal(DecisionOutcome.Unknown, (await DecideAsync(id, shift with { Subject = "structure:nowhere" })).Outcome);

        var made = await DecideAsync(id, shift);
        Assert.Equal((DecisionOutcome.Made, FieldState.Missing), (made.Outcome, Field(made.Report!.Record, Person).State));
        Assert.Equal(DecisionOutcome.Conflict, (await DecideAsync(id, shift)).Outcome);
        var back = await DecideAsync(id, shift with { Action = DecisionAction.Reverse, Shift = null, Seen = made.Report.LastAbout(shift.Subject) });
        Assert.Equal(Field(Record, Person).Value, Field(back.Report!.Record, Person).Value);
        Assert.Equal(["shift", "reverse"], back.Report.Log.Select(row => row.Action));
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task A_comment_says_something_and_decides_nothing()
    {
        var id = await ReadAsync(Open(Record, Person));
        var comment = new DecisionRequest { Subject = Person, Action = DecisionAction.Comment, Version = 1, Seen = 0 };
        Assert.Equal(DecisionOutcome.Refused, (await DecideAsync(id, comment)).Outcome);
        var made = await DecideAsync(id, comment with { Note = "a stamp covers it" });
        Assert.Equal((ReviewState.Open, 0), (Field(made.Report!.Record, Person).Review, made.Report.LastAbout(Person)));
        Assert.Equal("a stamp covers it", Assert.Single(made.Report.Log).Note);
        Assert.Equal(DecisionOutcome.Made, (await DecideAsync(id, Confirm(Person))).Outcome);
    }

    [Fact]
    public async Task A_settled_item_can_be_taken_back()
    {
        var id = await ReadAsync(Record with { Outcome = Outcome.NeedsReview, Review = [new("no-agency", [1], "")] });
        var settled = await DecideAsync(id, new() { Subject = "document:no-agency", Action = DecisionAction.Settle, Version = 1, Seen = 0 });
        Assert.Equal(Outcome.Accepted, settled.Report!.Record.Outcome);
        var back = await DecideAsync(id, new() { Subject = "document:no-agency", Action = DecisionAction.Reverse, Version = 1, Seen = settled.Report.LastAbout("document:no-agency") });
        Assert.Equal("no-agency", Assert.Single(back.Report!.Record.Review).Reason);
    }

    [Theory]
    [InlineData(QueueOrder.Weight, new[] { 2, 0, 1, 3, 2 })]
    [InlineData(QueueOrder.Age, new[] { 0, 1, 2, 3, 0 })]
    [InlineData(QueueOrder.Priority, new[] { 3, 2, 0, 1, 3 })]
    public async Task The_next_report_is_the_one_behind_in_the_queue_and_then_the_first_again(QueueOrder order, int[] expected)
    {
        var ids = new List<RecordId>();
        foreach (var (name, record) in (ValueTuple<string, ReportRecord>[])[("1.txt", Open(Record, Person)), ("2.txt", Open(Record, Person)),
            ("3.txt", Record with { Outcome = Outcome.NeedsReview, Review = [new("no-agency", [1], "")] }), ("4.txt", Open(Record, Person))])
        {
            ids.Add(await ReadAsync(record, name, priority: name == "4.txt" ? 5 : 0));
            Clock.Pass(TimeSpan.FromMinutes(1));
        }

        var filter = new QueueFilter { Order = order };
        RecordId? at = null;
        foreach (var index in expected)
            Assert.Equal(ids[index], at = await Store.Queue.NextAsync(filter, at, "a", default));
        // One that another person has taken is left out, also where one comes from there.
        Assert.Null(await Store.Queue.LeaseAsync(ids[1], "b", default));
        foreach (var before in (RecordId[])[ids[0], ids[1]])
            Assert.Equal(ids[order is QueueOrder.Age ? 2 : 3], await Store.Queue.NextAsync(filter, before, "a", default));
    }

    [Fact]
    public async Task Nothing_is_next_where_there_is_no_other_report()
    {
        Assert.Null(await Store.Queue.NextAsync(new(), null, "a", default));
        var id = await ReadAsync(Open(Record, Person));
        Assert.Null(await Store.Queue.NextAsync(new(), id, "a", default));
        Assert.Equal(id, await Store.Queue.NextAsync(new(), new(id.DocumentId + 1, 1), "a", default));
    }

    [Fact]
    public async Task Of_many_who_decide_at_once_one_does_and_the_others_are_told_what()
    {
        var id = await ReadAsync(Open(Record, Person));
        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(value => Task.Run(() =>
            Store.Review.DecideAsync(id, Correct(Person, new FieldValue.Number(value)), $"reviewer{value}", default))));

        var made = Assert.Single(results, result => result.Outcome is DecisionOutcome.Made);
        Assert.Equal(19, results.Count(result => result.Outcome is DecisionOutcome.Conflict));
        Assert.All(results.Where(result => result.Outcome is DecisionOutcome.Conflict), result => Assert.Equal(made.Report!.Log[^1], result.Other));
        Assert.Single((await Store.Review.FindAsync(id, default))!.Log);
    }

    [Fact]
    public async Task A_new_reading_takes_decisions_over_or_asks_again_where_it_saw_something_else()
    {
        var id = await ReadAsync(Open(Record, Person));
        await DecideAsync(id, Correct(Person, new FieldValue.Number(77)));

        await ReadAsync(With(Open(Record, Person), Agency, field => field with { Probability = 0.5m }));
        var same = (await Store.Review.FindAsync(id, default))!;
        Assert.Equal((2L, Outcome.Accepted, "accepted"), (same.Version, same.Record.Outcome, await StateAsync(id)));
        Assert.Equal(DecisionOutcome.Conflict, (await DecideAsync(id, Confirm(Agency))).Outcome);

        await ReadAsync(With(Open(Record, Person), Person, field => field with { Printed = "other", Value = new FieldValue.Number(78) }));
        var other = (await Store.Review.FindAsync(id, default))!;
        Assert.Equal((ReviewState.Open, new FieldValue.Number(77)), (Field(other.Record, Person).Review, Field(other.Record, Person).Value));
        Assert.Equal("needs-review", await StateAsync(id));
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task What_has_no_place_on_the_page_is_not_printed()
    {
        var id = await ReadAsync(With(Record, Person, field => field with { State = FieldState.Missing, Value = null, Printed = null, Evidence = [], Review = ReviewState.Open }));
        Assert.Equal(DecisionOutcome.Refused, (await DecideAsync(id, Correct(Person, new FieldValue.Number(1)))).Outcome);
        var placed = Correct(Person, new FieldValue.Number(1)) with { Result = new(FieldState.Printed, new FieldValue.Number(1), "1", Field(Record, Person).Evidence) };
        Assert.Equal(DecisionOutcome.Made, (await DecideAsync(id, placed)).Outcome);
        Assert.Equal(DecisionOutcome.Unknown, (await DecideAsync(id, Confirm("requests.nothing.total"))).Outcome);
        Assert.Equal(DecisionOutcome.Unknown, (await DecideAsync(new(id.DocumentId, 9), Confirm(Person))).Outcome);
    }

    [Fact]
    public async Task A_report_is_lent_to_one_person_until_the_time_is_over_or_it_is_given_back()
    {
        var id = await ReadAsync(Open(Record, Person));
        Assert.Null(await Store.Queue.LeaseAsync(id, "a", default));
        Assert.Equal("a", await Store.Queue.LeaseAsync(id, "b", default));
        Assert.Empty(await Store.Queue.ListAsync(new() { FreeFor = "b" }, default));
        Assert.Equal("a", (await Store.Queue.ListAsync(new(), default)).Single().LeasedBy);

        Clock.Pass(QueueTable.LeaseTime);
        Assert.Null(await Store.Queue.LeaseAsync(id, "b", default));
        await Store.Queue.FreeAsync(id, "a", default);
        Assert.Equal("b", await Store.Queue.LeaseAsync(id, "a", default));
        await Store.Queue.FreeAsync(id, "b", default);
        Assert.Null(await Store.Queue.LeaseAsync(id, "a", default));
    }

    [Fact]
    public async Task The_queue_is_filtered_and_ordered()
    {
        var light = await ReadAsync(Open(Record, Person), "light.txt");
        Clock.Pass(TimeSpan.FromMinutes(1));
        var heavy = await ReadAsync(Record with { Outcome = Outcome.NeedsReview, Review = [new("no-agency", [1], "")] }, "heavy.txt");

        async Task<RecordId[]> List(QueueFilter filter) => [.. (await Store.Queue.ListAsync(filter, default)).Select(report => report.Id)];
        Assert.Equal([heavy, light], await List(new()));
        Assert.Equal([light, heavy], await List(new() { Order = QueueOrder.Age }));
        Assert.Equal([heavy], await List(new() { Reason = "no-agency" }));
        var probability = Field(Record, Person).Probability;
        Assert.Equal([light], await List(new() { MostProbability = probability }));
        Assert.Empty(await List(new() { MostProbability = probability - 0.000001m }));
        Assert.Equal([light], await List(new() { Skipped = 1 }));
        Assert.Empty(await List(new() { Year = 1990 }));
        Assert.Equal(["low-probability", "no-agency"], (await Store.Queue.CountReasonsAsync(default)).Select(count => count.Reason).Order());
    }

    private async Task<RecordId> ReadAsync(ReportRecord record, string name = "a.txt", int priority = 0)
    {
        var document = await CollectAsync(Put(name, name), priority: priority);
        await Store.Extractions.RecordAsync(document.DocumentId, [RecordFile.Of(record)], default);
        return new(document.DocumentId, 1);
    }

    private Task<DecisionResult> DecideAsync(RecordId id, DecisionRequest request) => Store.Review.DecideAsync(id, request, "reviewer", default);

    private static DecisionRequest Confirm(string path) => new() { Subject = path, Action = DecisionAction.Confirm, Version = 1, Seen = 0 };

    private static DecisionRequest Correct(string path, FieldValue value) =>
        Confirm(path) with { Action = DecisionAction.Correct, Result = new(FieldState.Printed, value, WrittenValue.Of(value), []) };

    private async Task<string> StateAsync(RecordId id) => (await Store.Queries.FindAsync(id.DocumentId, default))!.Document.State;

    private async Task<int> OpenItemsAsync() => (await Store.Queries.QueueAsync(null, 100, default)).Count;

    private static ReportRecord Open(ReportRecord record, params string[] paths) => paths.Aggregate(
        record with { Outcome = Outcome.NeedsReview }, (open, path) => With(open, path, field => field with { Review = ReviewState.Open, Reasons = ["low-probability"] }));

    private static ReportRecord With(ReportRecord record, string path, Func<RecordField, RecordField> change) => record with
    {
        Outcome = Outcome.NeedsReview,
        Fields = [.. record.Fields.Select(field => field.Key == path ? KeyValuePair.Create(path, change(field.Value)) : field)],
    };

    private static RecordField Field(ReportRecord record, string path) => record.Fields.First(field => field.Key == path).Value;
}
