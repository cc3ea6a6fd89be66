using System.IO.Compression;
using System.Net;
using System.Text;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Server.Tests.Api;

public sealed class ExportTests(ServedStore served) : IClassFixture<ServedStore>
{
    private const string Person = "requests.new_received.natural_person";

    [Fact]
    public async Task A_viewer_downloads_one_report_or_all_that_a_filter_finds_in_every_format()
    {
        var id = await served.PutAsync(OpenReports.With(Person), "export.md");
        await served.PutAsync(OpenReports.None, "export-2.md");
        using var client = await served.ClientAsync("viewer");
        foreach (var address in (string[])[$"/api/v1/documents/{id}/export?", "/api/v1/export?state=accepted&", "/api/v1/export?"])
            foreach (var (format, type) in ((string, string)[])[("csv", "text/csv"), ("csv-wide", "text/csv"), ("jsonl", "application/x-ndjson"), ("markdown", "text/markdown"),
                ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")])
            {
                var answer = await client.GetAsync($"{address}format={format}");
                Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
                Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
            }
    }

    [Fact]
    public async Task Downloads_have_what_is_stored_and_workbooks_are_whole()
    {
        var id = await served.PutAsync(OpenReports.With(Person), "whole.md");
        using var client = await served.ClientAsync("viewer");
        var csv = Encoding.UTF8.GetString(await client.GetByteArrayAsync($"/api/v1/documents/{id}/export?format=csv"));
        Assert.Contains($",{Person},printed,", csv, StringComparison.Ordinal);
        Assert.Equal('\uFEFF', csv[0]);
        using var book = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"/api/v1/documents/{id}/export?format=xlsx")));
        Assert.Contains(book.Entries, entry => entry.FullName == "xl/workbook.xml");
    }

    [Theory]
    [InlineData("/api/v1/documents/1/export?format=pdf2", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/documents/1/export", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/documents/999999/export?format=csv", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/export?format=csv&year=1901", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/export?format=csv&state=lost", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_be_exported_is_refused_with_a_reason(string address, HttpStatusCode expected)
    {
        using var client = await served.ClientAsync("viewer");
        Assert.NotEmpty((await ServedStore.JsonAsync(await client.GetAsync(address), expected)).GetProperty("detail").GetString()!);
    }
}
