using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Check;

public sealed class RecordCheckerTests
{
    private static readonly RecordChecker Checker = new(Calibration.Load(Repository.PathOf("models", "calibration.json")));

    private static ReportRecord Check(Interpretation report, PageReading reading = PageReading.Text) =>
        Checker.Check(report, [SampleReports.Page(reading)], [], SampleReports.Source, SampleReports.Engine);

    private static RecordField Field(ReportRecord record, string path) => record.Fields.Single(field => field.Key == path).Value;

    private static string[] Open(ReportRecord record) => [.. record.Fields.Where(field => field.Value.Review == ReviewState.Open).Select(field => field.Key)];

    private static string[] Violated(ReportRecord record) =>
        [.. record.Checks.Where(check => check.Outcome == CheckOutcome.Violated).Select(check => check.Id)];

    [Fact]
    public void A_text_report_with_right_sums_is_accepted_and_every_identity_holds()
    {
        var record = Check(SampleReports.Interpret(SampleReports.Figures(1)));

        Assert.Equal(Outcome.Accepted, record.Outcome);
        Assert.Equal(42, record.Checks.Count);
        Assert.All(record.Checks, check => Assert.Equal(CheckOutcome.Holds, check.Outcome));
        Assert.All(record.Fields, field => Assert.InRange(field.Value.Probability, 0.99m, 0.999999m));
    }

    [Fact]
    public void Changing_any_one_figure_violates_exactly_the_identities_that_contain_it()
    {
        var figures = SampleReports.Figures(2);
        foreach (var path in figures.Keys)
        {
            var record = Check(SampleReports.Interpret(new Dictionary<string, decimal>(figures) { [path] = figures[path] + 1 }));

            var expected = record.Checks.Where(check => check.Fields.Contains(path)).Select(check => check.Id);
            Assert.Equal(expected, Violated(record));
            Assert.Equal(Outcome.Accepted, record.Outcome);
        }
    }

    [Fact]
    public void Blanks_count_as_zero_and_make_a_failing_check_unknown()
    {
        const string Path = "requests.granted.natural_person";
        var record = Check(SampleReports.Interpret(SampleReports.Figures(3), field =>
            field.Path == Path ? field with { State = FieldState.Blank, Value = null, Printed = null } : field));

        var check = record.Checks.Single(check => check.Id == "requests.total_col[granted]");
        Assert.Equal(CheckOutcome.Unknown, check.Outcome);
        Assert.Equal([Path], check.AssumedZero);
        Assert.NotNull(check.Left);
        Assert.Empty(Violated(record));
    }

    [Theory]
    [InlineData(FieldState.Missing)]
    [InlineData(FieldState.Unreadable)]
    public void Without_an_operand_a_check_is_unknown_and_the_field_is_open(FieldState state)
    {
        var record = Check(SampleReports.Interpret(SampleReports.Figures(3), field =>
            field.Path == "review_litigation.review.upheld" ? field with { State = state, Value = null, Printed = null } : field));

        var check = record.Checks.Single(check => check.Id == "review_litigation.total[review]");
        Assert.Equal((CheckOutcome.Unknown, null), (check.Outcome, check.Left));
        Assert.Equal(["review_litigation.review.upheld"], Open(record));
        Assert.Equal(Outcome.NeedsReview, record.Outcome);
    }

    [Theory]
    [InlineData("report.period", "not-found", false)]
    [InlineData("report.region", "not-found", true)]
    [InlineData("requests.granted.natural_person", "row-not-found", false)]
    [InlineData("requests.granted.natural_person", "row-not-found", true)]
    public void What_is_missing_is_asked_about_where_a_page_could_not_be_read_or_is_blank(string path, string reason, bool isBlank)
    {
        var figures = SampleReports.Interpret(SampleReports.Figures(4), field =>
            field.Path == path ? field with { State = FieldState.Missing, Value = null, Printed = null, Notes = ["row-absent"] } : field);
        var report = figures.Fields.Any(field => field.Path == path) ? figures : figures with
        {
            Fields = [.. figures.Fields, figures.Fields[0] with { Path = path, State = FieldState.Missing, Value = null, Printed = null, Doubts = [], Notes = [] }],
        };
        var lost = isBlank
            ? SampleReports.Page(PageReading.Ocr) with { Number = 2, SourcePage = 2, Problems = [new("read", "blank", 2, "")] }
            : SampleReports.Page(PageReading.None) with { Number = 2, SourcePage = 2, Why = "illegible" };

        Assert.Empty(Open(Checker.Check(report, [SampleReports.Page(PageReading.Text)], [], SampleReports.Source, SampleReports.Engine)));
        var record = Checker.Check(report, [SampleReports.Page(PageReading.Text), lost], [], SampleReports.Source, SampleReports.Engine);
        Assert.Equal(ReviewState.Open, Field(record, path).Review);
        Assert.Contains(reason, Field(record, path).Reasons);
        Assert.Equal([2], Assert.Single(record.Review, item => item.Reason == "page-unreadable").Pages);
    }

