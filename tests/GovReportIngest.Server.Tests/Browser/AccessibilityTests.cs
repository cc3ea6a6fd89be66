using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>axe-core over every page, light and dark: nothing serious.</summary>
public sealed class AccessibilityTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_keeps_people_out(ColorScheme colours)
    {
        var id = await browser.Served.PutAsync(OpenReports.With("report.agency", "requests.new_received.total"), $"access-{colours}.md");
        await browser.Served.PutAsync(OpenReports.None, $"accepted-{colours}.md");
        await browser.Served.Store.Quality.DrawAsync(new() { Seed = 1 }, "admin", default);
        await using var person = await browser.OpenAsync();
        await person.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        await person.Page.GotoAsync("/login");
        await ExamineAsync(person.Page);
        await person.SignInAsync("admin");
        foreach (var path in (string[])["/", "/queue", "/documents", "/accounts", $"/documents/{id}", $"/documents/{id}/reading", "/coverage", $"/review/{id}", "/quality", "/quality/next", "/equals?value=0", "/search?q=机关", "/series?agency=局"])
        {
            await person.Page.GotoAsync(path);
            if (path.StartsWith("/review", StringComparison.Ordinal) || path == "/quality/next")
                await person.ReadyAsync();
            await ExamineAsync(person.Page);
        }

        await ExamineEntryAndDialogsAsync(person, $"{id}");
    }

    private async Task ExamineEntryAndDialogsAsync(Visitor person, string id)
    {
        await browser.Served.Store.DoubleEntry.SetAsync(true, "admin", default);
        await person.ReviewAsync(id);
        await ExamineAsync(person.Page);
        await browser.Served.Store.DoubleEntry.SetAsync(false, "admin", default);
        await person.ReviewAsync(id);
        foreach (var (button, dialog) in ((string, string)[])[("#help-button", "#help"), ("#repair-button", "#repair")])
        {
            await person.Page.Locator(button).ClickAsync();
            await ExamineAsync(person.Page);
            await person.Page.Locator($"{dialog} form button").ClickAsync();
        }
    }

    private static async Task ExamineAsync(IPage page)
    {
        // Not as a script element, which the policy of the pages refuses, but by the debugger.
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(one => ({ id: one.id, impact: one.impact, where: one.nodes.slice(0, 5).map(node => node.html) }))");
        var serious = found.EnumerateArray().Where(one => one.GetProperty("impact").GetString() is "serious" or "critical").Select(one => one.ToString()).ToList();
        Assert.True(serious.Count == 0, $"{page.Url}: {string.Join('\n', serious)}");
    }
}
