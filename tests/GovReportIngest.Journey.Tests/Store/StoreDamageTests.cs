using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>Stores that are damaged, in use, not there, or may not be written.</summary>
public sealed class StoreDamageTests : IAsyncLifetime
{
    private readonly StoredSamples samples = new();

    public Task InitializeAsync() => samples.InitializeAsync();

    public Task DisposeAsync() => samples.DisposeAsync();

    [Fact]
    public async Task Out_folder_and_store_complete_each_other_without_reading_again()
    {
        var records = Directory.EnumerateFiles(samples.Out).ToDictionary(file => file, File.ReadAllText);
        Directory.Delete(samples.Out, recursive: true);
        await samples.IngestAsync();
        Assert.Equal(records, Directory.EnumerateFiles(samples.Out).ToDictionary(file => file, File.ReadAllText));

        Directory.Delete(samples.Data, recursive: true);
        var again = await samples.IngestAsync();

        Assert.Contains("9 documents new", again.Output, StringComparison.Ordinal);
        Assert.Equal(9, again.Output.Split("unchanged").Length - 2);
        Assert.Equal(10, (await samples.JsonAsync("list")).GetProperty("records").GetArrayLength());
        Assert.Equal(0, (await samples.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task A_damaged_blob_is_told_with_its_document()
    {
        var document = await samples.JsonAsync("show", "2");
        var sha256 = document.GetProperty("sha256").GetString()!;
        await File.AppendAllTextAsync(Path.Combine(samples.Data, "blobs", sha256[..2], sha256), "x");

        var verified = await samples.RunAsync("verify", "--lang", "en");

        Assert.Equal(5, verified.ExitCode);
        Assert.Contains($"✗ blob-damaged: {sha256} (document 2)", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_in_use_or_none_is_refused_with_a_remedy()
    {
        await using (new FileStream(Path.Combine(samples.Data, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await File.WriteAllTextAsync(Path.Combine(samples.Data, "lock.holder"), "process 1 on there");
            var second = await samples.IngestAsync();
            Assert.Equal(5, second.ExitCode);
            Assert.Contains("in use by process 1 on there", second.Complaints, StringComparison.Ordinal);
            Assert.Equal(0, (await samples.RunAsync("status")).ExitCode);
        }

        var none = await GovReport.RunAsync("status", "--data", Path.Combine(samples.Folder, "nowhere"), "--lang", "en");
        Assert.Equal(5, none.ExitCode);
        Assert.Contains("ingest --data", none.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_ends_the_batch_with_the_remedy_and_loses_nothing()
    {
        File.SetUnixFileMode(Path.Combine(samples.Data, "blobs"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var inner in Directory.EnumerateDirectories(Path.Combine(samples.Data, "blobs")))
            File.SetUnixFileMode(inner, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var report = Path.Combine(samples.Folder, "new.txt");
        await File.WriteAllTextAsync(report, "一、总体情况\n");

        var refused = await GovReport.RunAsync("ingest", report, "--out", samples.Out, "--data", samples.Data, "--lang", "en");
        foreach (var inner in Directory.EnumerateDirectories(Path.Combine(samples.Data, "blobs")).Append(Path.Combine(samples.Data, "blobs")))
            File.SetUnixFileMode(inner, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var accepted = await GovReport.RunAsync("ingest", report, "--out", samples.Out, "--data", samples.Data);

        Assert.True(refused.ExitCode == 5, refused.ToString());
        Assert.Contains("rights and the free space", refused.Complaints, StringComparison.Ordinal);
        Assert.Equal(0, accepted.ExitCode);
        Assert.Equal(11, (await samples.JsonAsync("list")).GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task A_store_among_the_sources_is_no_source()
    {
        var inside = Path.Combine(samples.Folder, "inside");
        Directory.CreateDirectory(inside);
        await File.WriteAllTextAsync(Path.Combine(inside, "a.txt"), "一、总体情况\n");
        string[] command = ["ingest", inside, "--out", Path.Combine(inside, "out"), "--data", Path.Combine(inside, "data"), "--json"];

        await GovReport.RunAsync(command);
        var second = await GovReport.RunAsync(command);

        Assert.Equal(1, JsonDocument.Parse(second.Output).RootElement.GetProperty("documents").GetArrayLength());
    }
}
