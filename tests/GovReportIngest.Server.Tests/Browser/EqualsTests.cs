using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Read;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>Cells that were read alike, of which one is something else.</summary>
public sealed class EqualsTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    /// <summary>Of a picture without resolution, 1000 CSS pixels wide, points.</summary>
    private const double PageWidth = 841.7;
    private const double PageHeight = 589.2;
    private const int Cells = 6;

    [Fact]
    public async Task The_odd_ones_among_cells_of_one_value_are_clicked_and_asked_about()
    {
        await using var person = await browser.OpenAsync("en-US", 1000, 700, 2);
        var cells = string.Concat(Enumerable.Range(0, Cells).Select(cell => $"<b style='position: absolute; left: {100 + 120 * cell}px; top: 300px'>{(cell == Cells - 1 ? 8 : 0)}</b>"));
        await person.Page.SetContentAsync($"<body style='font: 32px serif'>{cells}</body>");
        var scan = await person.Page.ScreenshotAsync();
        var paths = OpenReports.None.Fields.Where(field => field.Value.Value == new FieldValue.Number(0)).Take(Cells).Select(field => field.Key).ToList();
        var id = await browser.Served.PutAsync(RecordOf(paths), "digits.png", scan);

        await person.SignInAsync("reviewer");
        await person.Page.GotoAsync("/equals?value=0");
        await person.ReadyAsync();
        var buttons = person.Page.Locator("#equals button");
        await Assertions.Expect(person.Page.Locator("#equals button[data-drawn]")).ToHaveCountAsync(Cells);
        await buttons.Nth(0).ClickAsync();
        await buttons.Nth(0).ClickAsync();
        await buttons.Nth(Cells - 1).ClickAsync();
        await person.PictureAsync("equals");
        await person.Page.Locator("#ask").ClickAsync();
        await Assertions.Expect(person.Page.Locator("#asked")).ToHaveTextAsync("Asked: 1");

        var open = (await browser.Served.Store.Review.FindAsync(id, default))!.Record.Fields.Where(field => field.Value.Review is ReviewState.Open).ToList();
        Assert.Equal((paths[^1], "odd-among-equals"), (Assert.Single(open).Key, Assert.Single(open[0].Value.Reasons)));
        await person.Page.ReloadAsync();
        await Assertions.Expect(buttons).ToHaveCountAsync(Cells - 1);
    }

    private static ReportRecord RecordOf(List<string> paths) => OpenReports.None with
    {
        Pages = [new(1, 1, PagePart.Whole, PageWidth, PageHeight, 0, 0, (171, 171), true, PageReading.Ocr, "image-file")],
        Fields = [.. OpenReports.None.Fields.Select(field => paths.IndexOf(field.Key) is >= 0 and var cell
            ? KeyValuePair.Create(field.Key, field.Value with { Evidence = [new Evidence.OnPage(1, new((100 + 120 * cell) * PageWidth / 1000, 300 * PageWidth / 1000, 14, 30))] }) : field)],
    };
}
