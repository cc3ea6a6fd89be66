using System.Globalization;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;
using GovReportIngest.TestKit;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>People say how a document is to be read, and it is read again.</summary>
public sealed class RepairTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    private const string Person = "requests.new_received.natural_person";

    [Fact]
    public async Task A_page_is_turned_and_read_again_and_what_was_decided_stays()
    {
        await using var person = await browser.OpenAsync("zh-CN", 1000, 700, 2);
        // Little to read, so that it is read quickly.
        await person.Page.SetContentAsync("<body style='font: 28px sans-serif; padding: 60px'>北县水务局2021年政府信息公开工作年度报告</body>");
        var scan = await person.Page.ScreenshotAsync();
        await person.SignInAsync("reviewer");
        await UploadAsync(person, new() { Name = "scan.png", MimeType = "image/png", Buffer = scan });
        await person.PressAsync("Enter");
        await person.ToldAsync("已处理");
        var before = await ReportAsync(person);

        await person.PressAsync("Alt+g");
        await Assertions.Expect(person.Page.Locator("#repair-acts li")).ToHaveCountAsync(5);
        await person.PressAsync("2");
        await ReadAgainAsync(person, 2);
        var turned = await ReportAsync(person);
        Assert.Equal(["turn 1 180"], turned.Record.Guide);
        Assert.Equal(180, turned.Record.Pages[0].Rotation);

        await person.PressAsync("Alt+g");
        await person.Page.Locator("#repair-hints button").ClickAsync();
        await ReadAgainAsync(person, 3);
        var back = await ReportAsync(person);
        Assert.Equal(["settle", "reread", "reverse"], back.Log.Select(row => row.Action));
        Assert.Equal(Core.Export.RecordJson.Write(before.Record), Core.Export.RecordJson.Write(back.Record));
    }

    [Fact]
    public async Task A_report_is_read_as_the_form_that_a_person_chose_and_u_takes_it_back()
    {
        await using var person = await browser.OpenAsync();
        await person.SignInAsync("reviewer");
        await UploadAsync(person, new() { Name = "form.md", MimeType = "text/markdown", Buffer = await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "text", "pipes.md")) });
        var before = (await ReportAsync(person)).Record;
        await person.Page.Locator("#repair-button").ClickAsync();
        await person.Page.SelectOptionAsync("#repair-form", "cn-gov-disclosure-annual/2019");
        await person.Page.Locator("#repair-as").ClickAsync();
        await ReadAgainAsync(person, 2);
        Assert.Equal("cn-gov-disclosure-annual/2019", (await ReportAsync(person)).Record.Form!.Id);

        await person.PressAsync("Alt+u");
        await ReadAgainAsync(person, 3);
        Assert.Equal(Core.Export.RecordJson.Write(before), Core.Export.RecordJson.Write((await ReportAsync(person)).Record));
    }

    [Fact]
    public async Task A_table_is_marked_on_its_page_rules_are_drawn_and_a_page_is_left_out()
    {
        await using var person = await browser.OpenAsync("en-US", 1280, 800);
        await person.SignInAsync("reviewer");
        await UploadAsync(person, new() { Name = "ruled.pdf", MimeType = "application/pdf", Buffer = await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "pdf", "song-ruled.pdf")) });
        var before = await ReportAsync(person);
        var place = Assert.IsType<Evidence.OnPage>(before.Record.Field(Person).Evidence[0]);

        await person.Page.Locator($"[data-path='{Person}']").ClickAsync();
        await person.PressAsync("g");
        await person.PressAsync("t");
        await person.ToldAsync("press and pull a box");
        await person.Page.WaitForFunctionAsync("() => document.querySelector('#stage img').complete");
        await PullAsync(person, (place.Box.X - 185, place.Box.Y - 85), (place.Box.Right + 330, place.Box.Bottom + 490));
        await Assertions.Expect(person.Page.Locator("#stage rect.marked")).ToHaveCountAsync(1);
        await person.PictureAsync("mark-table");
        await person.PressAsync("Enter");
        await ReadAgainAsync(person, 2);
        var marked = await ReportAsync(person);
        Assert.StartsWith($"table requests {place.Page}:", Assert.Single(marked.Record.Guide), StringComparison.Ordinal);
        Assert.Equal(FieldState.Missing, marked.Record.Field("requests.carried_forward.natural_person").State);

        await person.Page.Locator($"[data-path='{Person}']").ClickAsync();
        await person.PressAsync("g");
        await person.PressAsync("3");
        await person.ToldAsync("along a rule");
        await PullAsync(person, (place.Box.X, place.Box.Y), (place.Box.X + 200, place.Box.Y + 3));
        await person.Page.Keyboard.DownAsync("Shift");
        await PullAsync(person, (place.Box.X, place.Box.Y), (place.Box.X, place.Box.Y + 100));
        await person.Page.Keyboard.UpAsync("Shift");
        await Assertions.Expect(person.Page.Locator("#stage line")).ToHaveCountAsync(2);
        await Assertions.Expect(person.Page.Locator("#stage line.struck")).ToHaveCountAsync(1);
        await person.PressAsync("Enter");
        await ReadAgainAsync(person, 3);
        var rules = Assert.IsType<ReadingHint.Rules>(ReadingHint.TryParse((await ReportAsync(person)).Record.Guide[0]));
        Assert.Equal([true, false], rules.Marks.Select(mark => mark.IsDrawn));
        Assert.Equal(rules.Marks[0].FromY, rules.Marks[0].ToY);

        await person.Page.Locator($"[data-path='{Person}']").ClickAsync();
        await person.PressAsync("g");
        await person.PressAsync("4");
        await ReadAgainAsync(person, 4);
        Assert.Equal((PageReading.None, "left-out"), (await ReportAsync(person)).Record.Pages[place.Page - 1] is var page ? (page.Read, page.Why) : default);
    }

    private static async Task PullAsync(Visitor person, (double X, double Y) from, (double X, double Y) to)
    {
        var (start, end) = (await PointAsync(person, from.X, from.Y), await PointAsync(person, to.X, to.Y));
        await person.Page.Mouse.MoveAsync(start.X, start.Y);
        await person.Page.Mouse.DownAsync();
        await person.Page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 3 });
        await person.Page.Mouse.UpAsync();
    }

    /// <summary>Where a point of the page that is shown whole stands on the screen.</summary>
    private static async Task<(float X, float Y)> PointAsync(Visitor person, double x, double y)
    {
        var at = await person.Page.EvaluateAsync<float[]>(
            "([x, y]) => { const over = document.querySelector('#stage svg'), point = new DOMPoint(x, y).matrixTransform(over.getScreenCTM()); return [point.x, point.y]; }", new[] { x, y });
        return (at[0], at[1]);
    }

    [Fact]
    public async Task A_page_that_is_missing_is_one_decision_for_all_that_stood_on_it()
    {
        var lost = OpenReports.None with
        {
            Outcome = Outcome.NeedsReview, Review = [new("table-not-found", [], "requests")],
            Fields = [.. OpenReports.None.Fields.Select(field => field.Key.StartsWith("requests.", StringComparison.Ordinal)
                ? KeyValuePair.Create(field.Key, new RecordField { State = FieldState.Missing, Probability = 0.5m, Review = ReviewState.Open, Reasons = ["table-not-found"] }) : field)],
        };
        var id = await browser.Served.PutAsync(lost, "lost.md");
        await using var person = await browser.OpenAsync();
        await person.SignInAsync("reviewer");
        await person.ReviewAsync(id.ToString());
        await person.Page.Locator($"[data-path='{Person}']").ClickAsync();
        await person.PressAsync("g");
        await person.PressAsync("1");
        await person.ToldAsync("Marked as missing");
        await Assertions.Expect(person.Page.Locator("#outcome")).ToHaveTextAsync("accepted");

        await person.PressAsync("u");
        await person.ToldAsync("Taken back");
        await Assertions.Expect(person.Page.Locator("#outcome")).ToHaveTextAsync("needs review");
        await person.Page.GotoAsync($"/documents/{id}");
        await Assertions.Expect(person.Page.Locator("table.list").First).ToContainTextAsync("a page is missing");
    }

    [Fact]
    public async Task Reports_of_a_file_are_merged_and_parted_by_hand_and_taken_back_from_any_of_them()
    {
        await using var person = await browser.OpenAsync();
        await person.SignInAsync("reviewer");
        await UploadAsync(person, new() { Name = "two.txt", MimeType = "text/plain", Buffer = await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "text", "two-reports.txt")) });
        var document = (await ReportAsync(person)).Id.DocumentId;
        var titles = await TitlesAsync(document);
        Assert.Equal(2, titles.Count);

        await person.PressAsync("Alt+g");
        await person.Page.GetByText("The reports of this file are one").ClickAsync();
        await ReadAgainAsync(person, 2);
        Assert.Equal(["parts one"], (await ReportAsync(person)).Record.Guide);
        Assert.Equal(titles.Take(1), await TitlesAsync(document));

        await person.PressAsync("Alt+g");
        var heading = await person.Page.Locator("#repair-start option", new() { HasTextString = "总体情况" }).GetAttributeAsync("value");
        await person.Page.SelectOptionAsync("#repair-start", heading!);
        await person.Page.Locator("#repair-part").ClickAsync();
        await ReadAgainAsync(person, 3);
        Assert.Equal([$"parts {heading}"], (await ReportAsync(person)).Record.Guide);
        Assert.Equal(titles, await TitlesAsync(document));

        await person.ReviewAsync($"{document}.2");
        await person.PressAsync("Alt+u");
        await person.Page.WaitForURLAsync($"**/documents/{document}");
        Assert.Equal(titles.Take(1), await TitlesAsync(document));
        await person.ReviewAsync($"{document}");
        await person.PressAsync("Alt+u");
        await ReadAgainAsync(person, 5);
        Assert.Equal(titles, await TitlesAsync(document));
        Assert.Empty((await ReportAsync(person)).Record.Guide);
    }

    [Theory]
    [InlineData("text/pipes.md", "line:50", "line:70", "table requests line:50..70")]
    [InlineData("html/portal.html", "node:table[2]", "node:table[2]", "table requests node:table[2]..table[2]")]
    public async Task A_table_of_a_source_without_pages_is_marked_by_its_first_and_last_piece(string sample, string first, string last, string hint)
    {
        await using var person = await browser.OpenAsync("zh-CN", 1280, 800);
        await person.SignInAsync("reviewer");
        await UploadAsync(person, new() { Name = Path.GetFileName(sample), MimeType = "text/plain", Buffer = await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", sample)) });
        var before = await ReportAsync(person);
        await person.Page.Locator($"#sheets [data-path='{Person}']").ClickAsync();
        await person.PressAsync("g");
        await person.PressAsync("t");
        await person.ToldAsync("从首行");
        var places = (await PiecesAsync(before.Id.DocumentId)).ToList();
        await person.Page.Locator(".pieces li").Nth(places.IndexOf(first)).ClickAsync();
        for (var step = places.IndexOf(first); step < places.IndexOf(last); step++)
            await person.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(person.Page.Locator(".pieces .marked")).ToHaveCountAsync(places.IndexOf(last) - places.IndexOf(first) + 1);
        if (first != last)
            await person.PictureAsync("mark-text");
        await person.PressAsync("Enter");
        await ReadAgainAsync(person, 2);
        var marked = (await ReportAsync(person)).Record;
        Assert.Equal([hint], marked.Guide);
        Assert.Equal(before.Record.Field(Person).Value, marked.Field(Person).Value);
        // What stands behind the mark is no part of the table.
        Assert.Equal(first == last ? FieldState.Printed : FieldState.Missing, marked.Field("requests.carried_forward.natural_person").State);

        await person.PressAsync("Alt+u");
        await ReadAgainAsync(person, 3);
        Assert.Equal(Core.Export.RecordJson.Write(before.Record), Core.Export.RecordJson.Write((await ReportAsync(person)).Record));
    }

    private async Task<IEnumerable<string>> PiecesAsync(long document)
    {
        using var client = await browser.Served.ClientAsync("viewer");
        return [.. (await ServedStore.JsonAsync(await client.GetAsync($"/api/v1/documents/{document}/text"))).GetProperty("pieces").EnumerateArray().Select(piece => piece.GetProperty("place").GetString()!)];
    }

    private async Task<IReadOnlyList<string?>> TitlesAsync(long document) =>
        [.. (await browser.Served.Store.Extractions.ReadCurrentAsync(document, default)).Select(record => record.Field("report.title").Printed)];

    private static async Task UploadAsync(Visitor person, FilePayload file)
    {
        await person.Page.SetInputFilesAsync("#files", file);
        var link = await person.Page.Locator("#uploads a").GetAttributeAsync("href", new() { Timeout = 60_000 });
        await person.ReviewAsync(link!.Split('/')[^1]);
    }

    /// <summary>Waits until the page shows what the workers read anew.</summary>
    private static Task ReadAgainAsync(Visitor person, int version) => person.Page.WaitForFunctionAsync(
        "version => document.body.dataset.ready === 'true' && document.getElementById('review').dataset.version === `${version}`", version, new() { Timeout = 60_000, PollingInterval = 100 });

    private async Task<ReviewedReport> ReportAsync(Visitor person) =>
        (await browser.Served.Store.Review.FindAsync(new RecordId(long.Parse(person.Page.Url.Split('/')[^1], CultureInfo.InvariantCulture), 1), default))!;
}
