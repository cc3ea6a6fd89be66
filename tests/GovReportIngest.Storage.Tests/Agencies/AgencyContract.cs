using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Agencies;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;

namespace GovReportIngest.Storage.Tests.Agencies;

/// <summary>The register of agencies, and reports with several sources.</summary>
public abstract class AgencyContract(ITestedDatabase database) : StoreContract(database)
{
    private const string Person = "requests.new_received.natural_person";
    private const string Finance = "白沙县财政局";

    private static readonly AgencyRegister Register = new([
        new() { Id = "F", Name = Finance, FormerNames = ["白沙县财税局"], Region = "469025", ValidTo = new(2023, 12, 31), Successor = "N" },
        new() { Id = "N", Name = "白沙县财政金融局", Region = "469025", ValidFrom = new(2024, 1, 1) },
        new() { Id = "W", Name = "东洲区水务局", Region = "210403" },
    ]);

    [Fact]
    public async Task Without_a_register_nothing_is_asked_and_nothing_covered()
    {
        await ReadAsync("a.txt", Of("某局", 2022));

        Assert.Equal("accepted", await StateAsync(1));
        Assert.Null(await Store.Agencies.CoverAsync(new(), default));
    }

    [Fact]
    public async Task Records_find_their_agencies_whether_the_register_came_before_or_after()
    {
        await ReadAsync("before.txt", Of(Finance, 2022));
        await ImportAsync(Register);
        await ReadAsync("former.txt", Of("白沙县财税局", 2021));
        await ReadAsync("later.txt", Of(Finance, 2024));

        Assert.Equal([("1", "F"), ("2", "F"), ("3", "N")], (await Store.Queries.ListAsync(new(), default)).Select(row => (row.Id.ToString(), row.AgencyId)));
        Assert.All(await Store.Queries.ListAsync(new(), default), row => Assert.Equal("accepted", row.State));
    }

    [Fact]
    public async Task An_agency_that_the_register_does_not_know_is_asked_about_until_it_does()
    {
        await ImportAsync(Register);
        await ReadAsync("a.txt", Of("白沙县财征局", 2022));

        Assert.Equal(("needs-review", "document:agency-unknown"), (await StateAsync(1), (await Store.Queries.QueueAsync(null, 9, default)).Single().Subject));
        Assert.Equal(("白沙县财征局", 1), (await CoverAsync()).Unknown.Select(name => (name.Name, name.Records)).Single());
        Assert.Equal(Outcome.NeedsReview, (await Store.Review.FindAsync(new(1, 1), default))!.Record.Outcome);
        await RequireSoundAsync();

        await ImportAsync(new([.. Register.Agencies.Select(agency => agency.Id == "F" ? agency with { MisprintedNames = ["白沙县财征局"] } : agency)]));
        Assert.Equal("accepted", await StateAsync(1));
        Assert.Empty(await Store.Queries.QueueAsync(null, 9, default));
        await RequireSoundAsync();
    }

    [Fact]
    public async Task A_corrected_name_is_matched_anew_and_a_settled_item_stays_settled()
    {
        await ImportAsync(Register);
        await ReadAsync("a.txt", Of("某局", 2022));
        await ReadAsync("b.txt", Of("某局", 2021));

        var corrected = await Store.Review.DecideAsync(new(1, 1), Correct("report.agency", new FieldValue.Words(Finance)), "r", default);
        Assert.Equal((Outcome.Accepted, "accepted"), (corrected.Report!.Record.Outcome, await StateAsync(1)));
        await Store.Review.DecideAsync(new(2, 1), new() { Subject = "document:agency-unknown", Action = DecisionAction.Settle, Version = 1, Seen = 0 }, "r", default);
        Assert.Equal("accepted", await StateAsync(2));

        await ImportAsync(Register);
        Assert.Equal(("accepted", "accepted"), (await StateAsync(1), await StateAsync(2)));
        await RequireSoundAsync();
    }

