using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>One browser that prints the pages of all tests, started by the first of them.</summary>
public sealed class Printer : IAsyncLifetime
{
    private Chromium? browser;

    public async Task InitializeAsync() => browser = await Chromium.StartAsync(default);

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }

    /// <param name="html">The page.</param>
    /// <param name="look">Its look.</param>
    /// <param name="name">Of the file in the folder KEEP_PDF, for whoever wants to see what was printed.</param>
    internal async Task<byte[]> PrintAsync(string html, HtmlLook look, string name)
    {
        var pdf = await browser!.PrintAsync(html, look, default);
        if (Environment.GetEnvironmentVariable("KEEP_PDF") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name.Replace('/', '-') + ".pdf"), pdf);
        return pdf;
    }
}

[CollectionDefinition(Name)]
public sealed class PrintedReports : ICollectionFixture<Printer>
{
    public const string Name = "printed";
}
