using System.Net;
using System.Text.Json;

namespace GovReportIngest.Server.Tests.Hosting;

public sealed class FaultPageTests(ServedStore served) : IClassFixture<ServedStore>
{
    private const string Words = "数据库暂时无法使用";

    /// <summary>A record whose bytes are damaged.</summary>
    [Fact]
    public async Task People_see_a_page_in_their_language_and_programs_a_problem_document()
    {
        var id = await served.PutAsync(OpenReports.None, "damaged.txt");
        foreach (var blob in Directory.EnumerateFiles(served.BlobFolder, "*", SearchOption.AllDirectories))
        {
            File.Delete(blob);
            await File.WriteAllTextAsync(blob, "damaged");
        }

        using var client = await served.ClientAsync("reviewer");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        Assert.Contains(Words, await FaultAsync(client, $"/review/{id}", "text/html"), StringComparison.Ordinal);
        var problem = JsonDocument.Parse(await FaultAsync(client, $"/api/v1/review/reports/{id}", "application/problem+json")).RootElement;
        Assert.Contains(Words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_or_not_allowed_is_answered_in_words()
    {
        using var client = await served.ClientAsync("viewer");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var page = await client.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("此地址没有内容", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var closed = await client.GetAsync("/queue");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Contains("无权打开", WebUtility.HtmlDecode(await closed.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var call = await client.GetAsync("/api/v1/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (call.StatusCode, call.Content.Headers.ContentType!.MediaType));
    }

    private static async Task<string> FaultAsync(HttpClient client, string path, string type)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
