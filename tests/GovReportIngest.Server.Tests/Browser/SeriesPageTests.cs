using GovReportIngest.Core.Archives;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>What the pages tell beyond one reading: years of an agency, and what its archive says.</summary>
public sealed class SeriesPageTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    private const string Received = "requests.new_received.total";

    [Fact]
    public async Task A_figure_is_drawn_over_the_years_and_leads_to_its_reports_and_to_what_the_archive_says_of_them()
    {
        foreach (var (year, received) in ((int, decimal)[])[(2021, 61), (2022, 74), (2023, 812), (2024, 79)])
            await browser.Served.PutAsync(Of(year, received), $"series-{year}.md");
        await browser.Served.Store.Catalogue.ImportAsync(new([new("series-2023.md", new() { ArchivalCode = "X001-WS·2023-Y-0012", Fonds = "X001", Retention = "永久" })], []), default);
        await using var person = await browser.OpenAsync("zh-CN");
        await person.SignInAsync("viewer");

        await person.Page.GotoAsync("/series?concept=requests-received&agency=平潭");
        await Assertions.Expect(person.Page.Locator(".chart svg circle title")).ToHaveCountAsync(4);
        await Assertions.Expect(person.Page.Locator("tr", new() { HasTextString = "812" })).ToContainTextAsync("相差悬殊");
        await person.PictureAsync("series-page.zh-CN");

        await person.Page.Locator("tr", new() { HasTextString = "812" }).Locator("a").ClickAsync();
        await Assertions.Expect(person.Page.Locator("tr", new() { HasTextString = "档号" })).ToContainTextAsync("X001-WS·2023-Y-0012");
    }

    private static ReportRecord Of(int year, decimal received) => OpenReports.None with
    {
        Fields = [.. OpenReports.None.Fields.Select(field => field.Key switch
        {
            ReportPaths.Year => KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Number(year) }),
            Received => KeyValuePair.Create(field.Key, field.Value with { Value = new FieldValue.Number(received) }),
            _ => field,
        })],
    };
}
