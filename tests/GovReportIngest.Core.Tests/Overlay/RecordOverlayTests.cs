using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Overlay;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Tests.Check;

namespace GovReportIngest.Core.Tests.Overlay;

public sealed class RecordOverlayTests
{
    private static readonly Box Place = new(100, 200, 30, 10);

    [Theory]
    [InlineData(FieldState.Printed, ReviewState.None, OverlayKind.Sure)]
    [InlineData(FieldState.Printed, ReviewState.Confirmed, OverlayKind.Sure)]
    [InlineData(FieldState.Printed, ReviewState.Open, OverlayKind.Flagged)]
    [InlineData(FieldState.Blank, ReviewState.None, OverlayKind.Blank)]
    [InlineData(FieldState.Blank, ReviewState.Open, OverlayKind.Flagged)]
    [InlineData(FieldState.Placeholder, ReviewState.None, OverlayKind.Placeholder)]
    [InlineData(FieldState.Unreadable, ReviewState.Open, OverlayKind.Flagged)]
    public void State_and_review_of_a_field_decide_how_it_is_drawn(FieldState state, ReviewState review, OverlayKind kind)
    {
        var shape = Assert.Single(Draw(Record(("requests.new_received.total", Field(state, review)))).Shapes);

        Assert.Equal(kind, shape.Kind);
        Assert.Equal([100, 200, 130, 200, 130, 210, 100, 210], shape.Corners);
    }

    [Fact]
    public void A_flagged_field_says_its_value_and_the_reason_that_says_most()
    {
        var field = Field(FieldState.Printed, ReviewState.Open) with { Reasons = ["low-probability", "readers-disagree"] };

        var shape = Assert.Single(Draw(Record(("requests.new_received.total", field))).Shapes);

        Assert.Equal(("3001", "readers-disagree"), (shape.Label, shape.Reason));
    }

    [Fact]
    public void A_sum_that_does_not_hold_is_marked_where_it_is_printed()
    {
        var record = Record(("a", Field(FieldState.Printed)), ("b", Field(FieldState.Printed) with { Evidence = [new Evidence.OnPage(1, new(300, 200, 20, 10))] })) with
        {
            Checks =
            [
                new("sum[held]", CheckSeverity.Error, CheckOutcome.Holds, 5, 5, [], ["a"]),
                new("sum[row]", CheckSeverity.Error, CheckOutcome.Violated, 786, 785, [], ["a", "b"]),
            ],
        };

        var overlay = Draw(record);

        var finding = Assert.Single(overlay.Shapes, shape => shape.Kind == OverlayKind.Finding);
        Assert.Equal((300, "786 vs 785"), (finding.Corners[0], finding.Label));
        Assert.Contains(overlay.Notes, note => note.Contains("sum[row]", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_and_rules_of_a_deskewed_page_are_put_back_where_they_were_printed()
    {
        var page = SampleReports.Page(PageReading.Ocr) with
        {
            Frame = new(0, -1, 500, 1, 0, 7),
            Words = [new() { Text = "年", Box = new(10, 20, 5, 5), Edges = [10, 15] }],
            Rulings = [new(RulingDirection.Vertical, 40, 50, 60, 1)],
        };

        var overlay = Assert.Single(RecordOverlay.Of(Record(), [page]));

        Assert.Equal([480, 17, 480, 22, 475, 22, 475, 17], overlay.Shapes[0].Corners);
        Assert.Equal([450, 47, 440, 47], overlay.Shapes[1].Corners);
    }

    [Theory]
    [InlineData(PageReading.Ocr, "年")]
    [InlineData(PageReading.TextLayer, null)]
    public void Words_that_were_read_from_ink_say_what_was_read(PageReading reading, string? label)
    {
        var page = SampleReports.Page(reading) with { Words = [new() { Text = "年", Box = new(10, 20, 5, 5), Edges = [10, 15] }] };

        Assert.Equal(label, RecordOverlay.Of(Record(), [page])[0].Shapes[0].Label);
    }

    [Fact]
    public void Both_halves_of_a_spread_are_drawn_on_their_one_source_page()
    {
        var left = SampleReports.Page(PageReading.Ocr) with { Part = PagePart.Left };
        var right = left with { Number = 2, Part = PagePart.Right };
        var onBoth = Field(FieldState.Printed) with { Evidence = [new Evidence.OnPage(1, Place), new Evidence.OnPage(2, Place)] };

        var overlay = Assert.Single(RecordOverlay.Of(Record(("requests.new_received.total", onBoth)), [left, right]));

        Assert.Equal(2, overlay.Shapes.Count(shape => shape.Kind == OverlayKind.Sure));
    }

    [Fact]
    public void What_has_no_place_on_the_page_stands_in_the_notes_of_the_first_picture_alone()
    {
        var missing = Field(FieldState.Missing, ReviewState.Open) with { Evidence = [], Reasons = ["table-not-found"] };
        var record = Record(("requests.new_received.total", missing), ("requests.granted.total", missing)) with
        {
            Review = [new("form-unknown", [1], "")],
        };
        var first = SampleReports.Page(PageReading.Ocr);

        var overlays = RecordOverlay.Of(record, [first, first with { Number = 2, SourcePage = 2 }]);

        Assert.Equal(["document: form-unknown", "to be checked: 2 fields of requests missing table-not-found"], overlays[0].Notes);
        Assert.Empty(overlays[1].Notes);
    }

    [Fact]
    public void Text_files_have_no_page_to_draw() =>
        Assert.Empty(RecordOverlay.Of(Record(), [new() { Number = 1, SourcePage = 1, Reading = PageReading.Text, Why = "text-file" }]));

    private static PageOverlay Draw(ReportRecord record) => Assert.Single(RecordOverlay.Of(record, [SampleReports.Page(PageReading.Ocr)]));

    private static ReportRecord Record(params (string Path, RecordField Field)[] fields) => new()
    {
        Source = SampleReports.Source, Engine = SampleReports.Engine, Outcome = Outcome.NeedsReview,
        Fields = [.. fields.Select(field => KeyValuePair.Create(field.Path, field.Field))],
    };

    private static RecordField Field(FieldState state, ReviewState review = ReviewState.None) => new()
    {
        State = state, Review = review, Probability = 0.9m, Evidence = [new Evidence.OnPage(1, Place)],
        Value = state == FieldState.Printed ? new FieldValue.Number(3001) : null,
    };
}
