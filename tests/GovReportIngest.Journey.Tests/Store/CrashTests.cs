using System.Diagnostics;
using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>A batch that is killed at any moment and started again ends as one that nobody disturbed.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int KillsOfTrial = 2;

    /// <summary>For a kill that comes in the middle, on the slowest machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly int Kills = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? 4 : 300;

    [Fact]
    public async Task A_batch_killed_at_random_moments_is_finished_by_the_same_command()
    {
        using var folder = new TemporaryFolder();
        var inbox = Path.Combine(folder.Path, "in");
        CopySamples(inbox, copies: 2);
        var quiet = new Batch(inbox, Path.Combine(folder.Path, "quiet"));
        Assert.Equal(0, (await quiet.Start().EndAsync()).ExitCode);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (kills, hits) = (0, 0);

        for (var began = Stopwatch.GetTimestamp(); kills < Kills || hits == 0;)
        {
            Assert.True(hits > 0 || Stopwatch.GetElapsedTime(began) < Patience, $"None of {kills} kills in {Patience} came before the end of a batch.");
            var batch = new Batch(inbox, Path.Combine(folder.Path, $"killed-{kills}"));
            for (var kill = 0; kill < KillsOfTrial; kill++, kills++)
                hits += await KillAsync(batch, quiet.Records() / KillsOfTrial - 1, random) ? 1 : 0;
            Assert.Equal(0, (await batch.Start().EndAsync()).ExitCode);
            await AssertSameAsync(quiet, batch);
        }

        output.WriteLine($"» Killed {hits} of {kills} times in the middle of a batch: every store and every folder came out as undisturbed");
    }

    /// <summary>Whether the program had not ended by itself before.</summary>
    private static async Task<bool> KillAsync(Batch batch, int further, Random random)
    {
        var isTime = new KillMoments(random, batch.Records, further).Next();
        using var run = batch.Start();
        var isHit = false;
        await run.ActWhenAsync(isTime, () =>
        {
            isHit = !run.HasExited;
            run.Kill();
        });
        await run.EndAsync();
        return isHit;
    }

    private static async Task AssertSameAsync(Batch quiet, Batch killed)
    {
        Assert.Equal(FilesOf(quiet.Out), FilesOf(killed.Out));
        Assert.All(FilesOf(quiet.Out), file => Assert.Equal(File.ReadAllBytes(Path.Combine(quiet.Out, file)), File.ReadAllBytes(Path.Combine(killed.Out, file))));
        Assert.Equal(FilesOf(Path.Combine(quiet.Data, "blobs")), FilesOf(Path.Combine(killed.Data, "blobs")));
        Assert.Equal(["lock", "store.db"], Directory.EnumerateFiles(killed.Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(await ListAsync(quiet), await ListAsync(killed));
        var verified = await GovReport.RunAsync("verify", "--data", killed.Data, "--json");
        Assert.Equal((0, 0), (verified.ExitCode, JsonDocument.Parse(verified.Output).RootElement.GetProperty("unused").GetInt32()));
    }

    /// <summary>All of the list but the ids, which follow the order in which the lanes took the documents.</summary>
    private static async Task<List<string>> ListAsync(Batch batch)
    {
        var list = await GovReport.RunAsync("list", "--data", batch.Data, "--limit", "1000", "--json");
        return [.. JsonDocument.Parse(list.Output).RootElement.GetProperty("records").EnumerateArray()
            .Select(record => string.Join(' ', record.EnumerateObject().Where(member => member.Name != "id").Select(member => member.ToString())))
            .Order(StringComparer.Ordinal)];
    }

    private static List<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static void CopySamples(string inbox, int copies)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples", "inbox", "text")))
            for (var copy = 1; copy <= copies; copy++)
            {
                var target = Path.Combine(inbox, $"{copy}", Path.GetFileName(file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                // Not the same bytes in every copy, but the same report.
                File.WriteAllBytes(target, [.. File.ReadAllBytes(file), .. Enumerable.Repeat((byte)'\n', copy)]);
            }
    }

    private sealed record Batch(string Inbox, string Folder)
    {
        public string Out => Path.Combine(Folder, "out");

        public string Data => Path.Combine(Folder, "data");

        public int Records() => Directory.Exists(Out) ? Directory.EnumerateFiles(Out, "*.record.json", SearchOption.AllDirectories).Count() : 0;

        public GovReport Start() => GovReport.Start("ingest", Inbox, "--out", Out, "--data", Data, "--workers", "2");
    }
}
