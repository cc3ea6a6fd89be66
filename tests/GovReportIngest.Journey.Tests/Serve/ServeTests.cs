using System.Net.Http.Json;
using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Serve;

/// <summary>The verb <c>serve</c> as users run it.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ServedStore served = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_watches_reads_answers_and_ends_when_it_is_asked_to()
    {
        Directory.CreateDirectory(In("inbox"));
        await File.WriteAllTextAsync(In("watch.yaml"), "folders:\n- folder: inbox\n  every: 200ms\n  stable: 200ms\n");
        using var client = await ClientAsync();
        using var serve = served.Start(In("data"), "--settings", In("watch.yaml"));
        await ServedStore.ReadyAsync(client);
        File.Copy(Repository.PathOf("samples", "inbox", "text", "pipes.md"), In("inbox", "pipes.md"));
        var document = await ServedStore.UntilAsync(async () => (await client.GetFromJsonAsync<JsonElement>("/api/v1/documents?state=accepted")).GetProperty("documents").EnumerateArray().Cast<JsonElement?>().FirstOrDefault());
        Assert.Equal("inbox/pipes.md", document.GetProperty("path").GetString());
        await ServedStore.UntilAsync(() => Task.FromResult(File.Exists(In("inbox.done", "pipes.md")) ? true : (bool?)null));
        serve.Terminate();

        var end = await serve.EndAsync();

        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Contains($"Review at {served.Url}", end.Output, StringComparison.Ordinal);
        Assert.Contains("Ended.", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_start_prints_a_link_that_makes_the_first_account()
    {
        using var serve = served.Start(In("data"));
        using var client = new HttpClient { BaseAddress = served.Url };
        await ServedStore.ReadyAsync(client);
        serve.Terminate();
        var end = await serve.EndAsync();
        Assert.Matches($@"{served.Url}setup/[0-9a-f]{{64}}", end.Output);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "in the clear")]
    [InlineData("ftp://127.0.0.1", "--url")]
    public async Task Addresses_that_would_show_passwords_to_a_network_are_refused(string address, string reason)
    {
        var end = await GovReport.RunAsync("serve", "--data", In("data"), "--url", address);
        Assert.Equal(2, end.ExitCode);
        Assert.Contains(reason, end.Complaints, StringComparison.Ordinal);
    }

    /// <summary>A program with a token of a reviewer.</summary>
    private async Task<HttpClient> ClientAsync()
    {
        var added = await GovReport.RunAsync("user", "add", "robot", "--role", "reviewer", "--token", "--data", In("data"));
        Assert.True(added.ExitCode == 0, added.ToString());
        return new() { BaseAddress = served.Url, DefaultRequestHeaders = { Authorization = new("Bearer", added.Output.TrimEnd().Split('\n')[^1]) } };
    }

    private string In(params string[] names) => Path.Combine([folder.Path, .. names]);
}
