using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Review;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Review;

public sealed class BlockShiftTests
{
    private const string Column = ".natural_person";
    private static readonly FormLibrary Forms = FormLibrary.Load(Repository.PathOf("models", "forms"));
    private static readonly ReportRecord Good = TextReports.Ingest(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md")));

    private static FormDefinition Form => Forms.Find(Good.Form!.Id)!;

    private static FieldGrid Grid => new(Form, Good.Form!.Variants);

    private static IReadOnlyList<string> Rows => [.. Enumerable.Range(0, int.MaxValue).Select(row => Grid.At(new("requests", row, 0))).TakeWhile(path => path is not null)!];

    [Fact]
    public void A_block_takes_its_content_along_and_leaves_empty_cells()
    {
        var sources = new BlockShift(Rows[3], RowOf(Rows[5], 6), 1, 0).In(Grid)!;

        Assert.Equal(4 * 7, sources.Count);
        Assert.Equal([null, Rows[3], Rows[4], Rows[5]], Rows.Skip(3).Take(4).Select(path => sources[path]));
        Assert.DoesNotContain(Rows[2], sources.Keys);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-2, 0)]
    [InlineData(0, 1)]
    [InlineData(0, -3)]
    [InlineData(2, -1)]
    public void What_leaves_the_table_is_left_out(int down, int right)
    {
        var sources = new BlockShift(Rows[0], RowOf(Rows[^1], 6), down, right).In(Grid)!;
        var kept = (Rows.Count - Math.Abs(down)) * (7 - Math.Abs(right));
        Assert.Equal((Rows.Count * 7, kept), (sources.Count, sources.Values.Count(source => source is not null)));
        foreach (var (path, source) in sources.Where(cell => cell.Value is not null))
        {
            var (to, from) = (Grid.Find(path)!.Value, Grid.Find(source!)!.Value);
            Assert.Equal((from.Row + down, from.Column + right), (to.Row, to.Column));
        }
    }

    [Theory]
    [InlineData("requests.new_received.natural_person", "review_litigation.none.none", 1)]
    [InlineData("nowhere", "nowhere", 1)]
    [InlineData("requests.new_received.natural_person", "requests.new_received.natural_person", 0)]
    public void Nothing_moves_between_tables_or_by_no_step(string from, string to, int down) => Assert.Null(new BlockShift(from, to, down, 0).In(Grid));

    [Fact]
    public void A_shift_is_read_as_it_was_written()
    {
        var shift = new BlockShift("a.b.c", "a.d.e", -1, 2);
        Assert.Equal(shift, BlockShift.Parse(shift.Text));
        Assert.Throws<FormatException>(() => BlockShift.Parse("a.b.c"));
    }

    /// <summary>A table that was read one row too low from its fourth row on: one decision puts all back, and the sums say so.</summary>
    [Fact]
    public void A_table_that_was_read_a_row_too_low_is_put_right_by_one_decision()
    {
        var read = ReadTooLow(3);
        Assert.Contains(read.Checks, check => check is { Severity: CheckSeverity.Error, Outcome: CheckOutcome.Violated });

        var shifted = ReviewedRecord.Of(read, Form, Standing(Shift(1, 4, -1)));

        Assert.Equal(ValuesOf(Good, Rows.Count - 1), ValuesOf(shifted, Rows.Count - 1));
        Assert.Equal([Rows[^1]], shifted.Fields.Where(field => field.Key.StartsWith("requests.", StringComparison.Ordinal) && field.Key.EndsWith(Column, StringComparison.Ordinal)
            && field.Value.Review is ReviewState.Open).Select(field => field.Key));
        var moved = Field(shifted, Rows[3]);
        Assert.Equal((ReviewState.Corrected, Field(read, Rows[3]).Value), (moved.Review, moved.Extracted!.Value));
        Assert.Contains("shifted", moved.Reasons);
    }

    [Fact]
    public void A_cell_that_was_left_empty_is_unknown_and_asked_about()
    {
        var left = Field(ReviewedRecord.Of(Good, Form, Standing(Shift(1, 3, 1))), Rows[3]);
        Assert.Equal((FieldState.Missing, null, ReviewState.Open), (left.State, left.Value, left.Review));
        Assert.Empty(left.Evidence);
    }

    [Fact]
    public void What_a_block_puts_into_sums_that_do_not_hold_is_asked_about()
    {
        var shifted = ReviewedRecord.Of(Good, Form, Standing(Shift(1, 3, 1)));
        var violated = shifted.Checks.Where(check => check is { Severity: CheckSeverity.Error, Outcome: CheckOutcome.Violated }).SelectMany(check => check.Fields).ToHashSet();
        Assert.NotEmpty(violated);
        Assert.All(shifted.Fields.Where(field => field.Value.Reasons.Contains("shifted") && violated.Contains(field.Key)), field => Assert.Equal(ReviewState.Open, field.Value.Review));
        Assert.Equal(Outcome.NeedsReview, shifted.Outcome);
    }

    [Fact]
    public void A_shift_that_is_taken_back_leaves_no_trace()
    {
        Decision back = new() { Id = 2, Subject = "structure:requests", Action = DecisionAction.Reverse, Reverses = 1 };
        Assert.Same(Good, ReviewedRecord.Of(Good, Form, Standing(Shift(1, 3, 1), back)));
    }

    [Fact]
    public void Decisions_about_single_fields_stay_and_are_asked_about_where_something_else_came_to_stand()
    {
        Decision Confirm(string path) => new()
        {
            Id = 1, Subject = path, Action = DecisionAction.Confirm, Basis = new(FieldState.Printed, Field(Good, path).Printed),
            Result = new(FieldState.Printed, Field(Good, path).Value, Field(Good, path).Printed, Field(Good, path).Evidence),
        };
        var shifted = ReviewedRecord.Of(Good, Form, Standing(Confirm(Rows[0]), Shift(2, 0, 1)));
        var field = Field(shifted, Rows[0]);
        Assert.Equal((ReviewState.Open, Field(Good, Rows[0]).Value), (field.Review, field.Value));
        Assert.Contains("differs-from-review", field.Reasons);
    }

    private static string RowOf(string path, int column) => Grid.At(Grid.Find(path)!.Value with { Column = column })!;

    /// <summary>Rows from this one to the last.</summary>
    private static Decision Shift(long id, int from, int down) => new()
    {
        Id = id, Subject = "structure:requests", Action = DecisionAction.Shift, Shift = new(Rows[from], RowOf(Rows[^1], 6), down, 0),
    };

    private static StandingDecisions Standing(params Decision[] log) => StandingDecisions.Of(log);

    private static ReportRecord ReadTooLow(int from) => ReviewedRecord.Of(Good, Form, Standing(Shift(1, from, 1))) is var wrong
        ? wrong with { Fields = [.. wrong.Fields.Select(field => KeyValuePair.Create(field.Key, field.Value with { Extracted = null, Reasons = [] }))] } : null!;

    private static RecordField Field(ReportRecord record, string path) => record.Fields.First(field => field.Key == path).Value;

    private static IReadOnlyList<FieldValue?> ValuesOf(ReportRecord record, int rows) => [.. Rows.Take(rows).Select(path => Field(record, path).Value)];
}
