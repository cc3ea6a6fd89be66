using GovReportIngest.TestKit;
using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>A person at a browser.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly int[] Expected = [401, 409, 422];
    private readonly List<string> faults = [];

    public Visitor(IPage page, Uri server)
    {
        Page = page;
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, message) =>
        {
            // A refused decision is an answer with a status, which Chromium logs.
            if (message.Type == "error" && !Expected.Any(status => message.Text.Contains($"status of {status}", StringComparison.Ordinal)))
                faults.Add(message.Text);
        };
        page.Response += async (_, response) =>
        {
            if (response.Status >= 500)
                faults.Add($"{response.Status} {response.Url}: {await response.TextAsync()}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != server.Authority)
                faults.Add($"asked {request.Url}");
        };
    }

    public IPage Page { get; }

    public async Task SignInAsync(string name, string target = "/")
    {
        await Page.GotoAsync($"/login?return={Uri.EscapeDataString(target)}");
        await Page.FillAsync("input[name=name]", name);
        await Page.FillAsync("input[name=password]", ServedStore.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(address => !address.Contains("/login", StringComparison.Ordinal));
    }

    /// <summary>Opens a report and waits until it can be worked on.</summary>
    public async Task ReviewAsync(string id)
    {
        await Page.GotoAsync($"/review/{id}");
        await ReadyAsync();
    }

    public Task ReadyAsync() => Page.WaitForSelectorAsync("body[data-ready=true]");

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>The label of the field that is asked about.</summary>
    public Task<string> AskedAsync() => Page.Locator("#label").InnerTextAsync();

    /// <summary>Waits for what the page tells after a decision.</summary>
    public Task ToldAsync(string words) => Assertions.Expect(Page.Locator("#status")).ToContainTextAsync(words);

    /// <summary>Into docs/images where it is asked for by UPDATE_GOLDEN=1; else nowhere, but the page must be able to be pictured.</summary>
    public async Task PictureAsync(string name)
    {
        var picture = await Page.ScreenshotAsync();
        Assert.InRange(picture.Length, 10_000, 5_000_000);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllBytesAsync(Repository.PathOf("docs", "images", $"{name}.png"), picture);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