    [Fact]
    public async Task A_name_that_a_person_is_asked_about_anyway_is_not_asked_about_twice()
    {
        await ImportAsync(Register);
        var open = Of("某局", 2022);
        await ReadAsync("a.txt", open with
        {
            Outcome = Outcome.NeedsReview,
            Fields = [.. open.Fields.Select(field => field.Key == "report.agency" ? KeyValuePair.Create(field.Key, field.Value with { Review = ReviewState.Open, Reasons = ["low-confidence"] }) : field)],
        });

        Assert.Equal(["report.agency"], (await Store.Queries.QueueAsync(null, 9, default)).Select(item => item.Subject));
    }

    [Fact]
    public async Task Sources_of_one_report_that_agree_ask_nothing_and_count_as_duplicates()
    {
        await ImportAsync(Register);
        await ReadAsync("a.txt", Of(Finance, 2022));
        await ReadAsync("b.txt", Scanned(Of(Finance, 2022)));
        await ReadAsync("c.txt", Of("东洲区水务局", 2022));

        Assert.Empty(await Store.Queries.QueueAsync(null, 9, default));
        var coverage = await CoverAsync();
        Assert.Equal((1, 0, 1, false), YearOf(coverage, "F", 2022));
        Assert.Equal((1, 0, 0, false), YearOf(coverage, "W", 2022));
    }

    [Fact]
    public async Task Sources_that_differ_ask_about_the_master_whichever_came_first()
    {
        await ImportAsync(Register);
        await ReadAsync("scan.txt", Scanned(With(Of(Finance, 2022), 78)));
        await ReadAsync("born.txt", Of(Finance, 2022));

        var item = (await Store.Review.FindAsync(new(2, 1), default))!.Record.Review.Single();
        Assert.Equal(("witnesses-differ", $"1 (scan.txt): {Person} {NumberOf(Record)} ≠ 78"), (item.Reason, item.Detail));
        Assert.Equal(("accepted", "needs-review"), (await StateAsync(1), await StateAsync(2)));
        Assert.Equal((0, 1, 1, false), YearOf(await CoverAsync(), "F", 2022));
        Assert.Equal((Finance, 2), (await Store.Queries.FindAsync(1, default))!.Sources.Select(source => (source.Name, source.MasterId!.Value)).Single());
        Assert.Equal([(1, 2L), (2, 2)], (await Store.Queries.ListAsync(new(), default)).Select(row => ((int)row.DocumentId, row.MasterId!.Value)));
        await RequireSoundAsync();
    }

    [Fact]
    public async Task A_reviewed_scan_becomes_the_master()
    {
        await ImportAsync(Register);
        await ReadAsync("born.txt", Of(Finance, 2022));
        await ReadAsync("scan.txt", Scanned(Of(Finance, 2022)));
        await Store.Review.DecideAsync(new(2, 1), Correct(Person, new FieldValue.Number(78)), "r", default);

        Assert.Equal(("accepted", "needs-review"), (await StateAsync(1), await StateAsync(2)));
        Assert.Equal("witnesses-differ", (await Store.Review.FindAsync(new(2, 1), default))!.Record.Review.Single().Reason);
        await Store.Review.DecideAsync(new(2, 1), Correct(Person, new FieldValue.Number(NumberOf(Record))) with { Seen = 1 }, "r", default);
        Assert.Equal("accepted", await StateAsync(2));
        await RequireSoundAsync();
    }

    [Fact]
    public async Task Figures_that_people_are_still_asked_about_bear_no_witness()
    {
        await ImportAsync(Register);
        await ReadAsync("a.txt", Of(Finance, 2022));
        var doubtful = With(Of(Finance, 2022), 78);
        await ReadAsync("b.txt", doubtful with
        {
            Outcome = Outcome.NeedsReview,
            Fields = [.. doubtful.Fields.Select(field => field.Key == Person ? KeyValuePair.Create(field.Key, field.Value with { Review = ReviewState.Open, Reasons = ["low-probability"] }) : field)],
        });

        Assert.Equal([Person], (await Store.Queries.QueueAsync(null, 9, default)).Select(item => item.Subject));
    }

