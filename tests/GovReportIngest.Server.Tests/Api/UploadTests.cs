using System.Net;
using GovReportIngest.TestKit;

namespace GovReportIngest.Server.Tests.Api;

public sealed class UploadTests(ServedStore served) : IClassFixture<ServedStore>
{
    [Fact]
    public async Task What_is_uploaded_is_read_by_itself()
    {
        using var client = await served.ClientAsync("reviewer");
        var state = await UploadAsync(client, "inbox/年报.md", await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "text", "pipes.md")));
        Assert.Equal("accepted", await SettledAsync(client, state.Id));
    }

    [Theory]
    [InlineData("broken.pdf", "255044462D312E370A")]
    [InlineData("broken.docx", "504B0304140000000800FFFF")]
    [InlineData("broken.png", "89504E470D0A1A0A0000000D49484452FFFFFFFFFFFFFFFF")]
    [InlineData("program.pdf", "7F454C4602010100")]
    public async Task A_file_that_cannot_be_read_is_rejected_with_a_readable_reason(string name, string bytes)
    {
        using var client = await served.ClientAsync("reviewer");
        var state = await UploadAsync(client, name, Convert.FromHexString(bytes));
        Assert.Equal("rejected", await SettledAsync(client, state.Id));
        var record = await ServedStore.JsonAsync(await client.GetAsync($"/api/v1/documents/{state.Id}/record"));
        Assert.All(record.GetProperty("problems").EnumerateArray(), problem => Assert.NotEmpty(problem.GetProperty("message").GetString()!));
        Assert.NotEqual(0, record.GetProperty("problems").GetArrayLength());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a\u001b[31m.pdf")]
    [InlineData("")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        using var client = await served.ClientAsync("reviewer");
        using var content = new ByteArrayContent([1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"/api/v1/documents?name={Uri.EscapeDataString(name)}", content)).StatusCode);
    }

    [Fact]
    public async Task Sources_are_downloads_and_pictures_are_drawn_anew()
    {
        using var client = await served.ClientAsync("reviewer");
        var bytes = await File.ReadAllBytesAsync(Repository.PathOf("samples", "inbox", "scan", "one-sheet.png"));
        var state = await UploadAsync(client, "sheet.png", bytes);
        Assert.Equal("needs-review", await SettledAsync(client, state.Id));

        var source = await client.GetAsync($"/api/v1/documents/{state.Id}/source");
        Assert.Equal(("attachment", "application/octet-stream", "nosniff"), (source.Content.Headers.ContentDisposition!.DispositionType, source.Content.Headers.ContentType!.MediaType, source.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(bytes, await source.Content.ReadAsByteArrayAsync());

        var picture = await client.GetAsync($"/api/v1/documents/{state.Id}/pages/1.png");
        var drawn = await picture.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], drawn[..4]);
        Assert.NotEqual(bytes, drawn);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/documents/{state.Id}/pages/2.png")).StatusCode);
    }

    private static async Task<(string Id, string State)> UploadAsync(HttpClient client, string name, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        var state = await ServedStore.JsonAsync(await client.PostAsync($"/api/v1/documents?name={Uri.EscapeDataString(name)}", content), HttpStatusCode.Accepted);
        return (state.GetProperty("id").GetString()!, state.GetProperty("state").GetString()!);
    }

    private static async Task<string> SettledAsync(HttpClient client, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var state = (await ServedStore.JsonAsync(await client.GetAsync($"/api/v1/documents/{id}", patience.Token))).GetProperty("state").GetString()!;
            if (state is not ("collected" or "processing"))
                return state;
            await Task.Delay(20, patience.Token);
        }
    }
}