    [Fact]
    public void A_row_shown_to_be_absent_is_missing_without_review()
    {
        var record = Check(SampleReports.Interpret(SampleReports.Figures(3), field =>
            field.Path.StartsWith("proactive_disclosure.regulations.", StringComparison.Ordinal)
                ? field with { State = FieldState.Missing, Value = null, Printed = null, Notes = ["row-absent"] } : field));

        Assert.Empty(Open(record));
        Assert.Equal(Outcome.Accepted, record.Outcome);
    }

    [Fact]
    public void A_table_of_which_nothing_was_found_is_an_open_item()
    {
        var record = Check(SampleReports.Interpret(SampleReports.Figures(3), field =>
            field.Path.StartsWith("review_litigation.", StringComparison.Ordinal) ? field with { State = FieldState.Missing, Value = null, Printed = null } : field));

        Assert.Contains(record.Review, item => item.Reason == "table-not-found");
        Assert.All(record.Fields.Where(field => field.Key.StartsWith("review_litigation.", StringComparison.Ordinal)),
            field => Assert.Equal(["table-not-found"], field.Value.Reasons));
    }

    [Fact]
    public void Without_form_or_agency_the_document_needs_review()
    {
        var report = SampleReports.Interpret(SampleReports.Figures(1)) with { Form = null, Fields = [] };

        Assert.Equal(["form-unknown", "no-agency"], Check(report).Review.Select(item => item.Reason));
        Assert.Equal(Outcome.NeedsReview, Check(report).Outcome);
    }

