using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>A store whose blobs lie in a bucket, used by the commands as a folder is.</summary>
public sealed class BucketStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Documents_go_into_the_bucket_and_by_backup_and_restore_into_another()
    {
        await using var server = new S3Server();
        var inbox = Directory.CreateDirectory(Path.Combine(folder.Path, "in")).FullName;
        File.Copy(Repository.PathOf("samples", "inbox", "text", "pipes.md"), Path.Combine(inbox, "pipes.md"));

        await MustAsync(server.Settings, "ingest", inbox, "--out", Path.Combine(folder.Path, "out"), "--data", Data);
        Assert.Equal(2, server.Objects.Count);
        Assert.False(Directory.Exists(Path.Combine(Data, "blobs")));
        await MustAsync(server.Settings, "verify", "--data", Data);
        await MustAsync(server.Settings, "show", "1", "--data", Data, "--record");
        await MustAsync(server.Settings, "reprocess", "--all", "--data", Data);
        await MustAsync(server.Settings, "backup", "--data", Data, "--to", Path.Combine(folder.Path, "backup"));
        await MustAsync("", "verify", "--data", Path.Combine(folder.Path, "backup"));

        await using var other = new S3Server();
        var restored = Path.Combine(folder.Path, "restored");
        await MustAsync(other.Settings, "restore", "--from", Path.Combine(folder.Path, "backup"), "--data", restored);
        Assert.Equal(server.Objects.Keys.Order(), other.Objects.Keys.Order());
        await MustAsync(other.Settings, "verify", "--data", restored);

        server.Objects[server.Objects.Keys.First()] = [1];
        Assert.Equal(5, (await RunAsync(server.Settings, "verify", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task A_store_is_not_split_over_two_places()
    {
        await using var server = new S3Server();
        await MustAsync(server.Settings, "ingest", Repository.PathOf("samples", "inbox", "text", "pipes.md"), "--out", Path.Combine(folder.Path, "out"), "--data", Data);

        foreach (var elsewhere in new[] { "", server.Settings.Replace("Prefix=store", "Prefix=other", StringComparison.Ordinal) })
        {
            var refused = await RunAsync(elsewhere, "status", "--data", Data);
            Assert.Equal(5, refused.ExitCode);
            Assert.Contains("s3://reports/store/", refused.Complaints, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_keys_are_told_with_a_remedy_and_not_shown()
    {
        await using var server = new S3Server();
        var refused = await RunAsync(server.Settings.Replace(S3Server.SecretKey, "guessed", StringComparison.Ordinal), "ingest", Repository.PathOf("samples", "inbox", "text", "pipes.md"), "--out", Path.Combine(folder.Path, "out"), "--data", Data);
        Assert.Equal(5, refused.ExitCode);
        Assert.Contains("GOVREPORT_BLOBS", refused.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed", refused.Complaints, StringComparison.Ordinal);
    }

    private static async Task MustAsync(string settings, params string[] arguments)
    {
        var ended = await RunAsync(settings, arguments);
        Assert.True(ended.ExitCode == 0, $"{arguments[0]}: {ended.ExitCode}\n{ended.Complaints}");
    }

    private static async Task<RunResult> RunAsync(string settings, params string[] arguments)
    {
        using var run = GovReport.StartWith([$"GOVREPORT_BLOBS={settings}"], [.. arguments, "--lang", "en"]);
        return await run.EndAsync();
    }
}
