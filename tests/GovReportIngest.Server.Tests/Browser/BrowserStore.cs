using Microsoft.Playwright;

namespace GovReportIngest.Server.Tests.Browser;

/// <summary>Debian's Chromium, and a served store for it.</summary>
public sealed class BrowserStore : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>What a page does at once takes seconds where the machine has other work.</summary>
    private const float Patience = 30_000;

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public ServedStore Served { get; } = new();

    public async Task InitializeAsync()
    {
        await Served.InitializeAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium", Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Served.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A person's window; what goes wrong in it, or leaves for elsewhere, is kept.</summary>
    public async Task<Visitor> OpenAsync(string locale = "en-US", int width = 1440, int height = 900, float scale = 1)
    {
        var context = await browser.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = height }, DeviceScaleFactor = scale, BaseURL = Served.Url.ToString() });
        return new(await context.NewPageAsync(), Served.Url);
    }
}
