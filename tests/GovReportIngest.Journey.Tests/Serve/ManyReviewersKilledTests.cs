using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Jobs.Intake;
using GovReportIngest.Journey.Tests.Batches;
using GovReportIngest.Storage;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Users;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Serve;

/// <summary>Reviewers at work while the server is killed: 20 on 100,000 open items and 10 kills with GOVREPORT_LONG=1, 6 on 1,200 and 2 else.</summary>
public sealed class ManyReviewersKilledTests(ITestOutputHelper output) : IDisposable
{
    private const int ItemsAReport = 100;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null;
    private static readonly (int Reports, int Reviewers, int Kills) Size = IsLong ? (1000, 20, 10) : (12, 6, 2);
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(IsLong ? 20 : 1.5);
    private readonly TemporaryFolder folder = new();
    private readonly ServedStore served = new();
    private readonly ConcurrentDictionary<(string Report, string Subject), string> made = new();
    private readonly ConcurrentBag<double> times = [];
    private readonly CancellationTokenSource end = new();
    private int unanswered;

    public void Dispose()
    {
        end.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task No_decision_is_lost_or_made_twice()
    {
        var tokens = await FillAsync();
        var server = served.Start(In("data"));
        try
        {
            using var asking = new HttpClient { BaseAddress = served.Url };
            await ServedStore.ReadyAsync(asking);
            var work = tokens.Select((token, seed) => WorkAsync(token, new Random(seed))).ToList();
            for (var kill = 0; kill < Size.Kills; kill++)
            {
                var decided = made.Count;
                await Task.Delay(BetweenKills);
                await ServedStore.UntilAsync(() => Task.FromResult(made.Count > decided ? true : (bool?)null));
                server.Kill();
                await server.EndAsync();
                server.Dispose();
                server = served.Start(In("data"));
                await ServedStore.ReadyAsync(asking);
            }

            await Task.Delay(BetweenKills);
            await end.CancelAsync();
            await Task.WhenAll(work);
        }
        finally
        {
            server.Kill();
            await server.EndAsync();
            server.Dispose();
        }

        await JudgeAsync();
    }

    /// <summary>Every decision that was answered is in the log, by who made it, and none is there twice.</summary>
    private async Task JudgeAsync()
    {
        await using var store = await OpenAsync();
        var logged = new Dictionary<(string, string), string>();
        for (var document = 1; document <= Size.Reports; document++)
            foreach (var row in (await store.Review.FindAsync(new(document, 1), default))!.Log)
                Assert.True(logged.TryAdd(($"{document}", row.Subject), row.DecidedBy), $"{document} {row.Subject} was decided twice");
        var sorted = times.Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"» {Size.Reviewers} reviewers, {Size.Reports * ItemsAReport:#,0} open items, server killed {Size.Kills} times: {made.Count} decisions answered, {unanswered} not, {logged.Count} made, none lost or twice; a decision takes {sorted[sorted.Count / 2]:0.0} ms, p95 {sorted[sorted.Count * 95 / 100]:0.0} ms"));
        Assert.NotEmpty(made);
        Assert.All(made, decision => Assert.Equal(decision.Value, logged.GetValueOrDefault(decision.Key)));
        Assert.InRange(logged.Count, made.Count, made.Count + unanswered);
        Assert.Equal((long)Size.Reports * ItemsAReport - logged.Count, (await store.Queue.CountAsync(default)).Items);
    }

    /// <summary>Goes on with the next report, and with the same decision, whenever the server is there again.</summary>
    private async Task WorkAsync((string Name, string Token) reviewer, Random pace)
    {
        using var client = new HttpClient { BaseAddress = served.Url, DefaultRequestHeaders = { Authorization = new("Bearer", reviewer.Token) } };
        while (!end.IsCancellationRequested)
        {
            if (await AskAsync(() => client.GetAsync("/api/v1/review/next")) is not { StatusCode: HttpStatusCode.OK } next)
                continue;
            var id = (await next.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            if (await AskAsync(() => client.PutAsync($"/api/v1/review/reports/{id}/lease", null)) is not { StatusCode: HttpStatusCode.OK }
                || await AskAsync(() => client.GetAsync($"/api/v1/review/reports/{id}")) is not { StatusCode: HttpStatusCode.OK } answer)
                continue;
            var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
            foreach (var field in report.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("review").GetString() == "open"))
                if (!end.IsCancellationRequested)
                    await DecideAsync(client, reviewer.Name, id, field.GetProperty("path").GetString()!, pace);
        }
    }

    private async Task DecideAsync(HttpClient client, string name, string id, string subject, Random pace)
    {
        // People look before they decide.
        await Task.Delay(IsLong ? pace.Next(500, 1500) : pace.Next(20, 60));
        var began = Stopwatch.GetTimestamp();
        var answer = await AskAsync(() => client.PostAsJsonAsync($"/api/v1/review/reports/{id}/decisions", new { subject, action = "confirm", version = 1, seen = 0 }));
        if (answer is null)
            Interlocked.Increment(ref unanswered);
        else if (answer.StatusCode == HttpStatusCode.OK)
        {
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Assert.True(made.TryAdd((id, subject), name), $"{id} {subject} was answered twice");
        }
        else
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    /// <summary>While no server is there, it is asked again; null where it went away before it answered.</summary>
    private async Task<HttpResponseMessage?> AskAsync(Func<Task<HttpResponseMessage>> ask)
    {
        while (!end.IsCancellationRequested)
            try
            {
                return await ask();
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                await Task.Delay(50);
            }
            catch (Exception away) when (away is HttpRequestException or IOException)
            {
                return null;
            }

        return null;
    }

    private async Task<IReadOnlyList<(string Name, string Token)>> FillAsync()
    {
        await using var store = await OpenAsync();
        var read = TextReports.Ingest(File.ReadAllText(Repository.PathOf("samples", "inbox", "text", "pipes.md")));
        var open = read.Fields.Where(field => field.Value is { State: FieldState.Printed, Value: FieldValue.Number } && !field.Key.StartsWith("report.", StringComparison.Ordinal))
            .Take(ItemsAReport).Select(field => field.Key).ToHashSet();
        var record = RecordFile.Of(read with
        {
            Outcome = Outcome.NeedsReview,
            Fields = [.. read.Fields.Select(field => open.Contains(field.Key) ? KeyValuePair.Create(field.Key, field.Value with { Review = ReviewState.Open, Reasons = ["low-probability"] }) : field)],
        });
        for (var report = 0; report < Size.Reports; report++)
        {
            using var bytes = new MemoryStream(BitConverter.GetBytes(report));
            var document = await new DocumentIntake(store, StoreFolder.ScratchOf(In("data"))).RegisterAsync($"{report}.txt", bytes, new(), default);
            await store.Extractions.RecordAsync(document.DocumentId, [record], default);
        }

        var tokens = new List<(string, string)>();
        foreach (var name in Enumerable.Range(1, Size.Reviewers).Select(number => $"reviewer{number}"))
        {
            await store.Users.AddAsync(name, UserRole.Reviewer, null, default);
            tokens.Add((name, await store.Users.AddTokenAsync(name, default)));
        }

        return tokens;
    }

    private Task<ReportStore> OpenAsync() => StoreFolder.OpenAsync(In("data"), new(() => TextReports.Forms), TimeProvider.System, default);

    private string In(params string[] names) => Path.Combine([folder.Path, .. names]);
}
