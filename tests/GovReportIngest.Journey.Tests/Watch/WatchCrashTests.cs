using System.Runtime.InteropServices;
using System.Text.Json;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Watch;

/// <summary>A watcher and its workers, killed at any moment while documents are dropped, and started again.</summary>
public sealed partial class WatchCrashTests(ITestOutputHelper output)
{
    private const int Documents = 100;

    private static readonly int Kills = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is null ? 56 : 1_000;

    [Fact]
    public async Task Documents_dropped_while_it_is_killed_are_there_once_as_if_nobody_had_disturbed_it()
    {
        using var folder = new TemporaryFolder();
        var quiet = new Trial(Path.Combine(folder.Path, "quiet"));
        quiet.Drop(0, Documents);
        Assert.Equal(0, (await quiet.Start("--once").EndAsync()).ExitCode);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (kills, hits, workers, trials) = (0, 0, 0, 0);

        while (kills < Kills)
        {
            var trial = new Trial(Path.Combine(folder.Path, $"killed-{trials++}"));
            var share = Math.Min(Kills - kills, 12);
            for (var kill = 0; kill < share; kill++, kills++)
            {
                using var run = trial.Start();
                var (from, to) = (Documents * kill / share, Documents * (kill + 1) / share);
                trial.Drop(from, to);
                await run.ActWhenAsync(new KillMoments(random, trial.Records, to - from).Next(), () =>
                {
                    if (random.Next(3) == 0)
                        workers += KillWorkers(run);
                    hits += run.HasExited ? 0 : 1;
                });
                await run.ActWhenAsync(KillMoments.After(TimeSpan.FromMilliseconds(random.Next(200))), run.Kill);
                await run.EndAsync();
            }

            var last = await trial.Start("--once").EndAsync();
            Assert.True(last.ExitCode == 0, last.ToString());
            await AssertSameAsync(quiet, trial);
        }

        output.WriteLine($"» Killed a watcher {hits} times and {workers} of its workers while {Documents} documents were dropped, in {trials} trials: every store, folder and original came out as undisturbed");
        Assert.Equal(Kills, hits);
    }

    private static int KillWorkers(GovReport run) => run.Children().Count(worker => kill(worker, 9) == 0);

    private static async Task AssertSameAsync(Trial quiet, Trial killed)
    {
        foreach (var part in new[] { "out", "inbox", "inbox.done", "inbox.failed", Path.Combine("data", "blobs") })
            Assert.Equal(FilesOf(quiet, part), FilesOf(killed, part));
        Assert.All(FilesOf(quiet, "out"), file => Assert.Equal(File.ReadAllBytes(quiet.In("out", file)), File.ReadAllBytes(killed.In("out", file))));
        var verified = await GovReport.RunAsync("verify", "--data", killed.In("data"), "--json");
        Assert.Equal((0, 0), (verified.ExitCode, JsonDocument.Parse(verified.Output).RootElement.GetProperty("unused").GetInt32()));
        var list = await GovReport.RunAsync("list", "--data", killed.In("data"), "--limit", "1000", "--json");
        var records = JsonDocument.Parse(list.Output).RootElement.GetProperty("records").EnumerateArray().ToList();
        Assert.Equal(Documents, records.Select(record => record.GetProperty("path").GetString()).Distinct().Count());
        Assert.All(records, record => Assert.Equal((1, "accepted"), (record.GetProperty("version").GetInt32(), record.GetProperty("state").GetString())));
    }

    private static List<string> FilesOf(Trial trial, string part) => [.. Directory.EnumerateFiles(trial.In(part), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(trial.In(part), file)).Order(StringComparer.Ordinal)];

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);

    private sealed record Trial(string Folder)
    {
        private static readonly string Sample = File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md"));

        public string In(params string[] names) => Path.Combine([Folder, .. names]);

        public GovReport Start(params string[] more)
        {
            Directory.CreateDirectory(In("inbox"));
            return GovReport.Start(["watch", In("inbox"), "--data", In("data"), "--out", In("out"), "--every", "100ms", "--stable", "100ms", "--workers", "2", .. more]);
        }

        public int Records() => Directory.Exists(In("out")) ? Directory.EnumerateFiles(In("out"), "*.record.json", SearchOption.AllDirectories).Count() : 0;

        /// <summary>Not the same bytes in every document, but the same report.</summary>
        public void Drop(int from, int to)
        {
            Directory.CreateDirectory(In("inbox"));
            for (var number = from; number < to; number++)
                File.WriteAllText(In("inbox", $"{number:000}.md"), Sample + new string('\n', number + 1));
        }
    }
}
