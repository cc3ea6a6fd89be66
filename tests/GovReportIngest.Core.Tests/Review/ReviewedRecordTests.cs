using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Review;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Review;

public sealed class ReviewedRecordTests
{
    private const string Person = "requests.new_received.natural_person";
    private const string Balance = "requests.balance[natural_person]";
    private static readonly FormLibrary Forms = FormLibrary.Load(Repository.PathOf("models", "forms"));
    private static readonly ReportRecord Read = TextReports.Ingest(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md")));

    private static FormDefinition Form => Forms.Find(Read.Form!.Id)!;

    private static decimal Amount => ((FieldValue.Number)Field(Read).Value!).Amount;

    [Fact]
    public void Without_decisions_a_record_is_what_was_read() => Assert.Same(Read, ReviewedRecord.Of(Read, Form, StandingDecisions.Of([])));

    [Fact]
    public void A_correction_keeps_what_the_machine_had_read_and_evaluates_the_sums_again()
    {
        var reviewed = ReviewedRecord.Of(Read, Form, Decided(Correct(Amount + 1)));

        var field = Field(reviewed);
        Assert.Equal((ReviewState.Corrected, Amount + 1), (field.Review, ((FieldValue.Number)field.Value!).Amount));
        Assert.Equal((FieldState.Printed, Field(Read).Value, Field(Read).Probability), (field.Extracted!.State, field.Extracted.Value, field.Extracted.Probability));
        Assert.Equal(CheckOutcome.Holds, Check(Read).Outcome);
        Assert.Equal((CheckOutcome.Violated, Check(Read).Left + 1), (Check(reviewed).Outcome, Check(reviewed).Left));
        Assert.Equal(2, Read.Checks.Zip(reviewed.Checks).Count(pair => pair.First.Outcome != pair.Second.Outcome));
    }

    [Fact]
    public void Sums_are_unknown_where_the_form_is_not_installed() =>
        Assert.Equal((CheckOutcome.Unknown, null), (Check(ReviewedRecord.Of(Read, null, Decided(Correct(1)))).Outcome, Check(ReviewedRecord.Of(Read, null, Decided(Correct(1)))).Left));

    [Fact]
    public void A_record_is_accepted_when_its_last_open_item_is_decided()
    {
        var open = Open(Read) with { Outcome = Outcome.NeedsReview, Review = [new("no-agency", [1], "")] };
        var fieldOnly = ReviewedRecord.Of(open, Form, Decided(Confirm()));
        Assert.Equal((ReviewState.Confirmed, Outcome.NeedsReview), (Field(fieldOnly).Review, fieldOnly.Outcome));

        var all = ReviewedRecord.Of(open, Form, Decided(Confirm(), new()
        {
            Id = 2, Subject = "document:no-agency", Action = DecisionAction.Settle, Basis = new(null, ReviewedRecord.TextOf(open.Review[0])),
        }));
        Assert.Equal(Outcome.Accepted, all.Outcome);
        Assert.Empty(all.Review);
    }

    [Fact]
    public void Another_item_for_the_same_reason_than_was_settled_is_asked_about()
    {
        DocumentItem settled = new("page-unreadable", [3], ""), another = new("page-unreadable", [4], "");
        var decisions = Decided(new Decision { Id = 1, Subject = "document:page-unreadable", Action = DecisionAction.Settle, Basis = new(null, ReviewedRecord.TextOf(settled)) });
        Assert.Equal([another], ReviewedRecord.Of(Read with { Review = [settled, another] }, Form, decisions).Review);
    }

    [Fact]
    public void Another_reading_of_the_page_asks_again_and_the_decision_stays_in_force()
    {
        var decisions = Decided(Correct(Amount + 1));
        var reread = With(Read, Field(Read) with { Value = new FieldValue.Number(Amount + 5), Printed = "other" });

        var field = Field(ReviewedRecord.Of(reread, Form, decisions));

        Assert.Equal((ReviewState.Open, Amount + 1, Amount + 5), (field.Review, Number(field.Value), Number(field.Extracted!.Value)));
        Assert.Contains("differs-from-review", field.Reasons);
    }

    [Fact]
    public void A_later_reading_that_agrees_with_a_correction_confirms_it()
    {
        var reread = With(Read, Field(Read) with { Value = new FieldValue.Number(Amount + 1), Printed = "other" });
        Assert.Equal(ReviewState.Confirmed, Field(ReviewedRecord.Of(reread, Form, Decided(Correct(Amount + 1)))).Review);
    }

    [Fact]
    public void A_decision_taken_back_gives_way_to_the_one_before()
    {
        var log = new[] { Correct(7), Correct(8) with { Id = 2 }, new Decision { Id = 3, Subject = Person, Action = DecisionAction.Reverse, Reverses = 2 } };
        Assert.Equal(7, Number(Field(ReviewedRecord.Of(Read, Form, StandingDecisions.Of(log))).Value));
        var none = log.Append(new() { Id = 4, Subject = Person, Action = DecisionAction.Reverse, Reverses = 1 });
        Assert.Same(Read, ReviewedRecord.Of(Read, Form, StandingDecisions.Of(none)));
    }

    [Fact]
    public void A_figure_of_running_text_is_compared_with_the_decided_value()
    {
        const string Total = "requests.new_received.total";
        var said = Read with { Checks = [new("requests.narrative[x]", CheckSeverity.Warning, CheckOutcome.Holds, 5, 5, [], [Total])] };
        CheckResult Now(FieldState state, decimal? value) => ReviewedRecord.Of(said, Form, Decided(Correct(value ?? 0) with
        {
            Subject = Total, Result = new(state, value is { } number ? new FieldValue.Number(number) : null, "x", Field(Read).Evidence),
        })).Checks[0];
        Assert.Equal((CheckOutcome.Violated, 6m), (Now(FieldState.Printed, 6).Outcome, Now(FieldState.Printed, 6).Right));
        Assert.Equal(CheckOutcome.Unknown, Now(FieldState.Blank, null).Outcome);
        Assert.Equal(CheckOutcome.Unknown, Now(FieldState.Unreadable, null).Outcome);
    }

    [Fact]
    public void A_reviewed_record_is_written_and_read_back_whole()
    {
        var asserted = Confirm() with { Asserted = new(new FieldValue.Number(12), "yearbook"), IsSourceWrong = true };
        var reviewed = ReviewedRecord.Of(Open(Read), Form, Decided(asserted));
        var field = Field(RecordJson.Read(RecordJson.Write(reviewed)));
        Assert.Equal((new ExtractedField(FieldState.Printed, Field(Read).Value, Field(Read).Probability), new AssertedValue(new FieldValue.Number(12), "yearbook")), (field.Extracted, field.Asserted));
        Assert.Contains("source-wrong", field.Reasons);
        Assert.Equal(Number(Field(Read).Value), Number(field.Value));
    }

    [Fact]
    public void A_cell_that_looks_unlike_its_equals_is_asked_about_and_keeps_what_was_read()
    {
        var reviewed = ReviewedRecord.Of(Read, Form, Decided(new Decision { Id = 1, Subject = Person, Action = DecisionAction.Doubt, Basis = new(FieldState.Printed, Field(Read).Printed) }));

        var field = Field(reviewed);
        Assert.Equal((Outcome.NeedsReview, ReviewState.Open, Field(Read).Value), (reviewed.Outcome, field.Review, field.Value));
        Assert.Equal(["odd-among-equals"], field.Reasons);
        Assert.Equal(Field(Read).Candidates, field.Candidates);
    }

    [Fact]
    public void What_was_not_found_of_a_table_that_lacks_a_page_is_missing_and_what_was_found_stays()
    {
        var lacking = Read with
        {
            Outcome = Outcome.NeedsReview, Review = [new("table-not-found", [], "requests")],
            Fields = [.. Read.Fields.Select(field => field.Key.StartsWith("requests.", StringComparison.Ordinal) && field.Key != Person
                ? KeyValuePair.Create(field.Key, new RecordField { State = FieldState.Missing, Probability = 0.5m, Review = ReviewState.Open, Reasons = ["table-not-found"] }) : field)],
        };
        var reviewed = ReviewedRecord.Of(lacking, Form, Decided(new Decision { Id = 1, Subject = "absent:requests", Action = DecisionAction.Absent }));

        Assert.Equal(Outcome.Accepted, reviewed.Outcome);
        var missing = reviewed.Fields.First(field => field.Key == "requests.new_received.total").Value;
        Assert.Equal((FieldState.Missing, ReviewState.Confirmed), (missing.State, missing.Review));
        Assert.Equal(["page-absent", "table-not-found"], missing.Reasons);
        Assert.Equal(Field(Read), Field(reviewed));
        Assert.Equal(lacking.Outcome, ReviewedRecord.Of(lacking, Form, Decided(new Decision { Id = 1, Subject = "absent:review_litigation", Action = DecisionAction.Absent })).Outcome);
    }

    private static StandingDecisions Decided(params Decision[] decisions) => StandingDecisions.Of(decisions);

    private static Decision Correct(decimal value) => new()
    {
        Id = 1, Subject = Person, Action = DecisionAction.Correct, Basis = new(FieldState.Printed, Field(Read).Printed),
        Result = new(FieldState.Printed, new FieldValue.Number(value), WrittenValue.Of(value), Field(Read).Evidence),
    };

    private static Decision Confirm() => Correct(Amount) with { Action = DecisionAction.Confirm };

    private static ReportRecord Open(ReportRecord record) => With(record, Field(record) with { Review = ReviewState.Open });

    private static ReportRecord With(ReportRecord record, RecordField field) =>
        record with { Fields = [.. record.Fields.Select(other => other.Key == Person ? KeyValuePair.Create(Person, field) : other)] };

    private static RecordField Field(ReportRecord record) => record.Fields.First(field => field.Key == Person).Value;

    private static CheckResult Check(ReportRecord record) => record.Checks.First(check => check.Id == Balance);

    private static decimal Number(FieldValue? value) => ((FieldValue.Number)value!).Amount;
}
