using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>Who is to review what.</summary>
public sealed class QueueTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    private const string Person = "requests.new_received.natural_person";

    [Fact]
    public async Task With_four_eyes_a_second_person_has_to_look_before_a_report_is_accepted()
    {
        await using var admin = await browser.OpenAsync();
        await admin.SignInAsync("admin", "/accounts");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).First.ClickAsync();
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" })).ToBeVisibleAsync();
        var id = await browser.Served.PutAsync(OpenReports.With(Person), "eyes.md");

        await using var reviewer = await browser.OpenAsync();
        await reviewer.SignInAsync("reviewer");
        await reviewer.ReviewAsync(id.ToString());
        await reviewer.PressAsync("Enter");
        await reviewer.ToldAsync("a second person has to look");
        await Assertions.Expect(reviewer.Page.Locator("#outcome")).ToHaveTextAsync("needs review");
        await reviewer.Page.GotoAsync("about:blank");

        await admin.ReviewAsync(id.ToString());
        Assert.Equal("a second person has to look", await admin.AskedAsync());
        await admin.PressAsync("Enter");
        await Assertions.Expect(admin.Page.Locator("#outcome")).ToHaveTextAsync("accepted");
        await browser.Served.Store.FourEyes.SetAsync(false, "admin", default);
    }

    [Fact]
    public async Task With_double_entry_two_people_type_what_is_printed_and_see_nothing_of_what_was_read()
    {
        await browser.Served.Store.DoubleEntry.SetAsync(true, "admin", default);
        var report = OpenReports.With(Person);
        var id = await browser.Served.PutAsync(report, "twice.md");
        var value = Core.Export.WrittenValue.Of(report.Field(Person).Value!);

        await using var reviewer = await browser.OpenAsync("zh-CN", 1280, 800);
        await reviewer.SignInAsync("reviewer");
        await reviewer.ReviewAsync(id.ToString());
        await Assertions.Expect(reviewer.Page.Locator($"td[data-path='{Person}']")).ToHaveTextAsync("");
        await reviewer.PressAsync("Enter");
        await reviewer.ToldAsync("请录入原文");
        await reviewer.Page.Keyboard.TypeAsync(value);
        await reviewer.PictureAsync("double-entry");
        await reviewer.PressAsync("Enter");
        await reviewer.ToldAsync("待第二人复查");
        await Assertions.Expect(reviewer.Page.Locator($"td[data-path='{Person}']")).ToHaveTextAsync(value);
        await reviewer.Page.GotoAsync("about:blank");

        await using var admin = await browser.OpenAsync();
        await admin.SignInAsync("admin", $"/documents/{id}");
        await Assertions.Expect(admin.Page.Locator("table.list").First).ToContainTextAsync("…");
        await admin.ReviewAsync(id.ToString());
        Assert.DoesNotContain($">{value}<", await admin.Page.Locator($"td[data-path='{Person}']").EvaluateAsync<string>("cell => cell.outerHTML"), StringComparison.Ordinal);
        await admin.Page.Keyboard.TypeAsync(value);
        await admin.PressAsync("Enter");
        await admin.ToldAsync("Entered");
        await Assertions.Expect(admin.Page.Locator("#outcome")).ToHaveTextAsync("accepted");
        await browser.Served.Store.DoubleEntry.SetAsync(false, "admin", default);
    }

    [Fact]
    public async Task Reports_are_assigned_in_the_queue_and_others_are_not_led_to_them()
    {
        var first = await browser.Served.PutAsync(OpenReports.With(Person), "first.md");
        var second = await browser.Served.PutAsync(OpenReports.With(Person), "second.md");
        await using var admin = await browser.OpenAsync();
        await admin.SignInAsync("admin", "/queue");
        await admin.Page.Locator($".chosen[value='{first}']").CheckAsync();
        await admin.Page.SelectOptionAsync("#assignee", "reviewer");
        await admin.Page.Locator("#assign button").ClickAsync();
        await Assertions.Expect(admin.Page.Locator("tbody tr").First).ToContainTextAsync("reviewer");
        await admin.PictureAsync("queue");

        await admin.Page.GotoAsync("/review");
        Assert.EndsWith($"/review/{second}", new Uri(admin.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await admin.Page.GotoAsync("/queue?assignee=reviewer");
        await Assertions.Expect(admin.Page.Locator("tbody tr")).ToHaveCountAsync(1);

        await using var reviewer = await browser.OpenAsync("zh-CN");
        await reviewer.SignInAsync("reviewer", "/review");
        Assert.EndsWith($"/review/{first}", new Uri(reviewer.Page.Url).AbsolutePath, StringComparison.Ordinal);
        using var client = await browser.Served.ClientAsync("reviewer");
        using var to = new StringContent("""{"to":"admin"}""", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await client.PutAsync($"/api/v1/review/reports/{second}/assignment", to)).StatusCode);
    }
}
