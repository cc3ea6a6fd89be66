using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

public sealed class OverviewTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    [Fact]
    public async Task The_overview_draws_documents_by_day_and_questions_by_form_and_reason()
    {
        await browser.Served.PutAsync(OpenReports.None, "accepted.md");
        await browser.Served.PutAsync(OpenReports.WithOpen(12), "open.md");
        await browser.Served.PutAsync(OpenReports.TooLow("requests.new_received.natural_person", "requests.granted.natural_person"), "low.md");
        await browser.Served.PutAsync(OpenReports.WithOpen(5) with { Form = null }, "formless.md");
        await using var person = await browser.OpenAsync();
        await person.SignInAsync("viewer");

        await Assertions.Expect(person.Page.Locator(".days rect")).ToHaveCountAsync(2);
        await Assertions.Expect(person.Page.Locator(".days rect.state-needs-review title")).ToContainTextAsync("needs review: 3");
        await Assertions.Expect(person.Page.Locator(".bars li").First.Locator("rect")).ToHaveCountAsync(2);
        await Assertions.Expect(person.Page.Locator(".bars li").First).ToContainTextAsync("17");
        await person.PictureAsync("overview");
        await using var chinese = await browser.OpenAsync("zh-CN");
        await chinese.SignInAsync("viewer");
        await chinese.PictureAsync("overview.zh-CN");
    }
}
