using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Queries;
using GovReportIngest.TestKit;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>What people do, in a real browser.</summary>
public sealed class ReviewTests(BrowserStore browser, ITestOutputHelper output) : IClassFixture<BrowserStore>
{
    private const string Person = "requests.new_received.natural_person";
    private const string Granted = "requests.granted.natural_person";
    private const string Partial = "requests.partial_grant.natural_person";
    private const string LastTotal = "requests.carried_forward.total";
    private const string Total = "requests.new_received.total";

    [Fact]
    public async Task A_scan_is_uploaded_reviewed_by_the_keyboard_alone_accepted_found_and_downloaded()
    {
        await using var person = await browser.OpenAsync("zh-CN");
        await person.SignInAsync("reviewer");
        await person.Page.SetInputFilesAsync("#files", Repository.PathOf("samples", "inbox", "scan", "one-sheet.png"));
        await person.Page.Locator("#uploads a").ClickAsync(new() { Timeout = 60_000 });
        await person.ReadyAsync();
        await Assertions.Expect(person.Page.Locator("#stage img")).ToHaveJSPropertyAsync("complete", true);
        await person.PictureAsync("review");

        var id = person.Page.Url.Split('/')[^1];
        var open = await person.Page.Locator("td.open").CountAsync();
        Assert.InRange(open, 1, 20);
        for (var field = 0; field < open; field++)
        {
            await person.PressAsync("Enter");
            await person.ToldAsync("已确认");
            await Assertions.Expect(person.Page.Locator("td.open")).ToHaveCountAsync(open - field - 1);
        }

        await Assertions.Expect(person.Page.Locator("#outcome")).ToHaveTextAsync("已通过");
        var record = (await browser.Served.Store.Review.FindAsync(new(long.Parse(id, CultureInfo.InvariantCulture), 1), default))!.Record;
        Assert.Equal(Outcome.Accepted, record.Outcome);

        await person.Page.FillAsync("header input[type=search]", WrittenValue.Of(record.Field("report.agency").Value!)[^3..]);
        await person.PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator(".hits a").First).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.Locator(".hits mark").First).ToBeVisibleAsync();
        await person.Page.GotoAsync($"/documents?state=accepted&agency={Uri.EscapeDataString(WrittenValue.Of(record.Field("report.agency").Value!)[..3])}");
        await person.Page.Locator("a", new() { HasTextString = "one-sheet.png" }).ClickAsync();
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Page.Locator("a", new() { HasTextString = "CSV（每字段一行）" }).ClickAsync());
        Assert.Contains(Person, await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await person.PictureAsync("document");
    }

    [Fact]
    public async Task Digits_type_wherever_the_focus_is_sums_follow_and_u_takes_back()
    {
        var id = await PutAsync(OpenReports.With(Person, Total), "keys.md");
        await using var person = await OpenAsync(id);
        var before = WrittenValue.Of(OpenReports.None.Field(Person).Value!);
        await person.Page.Locator(".report h1").ClickAsync();
        await person.PressAsync("9");
        await person.PressAsync("9");
        await Assertions.Expect(person.Page.Locator("#entry")).ToHaveValueAsync("99");
        await Assertions.Expect(person.Page.Locator("#findings .violated").First).ToContainTextAsync("99");
        await person.PressAsync("Enter");
        await person.ToldAsync("Corrected");
        await Assertions.Expect(Cell(person, Person)).ToHaveTextAsync("99");
        await Assertions.Expect(Cell(person, Person)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("corrected.*violated"));

        await person.PressAsync("u");
        await person.ToldAsync("Taken back");
        await Assertions.Expect(Cell(person, Person)).ToHaveTextAsync(before);
        Assert.Equal(["correct", "reverse"], (await LogAsync(id)).Select(row => row.Action));
    }

    [Fact]
    public async Task A_table_that_was_read_a_row_too_low_is_put_right_by_three_keys()
    {
        var id = await PutAsync(OpenReports.TooLow(Granted, LastTotal), "low.md");
        await using var person = await OpenAsync(id);
        var right = WrittenValue.Of(OpenReports.None.Field(Granted).Value!);
        await Cell(person, Partial).ClickAsync();
        await Assertions.Expect(Cell(person, Granted)).ToHaveTextAsync("");
        var open = await person.Page.Locator("td.open").CountAsync();

        await person.PressAsync("s");
        await person.PressAsync("ArrowUp");
        await Assertions.Expect(Cell(person, Granted)).ToHaveTextAsync(right);
        await person.PictureAsync("shift");
        await person.PressAsync("Enter");
        await person.ToldAsync("Cells moved.");
        await Assertions.Expect(Cell(person, Granted)).ToHaveTextAsync(right);
        await Assertions.Expect(Cell(person, Granted)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("corrected"));
        Assert.InRange(await person.Page.Locator("td.open").CountAsync(), 1, open / 4);

        await person.PressAsync("u");
        await person.ToldAsync("Taken back");
        await Assertions.Expect(Cell(person, Granted)).ToHaveTextAsync("");
        Assert.Equal(["shift", "reverse"], (await LogAsync(id)).Select(row => row.Action));
    }

    [Fact]
    public async Task A_shift_that_is_left_changes_nothing_and_a_comment_is_seen_by_others()
    {
        var id = await PutAsync(OpenReports.With(Person), "comment.md");
        await using var person = await OpenAsync(id);
        var before = await Cell(person, Person).InnerTextAsync();
        foreach (var key in (string[])["s", "s", "ArrowRight"])
            await person.PressAsync(key);
        await Assertions.Expect(Cell(person, Person)).ToHaveTextAsync("");
        await person.PressAsync("Escape");
        await Assertions.Expect(Cell(person, Person)).ToHaveTextAsync(before);

        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync("the stamp covers it");
        await person.PressAsync("c");
        await person.ToldAsync("Said about");
        await Assertions.Expect(person.Page.Locator("#notes")).ToContainTextAsync("reviewer");
        await Assertions.Expect(person.Page.Locator("#notes")).ToContainTextAsync("the stamp covers it");
        Assert.Equal(["comment"], (await LogAsync(id)).Select(row => row.Action));
        await person.PressAsync("Enter");
        await person.ToldAsync("Confirmed");
    }

    [Fact]
    public async Task The_next_report_is_one_of_the_queue_that_was_asked_for()
    {
        var reports = new List<Storage.Queries.RecordId>();
        foreach (var name in (string[])["first.md", "other.md", "second.md"])
        {
            var agency = name == "other.md" ? "某县档案局" : "某市筛选局";
            reports.Add(await PutAsync(OpenReports.With(Person) with { Fields = [.. OpenReports.With(Person).Fields.Select(field => field.Key == ReportPaths.Agency
                ? KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Words(agency) }) : field)] }, name));
        }

        await using var person = await browser.OpenAsync();
        await person.SignInAsync("reviewer", "/queue?agency=筛选");
        await person.Page.Locator("a.primary").ClickAsync();
        await person.ReadyAsync();
        Assert.Contains($"/review/{reports[0]}?agency=", person.Page.Url, StringComparison.Ordinal);
        await person.PressAsync("n");
        await person.Page.WaitForURLAsync(address => address.Contains($"/review/{reports[2]}?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_is_decided_wherever_the_focus_went_and_a_second_Enter_keeps_it()
    {
        var id = await PutAsync(OpenReports.With(Person), "focus.md");
        await using var person = await OpenAsync(id);
        await person.PressAsync("7");
        await person.PressAsync("7");
        await person.Page.Locator(".report h1").ClickAsync();
        await person.PressAsync("Enter");
        await person.ToldAsync("Corrected");
        await person.PressAsync("Enter");
        await person.ToldAsync("Confirmed");
        await Assertions.Expect(Cell(person, Person)).ToHaveTextAsync("77");
        Assert.Equal(["77", "77"], (await LogAsync(id)).Select(row => row.NewValue));
    }

    [Fact]
    public async Task Keys_that_come_while_a_decision_is_on_its_way_reach_the_next_question_whole()
    {
        var id = await PutAsync(OpenReports.With(Person, Total), "fast.md");
        await using var person = await OpenAsync(id);
        await person.Page.RouteAsync("**/decisions", async route =>
        {
            await Task.Delay(500);
            await route.ContinueAsync();
        });
        foreach (var key in (string[])["1", "2", "Enter", "3", "4", "Enter"])
            await person.PressAsync(key);
        await Assertions.Expect(person.Page.Locator("#outcome")).ToHaveTextAsync("accepted");
        Assert.Equal([(Person, "12"), (Total, "34")], (await LogAsync(id)).Select(row => (row.Subject, row.NewValue!)));
    }

    [Fact]
    public async Task Every_state_has_a_key()
    {
        foreach (var (key, state) in ((string, FieldState)[])[("b", FieldState.Blank), ("p", FieldState.Placeholder), ("x", FieldState.Unreadable), ("m", FieldState.Missing)])
            await DecidesAsync(key, record => Assert.Equal((ReviewState.Corrected, state), (record.Field(Person).Review, record.Field(Person).State)));
        await DecidesAsync("w", record => Assert.Contains("source-wrong", record.Field(Person).Reasons));
    }

    [Fact]
    public async Task Keys_of_an_input_method_decide_nothing()
    {
        var id = await PutAsync(OpenReports.With("report.agency"), "ime.md");
        await using var person = await OpenAsync(id);
        await person.Page.EvaluateAsync("""
            () => { const entry = document.getElementById('entry');
                    for (const key of ['Enter', 'b', '1']) entry.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true })); }
            """);
        await person.Page.FillAsync("#entry", "某市水务局");
        Assert.Empty(await LogAsync(id));
        await person.PressAsync("Enter");
        await person.ToldAsync("Corrected");
        Assert.Equal("\"某市水务局\"", (await LogAsync(id)).Single().NewValue);
    }

    [Fact]
    public async Task Letters_type_where_text_is_asked_for()
    {
        var id = await PutAsync(OpenReports.With("report.agency"), "letters.md");
        await using var person = await OpenAsync(id);
        foreach (var letter in "bupxwmn")
            await person.PressAsync(letter.ToString());
        await Assertions.Expect(person.Page.Locator("#entry")).ToHaveValueAsync("bupxwmn");
        Assert.Empty(await LogAsync(id));
    }

    [Fact]
    public async Task Two_people_get_different_reports_and_who_looks_at_a_lent_one_cannot_decide()
    {
        var id = await PutAsync(OpenReports.With(Person), "two.md");
        await using var first = await OpenAsync(id);
        await using var second = await browser.OpenAsync();
        await second.SignInAsync("admin");
        await second.ReviewAsync(id.ToString());
        await Assertions.Expect(second.Page.Locator("#lease")).ToContainTextAsync("reviewer works on this report");
        await Assertions.Expect(second.Page.Locator("#entry")).ToBeDisabledAsync();
        await second.PressAsync("Enter");
        Assert.Empty(await LogAsync(id));

        await first.Page.GotoAsync("/queue");
        await second.ReviewAsync(id.ToString());
        await Assertions.Expect(second.Page.Locator("#entry")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_decision_that_somebody_else_made_meanwhile_is_shown_instead()
    {
        var id = await PutAsync(OpenReports.With(Person, Total), "meanwhile.md");
        await using var person = await OpenAsync(id);
        await browser.Served.Store.Review.DecideAsync(id, new() { Subject = Person, Action = Core.Review.DecisionAction.Confirm, Version = 1, Seen = 0 }, "somebody", default);
        await person.PressAsync("5");
        await person.PressAsync("Enter");
        await person.ToldAsync("somebody decided meanwhile");
        await Assertions.Expect(Cell(person, Person)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("confirmed"));
        Assert.Single(await LogAsync(id));
    }

    [Fact]
    public async Task A_session_that_ended_leads_to_the_sign_in_page_and_back()
    {
        var id = await PutAsync(OpenReports.With(Person), "session.md");
        await using var person = await browser.OpenAsync();
        await browser.Served.Store.Users.AddAsync("leaver", Storage.Users.UserRole.Reviewer, Server.Accounts.Passwords.Hash(ServedStore.Password), default);
        await person.SignInAsync("leaver");
        await person.ReviewAsync(id.ToString());
        await person.Page.Context.ClearCookiesAsync();
        await person.Page.EvaluateAsync("() => { window.onerror = null; }");
        await person.PressAsync("Enter");
        await person.Page.WaitForURLAsync("**/login?return=*");
        Assert.Empty(await LogAsync(id));
    }

    [Fact]
    public async Task The_characters_that_were_read_are_framed_in_a_text_and_nothing_else_is()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("samples", "inbox", "text", "flattened.txt"));
        var record = TextReports.Ingest(text);
        await using var person = await OpenAsync(await browser.Served.PutAsync(record, "framed.txt"));
        var framed = person.Page.Locator("#reading .framed");
        foreach (var path in (string[])["report.agency", "report.period", Total, Person])
        {
            await person.Page.Locator($"#sheets [data-path='{path}']").ClickAsync();
            await Assertions.Expect(framed).ToHaveCountAsync(1);
            await Assertions.Expect(framed).ToHaveTextAsync(record.Field(path).Printed!);
        }
    }

    [Fact]
    public async Task What_a_document_says_is_shown_as_text()
    {
        var evil = "<script>document.title='evil'</script><img src=x onerror=alert(1)>";
        var record = OpenReports.With("report.agency");
        record = record with
        {
            Source = record.Source with { Path = evil },
            Fields = [.. record.Fields.Select(field => field.Key is "report.agency" or "report.title"
                ? KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Words(evil), Printed = evil }) : field)],
        };
        var id = await browser.Served.PutAsync(record, "evil.md");
        await using var person = await OpenAsync(id);
        Assert.Contains("<script>", await person.Page.Locator(".report h1").InnerTextAsync(), StringComparison.Ordinal);
        await person.Page.GotoAsync($"/documents/{id}");
        Assert.DoesNotContain("evil'", await person.Page.TitleAsync() == "evil" ? "evil'" : "", StringComparison.Ordinal);
        Assert.Equal(0, await person.Page.Locator("img[src=x]").CountAsync());
    }

    [Fact]
    public async Task Two_hundred_questions_take_one_key_each_and_less_than_a_second()
    {
        var times = new List<double>();
        await using var person = await browser.OpenAsync();
        await person.SignInAsync("reviewer");
        foreach (var name in (string[])["hundred-1.md", "hundred-2.md"])
        {
            var id = await PutAsync(OpenReports.WithOpen(100), name);
            await person.ReviewAsync(id.ToString());
            for (var open = 100; open > 0; open--)
            {
                var began = System.Diagnostics.Stopwatch.GetTimestamp();
                await person.PressAsync("Enter");
                await person.Page.WaitForFunctionAsync("left => document.querySelectorAll('td.open').length === left", open - 1, new() { PollingInterval = 5 });
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            Assert.Equal(100, (await LogAsync(id)).Count);
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"» 200 questions, a key each: median {times[100]:0} ms, slowest {times[^1]:0} ms"));
        Assert.InRange(times[190], 0, 1000);
    }

    [Fact]
    public async Task All_pages_can_be_used_at_200_percent_and_in_both_languages()
    {
        var id = await PutAsync(OpenReports.With(Person), "zoom.md");
        foreach (var (locale, words) in ((string, string)[])[("en-US", "Review queue"), ("zh-CN", "复核队列")])
            await LooksRightAsync(id, locale, words);
    }

    private async Task LooksRightAsync(RecordId id, string locale, string words)
    {
        // Half the width in CSS pixels is what a zoom of 200 % leaves.
        await using var person = await browser.OpenAsync(locale, 720, 450, 2);
        await person.SignInAsync("reviewer");
        foreach (var path in (string[])["/", "/queue", "/documents", $"/documents/{id}", $"/review/{id}"])
        {
            await person.Page.GotoAsync(path);
            var overflow = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0 || path.Contains("/documents/", StringComparison.Ordinal), $"{path}: {overflow} pixels too wide");
        }

        await person.Page.GotoAsync("/queue");
        await Assertions.Expect(person.Page.Locator("h1")).ToHaveTextAsync(words);
    }

    private async Task DecidesAsync(string key, Action<ReportRecord> check)
    {
        var id = await PutAsync(OpenReports.With(Person), $"key-{key}.md");
        await using var person = await OpenAsync(id);
        await person.PressAsync(key);
        await Assertions.Expect(person.Page.Locator("#outcome")).ToHaveTextAsync("accepted");
        check((await browser.Served.Store.Review.FindAsync(id, default))!.Record);
    }

    private async Task<Visitor> OpenAsync(RecordId id)
    {
        var person = await browser.OpenAsync();
        await person.SignInAsync("reviewer");
        await person.ReviewAsync(id.ToString());
        return person;
    }

    private Task<RecordId> PutAsync(ReportRecord record, string name) => browser.Served.PutAsync(record, name);

    private async Task<IReadOnlyList<Storage.Review.DecisionRow>> LogAsync(RecordId id) => (await browser.Served.Store.Review.FindAsync(id, default))!.Log;

    private static ILocator Cell(Visitor person, string path) => person.Page.Locator($"td[data-path='{path}']");
}
