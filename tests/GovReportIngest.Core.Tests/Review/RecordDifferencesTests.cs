using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;

namespace GovReportIngest.Core.Tests.Review;

public sealed class RecordDifferencesTests
{
    private static readonly ReportRecord Before = Record(("a", Printed(1)), ("b", Printed(2)), ("c", Printed(3)));

    [Fact]
    public void The_same_reading_has_no_differences() => Assert.True(RecordDifferences.Of(Before, Before with { }).AreNone);

    [Fact]
    public void Probabilities_are_no_differences() =>
        Assert.True(RecordDifferences.Of(Before, Record(("a", Printed(1) with { Probability = 0.5m }), ("b", Printed(2)), ("c", Printed(3)))).AreNone);

    [Fact]
    public void Values_states_and_flags_that_changed_are_told_in_the_order_of_the_later_record()
    {
        var after = Record(("c", Printed(3) with { Review = ReviewState.Open }), ("b", new() { State = FieldState.Blank, Probability = 1 }), ("d", Printed(4)));

        var differences = RecordDifferences.Of(Before, after);

        Assert.Equal(["c", "b", "d", "a"], differences.Fields.Select(field => field.Path));
        Assert.Equal((ReviewState.None, ReviewState.Open), (differences.Fields[0].Before!.Value.Review, differences.Fields[0].After!.Value.Review));
        Assert.Equal((FieldState.Printed, FieldState.Blank), (differences.Fields[1].Before!.Value.State, differences.Fields[1].After!.Value.State));
        Assert.Null(differences.Fields[2].Before);
        Assert.Null(differences.Fields[3].After);
    }

    [Fact]
    public void Another_outcome_form_or_finding_is_a_difference()
    {
        Assert.False(RecordDifferences.Of(Before, Before with { Outcome = Outcome.NeedsReview }).AreNone);
        Assert.False(RecordDifferences.Of(Before, Before with { Form = new("x/1", 1, []) }).AreNone);
        var violated = Before with { Checks = [new("sum", CheckSeverity.Error, CheckOutcome.Violated, 1, 2, [], [])] };
        Assert.Equal(["sum"], RecordDifferences.Of(Before, violated).Findings);
        Assert.Equal(["sum"], RecordDifferences.Of(violated, Before).Findings);
    }

    private static RecordField Printed(int value) => new() { State = FieldState.Printed, Value = new FieldValue.Number(value), Probability = 1 };

    private static ReportRecord Record(params (string Path, RecordField Field)[] fields) => new()
    {
        Source = new("a.txt", null, "", "text/plain", 1), Engine = new() { Version = "1" }, Outcome = Outcome.Accepted,
        Fields = [.. fields.Select(field => KeyValuePair.Create(field.Path, field.Field))],
    };
}
