using GovReportIngest.Core.Agencies;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.TestKit;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>What viewers find.</summary>
public sealed class BrowsingTests(BrowserStore browser) : IClassFixture<BrowserStore>
{
    [Fact]
    public async Task Outline_texts_and_tables_stand_beside_the_page_and_show_where_they_are()
    {
        await using var person = await browser.OpenAsync("zh-CN", 1280, 800);
        await person.SignInAsync("reviewer");
        await person.Page.SetInputFilesAsync("#files", Repository.PathOf("samples", "inbox", "pdf", "song-ruled.pdf"));
        var link = await person.Page.Locator("#uploads a").GetAttributeAsync("href", new() { Timeout = 60_000 });
        await person.Page.GotoAsync($"/documents/{link!.Split('/')[^1]}");
        await person.Page.GetByText("对照原文阅读").ClickAsync();
        await person.ReadyAsync();
        await Assertions.Expect(person.Page.Locator("#stage rect")).ToHaveCountAsync(0);
        await person.Page.Locator("#read td", new() { HasTextString = "行政规范性文件" }).First.ClickAsync();
        await Assertions.Expect(person.Page.Locator("#stage rect.current")).ToHaveCountAsync(1);
        await Assertions.Expect(person.Page.Locator("#read .framed")).ToHaveTextAsync("行政规范性文件");
        await Assertions.Expect(person.Page.Locator("#stage img")).ToHaveJSPropertyAsync("complete", true);
        await person.PictureAsync("reading");
    }

    [Fact]
    public async Task Coverage_shows_agencies_by_years_and_leads_to_their_reports()
    {
        await browser.Served.PutAsync(OpenReports.None, "covered.md");
        var (name, year) = (Text(ReportPaths.Agency), Text(ReportPaths.Year));
        await using var person = await browser.OpenAsync("zh-CN");
        await person.SignInAsync("viewer", "/coverage");
        await Assertions.Expect(person.Page.Locator("code")).ToContainTextAsync("agency import");

        await browser.Served.Store.Agencies.ImportAsync(new([new() { Id = "A", Name = name }, new() { Id = "B", Name = "某县无报局" }]), _ => { }, default);
        await person.Page.ReloadAsync();
        await Assertions.Expect(person.Page.Locator(".coverage tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(person.Page.Locator(".coverage .error")).ToHaveTextAsync("✗");
        await person.Page.Locator(".coverage a").ClickAsync();
        await person.Page.WaitForURLAsync($"**/documents?agency=*&year={year}");
        await Assertions.Expect(person.Page.Locator("table.list")).ToContainTextAsync("covered.md");
    }

    private static string Text(string path) => WrittenValue.Of(OpenReports.None.Field(path).Value!);
}
