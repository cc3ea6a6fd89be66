using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>The text samples, ingested into a store.</summary>
public sealed class StoredSamples : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("govreport-samples-").FullName;

    public string Out => Path.Combine(Folder, "out");

    public string Data => Path.Combine(Folder, "data");

    public async Task InitializeAsync() => Assert.Equal(0, (await IngestAsync()).ExitCode);

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    internal Task<RunResult> IngestAsync() =>
        GovReport.RunAsync("ingest", Repository.PathOf("samples", "inbox", "text"), "--out", Out, "--data", Data, "--workers", "2", "--lang", "en");

    internal Task<RunResult> RunAsync(string verb, params string[] arguments) => GovReport.RunAsync([verb, .. arguments, "--data", Data]);

    internal async Task<JsonElement> JsonAsync(string verb, params string[] arguments)
    {
        var run = await RunAsync(verb, [.. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.ToString());
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
