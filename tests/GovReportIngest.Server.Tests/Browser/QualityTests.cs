using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>Samples that are read again, in a real browser.</summary>
public sealed class QualityTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    [Fact]
    public async Task A_sample_is_drawn_read_blind_and_its_rate_of_errors_shown()
    {
        await using var admin = await browser.OpenAsync("zh-CN");
        await admin.SignInAsync("admin");
        await admin.Page.SetInputFilesAsync("#files", Repository.PathOf("samples", "inbox", "pdf", "writer-song.pdf"));
        await Assertions.Expect(admin.Page.Locator("#uploads a")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await admin.Page.GotoAsync("/quality");
        await Assertions.Expect(admin.Page.Locator(".none")).ToContainTextAsync("尚未抽取样本");
        await admin.Page.FillAsync("input[name=most]", "3");
        await admin.Page.Locator("#draw button").ClickAsync();
        await Assertions.Expect(admin.Page.Locator("tbody tr").First).ToContainTextAsync("0 / 3");

        await using var reader = await browser.OpenAsync("en");
        await reader.SignInAsync("reviewer", "/quality/next");
        var wrong = 0;
        for (var field = 0; field < 3; field++)
        {
            await reader.ReadyAsync();
            var item = (await browser.Served.Store.Quality.NextAsync("reviewer", default))!;
            var record = (await browser.Served.Store.Review.FindAsync(item.Report, default))!.Record;
            var truth = record.Field(item.Path);
            // What the machine read is nowhere on the page but in the picture.
            Assert.Equal("", await reader.Page.Locator("#entry").InputValueAsync());
            Assert.Equal("", await reader.Page.Locator("#entry").GetAttributeAsync("placeholder") ?? "");
            if (field == 0)
                await reader.PictureAsync("quality");
            if (truth.State is FieldState.Printed && !ReportPaths.Has(item.Path) && wrong++ == 0)
                await reader.Page.FillAsync("#entry", "987654321");
            else if (truth.Value is { } value)
                await reader.Page.FillAsync("#entry", WrittenValue.Of(value));
            await reader.PressAsync(KeyOf(truth.State));
            await Assertions.Expect(reader.Page.Locator($"#task[data-item='{item.ItemId}']")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(reader.Page.Locator("tbody tr").First).ToContainTextAsync("3 / 3");
        Assert.Equal(Math.Min(1, wrong), (await browser.Served.Store.Quality.ListAsync(default)).Single().Unsettled);
    }

    private static string KeyOf(FieldState state) => state switch
    {
        FieldState.Printed => "Enter",
        FieldState.Blank => "Alt+b",
        FieldState.Placeholder => "Alt+p",
        FieldState.Missing => "Alt+m",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The sample has none such."),
    };
}