    [Fact]
    public async Task A_witness_that_is_replaced_by_another_report_bears_none()
    {
        await ImportAsync(Register);
        await ReadAsync("a.txt", Of(Finance, 2022));
        await RecordAsync(await CollectAsync(Put("b.txt", "other bytes")), With(Of(Finance, 2022), 78));
        Assert.Equal("needs-review", await StateAsync(1));

        var newer = await CollectAsync(Put("b.txt", "newer bytes"));
        Assert.Equal("accepted", await StateAsync(1));
        await RecordAsync(newer, Of(Finance, 2021));
        Assert.Equal((1, 0, 0, false), YearOf(await CoverAsync(), "F", 2022));
        await CollectAsync(Put("b.txt", "other bytes"));
        Assert.Equal("needs-review", await StateAsync(1));
        await RequireSoundAsync();
    }

    [Fact]
    public async Task Coverage_names_what_is_missing_and_expects_nothing_of_agencies_that_did_not_exist()
    {
        await ImportAsync(Register);
        await ReadAsync("a.txt", Of(Finance, 2022));
        await ReadAsync("b.txt", Of("白沙县财政金融局", 2024));
        await CollectAsync(Put("c.txt", "waits"));

        var coverage = await CoverAsync();
        Assert.Equal(1, coverage.Waiting);
        Assert.Equal([2022, 2023, 2024], coverage.Years);
        Assert.Equal([(false, true), (true, true), (false, false)], Of(coverage, "F").Select(year => (year.IsMissing, year.IsExpected)));
        Assert.Equal([(false, false), (false, false), (false, true)], Of(coverage, "N").Select(year => (year.IsMissing, year.IsExpected)));
        Assert.Equal([true, true, true], Of(coverage, "W").Select(year => year.IsMissing));
        Assert.Equal(["W"], (await Store.Agencies.CoverAsync(new() { From = 2020, To = 2021, Region = "21" }, default))!.Agencies.Select(agency => agency.Agency.Id));
    }

    [Fact]
    public async Task An_import_that_was_ended_is_seen_and_finished_by_the_next()
    {
        for (var number = 1; number <= 30; number++)
            await ReadAsync($"{number}.txt", Of(Finance, 1990 + number));
        using var end = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Agencies.ImportAsync(Register, _ => end.Cancel(), end.Token));
        Assert.True((await CoverAsync()).IsUnfinished);

        await ImportAsync(Register);
        var coverage = await CoverAsync();
        Assert.Equal((false, 30), (coverage.IsUnfinished, coverage.Agencies.Sum(agency => agency.Years.Sum(year => year.Received))));
    }

    private Task ImportAsync(AgencyRegister register) => Store.Agencies.ImportAsync(register, _ => { }, default);

    private async Task<Coverage> CoverAsync() => (await Store.Agencies.CoverAsync(new(), default))!;

    private async Task ReadAsync(string name, ReportRecord record) => await RecordAsync(await CollectAsync(Put(name, name)), record);

    private async Task<string> StateAsync(long id) => (await Store.Queries.FindAsync(id, default))!.Document.State;

    private async Task RequireSoundAsync() => Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);

    private static IReadOnlyList<YearCoverage> Of(Coverage coverage, string id) => coverage.Agencies.Single(agency => agency.Agency.Id == id).Years;

    private static (long Accepted, long InReview, long Duplicates, bool IsMissing) YearOf(Coverage coverage, string id, int year) =>
        Of(coverage, id).Single(cell => cell.Year == year) is var cell ? (cell.Accepted, cell.InReview, cell.Duplicates, cell.IsMissing) : default;

    private static decimal NumberOf(ReportRecord record) => ((FieldValue.Number)record.Fields.Single(field => field.Key == Person).Value.Value!).Amount;

    private static ReportRecord With(ReportRecord record, decimal number) => record with
    {
        Fields = [.. record.Fields.Select(field => field.Key == Person ? KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Number(number), Printed = $"{number}" }) : field)],
    };

    private static ReportRecord Scanned(ReportRecord record) => record with { Pages = [.. record.Pages.Select(page => page with { Read = PageReading.Ocr })] };

    private static DecisionRequest Correct(string path, FieldValue value) => new()
    {
        Subject = path, Action = DecisionAction.Correct, Version = 1, Seen = 0, Result = new(FieldState.Printed, value, "x", []),
    };
}