    [Fact]
    public void A_scan_on_which_readers_agree_and_sums_hold_is_accepted()
    {
        var record = Check(SampleReports.Interpret(SampleReports.Figures(4), field => SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Empty(Open(record));
        Assert.Equal(Outcome.Accepted, record.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_readers_disagree_two_identities_single_out_the_reading(bool readersFirstIsRight)
    {
        const string Path = "requests.granted.natural_person";
        var figures = SampleReports.Figures(5);
        var (right, wrong) = ($"{figures[Path]}", $"{figures[Path] + 7}");
        var record = Check(SampleReports.Interpret(figures, field => field.Path == Path
            ? SampleReports.Scanned(field, 0.6, readersFirstIsRight ? [right, wrong] : [wrong, right]) : SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        var field = Field(record, Path);
        Assert.Equal(new FieldValue.Number(figures[Path]), field.Value);
        Assert.Equal(right, field.Printed);
        Assert.Empty(Open(record));
        Assert.Equal([new FieldValue.Number(figures[Path] + 7)], field.Candidates.Select(candidate => candidate.Value));
        Assert.Equal(readersFirstIsRight ? [] : ["chosen-by-identities"], field.Reasons);
    }

    [Fact]
    public void No_value_is_invented_where_no_reading_satisfies_the_identities()
    {
        const string Path = "requests.granted.natural_person";
        var figures = SampleReports.Figures(5);
        var first = $"{figures[Path] + 7}";
        var record = Check(SampleReports.Interpret(figures, field => field.Path == Path
            ? SampleReports.Scanned(field, 0.6, first, $"{figures[Path] + 4}") : SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Equal(first, Field(record, Path).Printed);
        Assert.Equal([Path], Open(record));
        Assert.Equal(2, Violated(record).Length);
    }

    [Fact]
    public void A_doubt_outside_of_all_identities_stays_open()
    {
        const string Path = "proactive_disclosure.licensing.decisions";
        var figures = SampleReports.Figures(5);
        var record = Check(SampleReports.Interpret(figures, field => field.Path == Path
            ? SampleReports.Scanned(field, 0.6, $"{figures[Path]}", "9") : SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Equal([Path], Open(record));
        Assert.Contains("readers-disagree", Field(record, Path).Reasons);
    }

    [Fact]
    public void A_violation_that_every_reader_saw_clearly_stands_as_printed_without_flags()
    {
        const string Path = "requests.granted.natural_person";
        var figures = SampleReports.Figures(6);
        figures[Path]++;
        var record = Check(SampleReports.Interpret(figures, field => SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Equal(2, Violated(record).Length);
        Assert.Equal(new FieldValue.Number(figures[Path]), Field(record, Path).Value);
        Assert.Empty(Open(record));
    }

    [Fact]
    public void Where_more_sums_are_wrong_than_any_report_prints_all_their_cells_are_asked_about()
    {
        var figures = SampleReports.Figures(6);
        foreach (var path in figures.Keys.Where(path => path.EndsWith(".natural_person", StringComparison.Ordinal)).ToList())
            figures[path]++;
        var record = Check(SampleReports.Interpret(figures, field => SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        var wrong = record.Checks.Where(check => check is { Outcome: CheckOutcome.Violated, Severity: CheckSeverity.Error }).SelectMany(check => check.Fields).ToHashSet();
        Assert.True(wrong.Count > 100);
        Assert.Subset(Open(record).ToHashSet(), wrong);
        Assert.DoesNotContain("proactive_disclosure.licensing.decisions", Open(record));
    }

    [Fact]
    public void Of_weak_cells_in_a_violation_the_one_in_two_identities_is_opened()
    {
        const string Path = "requests.granted.natural_person";
        var figures = SampleReports.Figures(6);
        figures[Path]++;
        var record = Check(SampleReports.Interpret(figures, field => SampleReports.Scanned(
            field, field.Path is Path or "requests.granted.research_institution" ? 0.99 : 0.9999)), PageReading.Ocr);

        Assert.Equal([Path], Open(record));
        Assert.Equal(["conflict", "low-probability"], Field(record, Path).Reasons);
    }

    [Fact]
    public void In_a_report_with_a_row_variant_its_row_is_summed_in_place_of_those_it_replaces()
    {
        string[] replaced = ["other_no_correction", "other_unpaid", "other_other"];
        var figures = SampleReports.Figures(7);
        foreach (var column in SampleReports.Form.Tables[1].Blocks[0].Columns)
            figures[$"requests.other_processing.{column.Key}"] = replaced.Sum(row => figures[$"requests.{row}.{column.Key}"]);
        var report = SampleReports.Interpret(figures, field => replaced.Any(row => field.Path.StartsWith($"requests.{row}.", StringComparison.Ordinal))
            ? field with { State = FieldState.Missing, Value = null, Printed = null, Notes = ["row-replaced"] } : field);

        var record = Check(report with { Variants = ["requests.other_processing"] });

        Assert.All(record.Checks, check => Assert.Equal(CheckOutcome.Holds, check.Outcome));
        Assert.Contains(record.Checks, check => check.Id == "requests.total_col[other_processing]");
        Assert.Empty(Open(record));
    }

    private static FieldReading Doubted(FieldReading field, params TextCandidate[] others)
    {
        var scanned = SampleReports.Scanned(field, 0.9);
        return scanned with { Cell = scanned.Cell! with { Doubts = ["low-contrast"], Candidates = [.. scanned.Cell.Candidates, .. others] } };
    }

    [Theory]
    [InlineData("requests.granted.natural_person", true)]
    [InlineData("requests.carried_forward.natural_person", true)]
    [InlineData("review_litigation.review.upheld", false)]
    [InlineData("proactive_disclosure.fees.amount_wan_yuan", false)]
    public void A_doubtful_image_that_readers_agree_on_is_settled_by_two_sums_only(string path, bool isSettled)
    {
        var record = Check(SampleReports.Interpret(SampleReports.Figures(8), field =>
            field.Path == path ? Doubted(field) : SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Equal(isSettled ? [] : [path], Open(record));
    }

    [Fact]
    public void Doubtful_fields_of_a_coarse_scan_say_so_and_certain_ones_stay_settled()
    {
        const string Path = "review_litigation.review.upheld";
        var scan = SampleReports.Page(PageReading.Ocr) with { Dpi = (80, 80), Problems = [new("read", "low-resolution", 1, "")] };
        var report = SampleReports.Interpret(SampleReports.Figures(8), field => field.Path == Path ? Doubted(field) : SampleReports.Scanned(field, 0.9999));

        var record = Checker.Check(report, [scan], [], SampleReports.Source, SampleReports.Engine);

        Assert.Equal([Path], Open(record));
        Assert.Contains("low-contrast", Field(record, Path).Reasons);
        Assert.Contains("low-resolution", Field(record, Path).Reasons);
    }

    [Fact]
    public void What_is_missing_from_a_coarse_scan_may_stand_there_unseen()
    {
        var figures = SampleReports.Interpret(SampleReports.Figures(4));
        var report = figures with
        {
            Fields = [.. figures.Fields, figures.Fields[0] with { Path = "report.period", State = FieldState.Missing, Value = null, Printed = null, Evidence = [], Doubts = [], Notes = [] }],
        };
        var scan = SampleReports.Page(PageReading.Ocr) with { Number = 2, SourcePage = 2, Problems = [new("read", "low-resolution", 2, "")] };

        var record = Checker.Check(report, [SampleReports.Page(PageReading.Text), scan], [], SampleReports.Source, SampleReports.Engine);

        Assert.Equal(["report.period"], Open(record));
        Assert.Equal(["low-resolution", "not-found"], Field(record, "report.period").Reasons);
    }

    [Fact]
    public void Sums_do_not_settle_whether_a_zero_or_a_dash_is_printed()
    {
        const string Path = "requests.granted.natural_person";
        var figures = SampleReports.Figures(8);
        foreach (var path in new[] { Path, "requests.granted.total", "requests.total_processed.natural_person", "requests.total_processed.total",
            "requests.new_received.natural_person", "requests.new_received.total" })
            figures[path] -= SampleReports.Figures(8)[Path];
        ReportRecord Read(params TextCandidate[] others) => Check(SampleReports.Interpret(figures, field =>
            field.Path == Path ? Doubted(field, others) : SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Empty(Open(Read()));
        Assert.Equal([Path], Open(Read(new TextCandidate("—", 0.2))));
    }

    [Fact]
    public void Two_doubts_in_one_sum_do_not_settle_each_other()
    {
        string[] paths = ["requests.granted.natural_person", "requests.granted.commercial_enterprise"];
        var record = Check(SampleReports.Interpret(SampleReports.Figures(8), field =>
            paths.Contains(field.Path) ? Doubted(field) : SampleReports.Scanned(field, 0.9999)), PageReading.Ocr);

        Assert.Equal(paths, Open(record));
    }

    [Theory]
    [InlineData("report.agency")]
    [InlineData("report.year")]
    public void A_title_whose_agency_or_year_was_not_found_is_open_as_well(string missing)
    {
        var report = SampleReports.Interpret(SampleReports.Figures(1));
        report = report with
        {
            Fields = [.. report.Fields.Select(field => field.Path == missing ? field with { State = FieldState.Missing, Value = null, Printed = null } : field)],
        };

        var record = Check(report);

        Assert.Equal(["report.title", missing], Open(record));
        Assert.Equal(["title-incomplete"], Field(record, "report.title").Reasons);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Many_doubts_on_one_page_are_settled_together_and_never_wrongly(int seed)
    {
        var figures = SampleReports.Figures(seed);
        var random = new Random(seed);
        var record = Check(SampleReports.Interpret(figures, field =>
        {
            if (random.Next(4) > 0 || !field.Path.StartsWith("requests.", StringComparison.Ordinal))
                return SampleReports.Scanned(field, 0.9999);
            var (right, wrong) = ($"{figures[field.Path]}", $"{figures[field.Path] + 1 + random.Next(60)}");
            return random.Next(2) == 0 ? SampleReports.Scanned(field, 0.6, right, wrong) : SampleReports.Scanned(field, 0.6, wrong, right);
        }), PageReading.Ocr);

        Assert.All(record.Fields.Where(field => figures.ContainsKey(field.Key) && field.Value.Review == ReviewState.None),
            field => Assert.Equal(new FieldValue.Number(figures[field.Key]), field.Value.Value));
        Assert.Empty(Open(record));
    }
}
