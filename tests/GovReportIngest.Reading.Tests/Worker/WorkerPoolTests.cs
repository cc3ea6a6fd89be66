using System.Diagnostics;
using System.Globalization;
using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Reading.Tests.Worker;

public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData("abort", "worker-crashed")]
    [InlineData("segfault", "worker-crashed")]
    [InlineData("exit", "worker-crashed")]
    [InlineData("throw", "worker-crashed")]
    [InlineData("spin", "page-cpu-limit")]
    [InlineData("hang", "page-hang")]
    [InlineData("allocate", "page-memory-limit")]
    [InlineData("allocate managed", "page-memory-limit")]
    [InlineData("huge", "page-memory-limit")]
    public async Task A_page_that_misbehaves_costs_itself_alone(string behaviour, string category)
    {
        using var script = new ScriptFile("first", behaviour, "third");
        using var next = new ScriptFile("next document");
        var options = ScriptFile.Options() with { PageCpu = TimeSpan.FromSeconds(3), Hang = TimeSpan.FromSeconds(behaviour == "hang" ? 6 : 120) };
        await using var pool = new WorkerPool(options);

        var (pages, problems) = await script.ReadAsync(pool);
        var (after, _) = await next.ReadAsync(pool);

        Assert.Equal([1, 2, 3], pages.Select(page => page.Number));
        Assert.Equal("first", pages[0].Words[0].Text);
        Assert.Equal("third", pages[2].Words[0].Text);
        Assert.Equal(PageReading.None, pages[1].Reading);
        Assert.Equal((category, (int?)2), (pages[1].Problems.Single().Category, pages[1].Problems.Single().Page));
        Assert.Empty(problems);
        Assert.Equal("next document", after.Single().Words[0].Text);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(99, "worker-crashed")]
    public async Task Workers_killed_from_outside_count_only_when_it_does_not_end(int kills, string? category)
    {
        var counter = Path.GetTempFileName();
        using var script = new ScriptFile("first", $"killed {kills} {counter}", "third");
        await using var pool = new WorkerPool(ScriptFile.Options());

        var (pages, problems) = await script.ReadAsync(pool);
        File.Delete(counter);

        Assert.Equal([1, 2, 3], pages.Select(page => page.Number));
        Assert.Equal(category ?? "low-resolution", pages[1].Problems.Single().Category);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_crash_while_opening_leaves_a_document_without_pages()
    {
        using var script = new ScriptFile("die at opening");
        await using var pool = new WorkerPool(ScriptFile.Options());

        var (pages, problems) = await script.ReadAsync(pool);

        Assert.Empty(pages);
        Assert.Equal("worker-crashed", problems.Single().Category);
    }

    [Fact]
    public async Task A_page_that_fails_only_in_a_warm_worker_is_read_in_a_fresh_one()
    {
        using var script = new ScriptFile("once");
        await using var pool = new WorkerPool(ScriptFile.Options());

        await script.ReadAsync(pool);
        var (pages, problems) = await script.ReadAsync(pool);

        Assert.Equal("once", pages.Single().Words[0].Text);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Cells_whose_reading_crashes_are_unreadable_and_said_so()
    {
        using var script = new ScriptFile("first", "die at cells");
        await using var pool = new WorkerPool(ScriptFile.Options());
        await using var document = await pool.OpenAsync(script.Source, CancellationToken.None);

        var lost = await document.ReadCellsAsync(2, [default, default], CancellationToken.None);
        var read = await document.ReadCellsAsync(1, [new(new(1, 2, 3, 4), CellKind.Decimal, 5)], CancellationToken.None);

        Assert.Equal(2, lost.Count(cell => cell.Ink == CellInk.Unreadable && cell.Doubts.Contains("worker-crashed")));
        Assert.Equal("5Decimal", read.Single().Text);
        Assert.Equal(2, document.Problems.Single(problem => problem.Category == "worker-crashed").Page);
    }

    [Fact]
    public async Task A_crash_at_a_picture_costs_that_picture_alone()
    {
        using var script = new ScriptFile("first", "die at picture");
        await using var pool = new WorkerPool(ScriptFile.Options());
        await using var document = await pool.OpenAsync(script.Source, CancellationToken.None);
        PageOverlay Of(int page) => new() { SourcePage = page, Width = 10, Height = 10, Rotation = 0, Title = "" };

        var (lost, drawn) = (await document.DrawAsync(Of(2), CancellationToken.None), await document.DrawAsync(Of(1), CancellationToken.None));

        Assert.Null(lost);
        Assert.Equal([1], drawn!);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public async Task What_readers_print_never_disturbs_the_answers()
    {
        using var script = new ScriptFile("print", "after");
        await using var pool = new WorkerPool(ScriptFile.Options());

        Assert.Equal(["print", "after"], (await script.ReadAsync(pool)).Pages.Select(page => page.Words[0].Text));
    }

    [Fact]
    public async Task A_worker_knows_only_allowed_variables_and_has_its_limits()
    {
        Environment.SetEnvironmentVariable("GOVREPORT_TEST_PASSWORD", "secret");
        using var script = new ScriptFile("environment", "status");
        await using var pool = new WorkerPool(ScriptFile.Options());

        var texts = (await script.ReadAsync(pool)).Pages.Select(page => page.Words[0].Text).ToList();

        var allowed = WorkerLaunch.EnvironmentOf(ScriptFile.Options()).Keys.Order(StringComparer.Ordinal);
        Assert.Equal(string.Join(';', allowed), texts[0]);
        Assert.DoesNotContain("PASSWORD", texts[0], StringComparison.Ordinal);
        Assert.Matches(@"NoNewPrivs:\s+1", texts[1]);
        Assert.Matches(@"Max data size\s+1073741824\s+1073741824", texts[1]);
        Assert.Matches(@"Max core file size\s+0\s+0", texts[1]);
    }

    [Fact]
    public void A_worker_is_told_where_the_models_are()
    {
        // The folder in use anyway: other tests start workers at the same time.
        Environment.SetEnvironmentVariable("GOVREPORT_MODELS", ReadingModels.Folder);

        Assert.Equal(ReadingModels.Folder, WorkerLaunch.EnvironmentOf(ScriptFile.Options())["GOVREPORT_MODELS"]);
        Assert.Equal("/proposed", WorkerLaunch.EnvironmentOf(ScriptFile.Options() with { Models = "/proposed" })["GOVREPORT_MODELS"]);
    }

    [Fact]
    public async Task A_worker_has_no_network_where_the_machine_allows_to_take_it()
    {
        using var script = new ScriptFile("network");
        await using var pool = new WorkerPool(ScriptFile.Options());

        var seen = (await script.ReadAsync(pool)).Pages.Single().Words[0].Text;

        var hosts = string.Join(';', File.ReadLines("/proc/net/dev").Skip(2).Select(row => row.Split(':')[0].Trim()));
        Assert.Equal((await WorkerLaunch.NetworkIsolation).Count > 0 ? "lo" : hosts, seen);
    }

    [Fact]
    public async Task A_command_that_does_not_speak_the_protocol_is_a_broken_installation()
    {
        using var script = new ScriptFile("first");
        await using var pool = new WorkerPool(ScriptFile.Options("garbage"));

        var failure = await Assert.ThrowsAsync<WorkerStartException>(() => pool.OpenAsync(script.Source, CancellationToken.None));

        Assert.Contains("garbage", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workers_are_replaced_after_their_share_of_pages_and_kept_warm_before()
    {
        using var script = new ScriptFile("process", "process", "process", "process", "process");
        await using var pool = new WorkerPool(ScriptFile.Options() with { RecycleAfterPages = 3 });

        var workers = (await script.ReadAsync(pool)).Pages.Select(page => page.Words[0].Text).ToList();

        Assert.Equal([workers[0], workers[0], workers[0], workers[3], workers[3]], workers);
        Assert.NotEqual(workers[0], workers[3]);
    }

    [Fact]
    public async Task Cancelling_ends_the_worker_promptly()
    {
        using var script = new ScriptFile("process", "hang");
        await using var pool = new WorkerPool(ScriptFile.Options());
        using var cancelled = new CancellationTokenSource();
        await using var document = await pool.OpenAsync(script.Source, CancellationToken.None);
        await using var pages = document.ReadPagesAsync(cancelled.Token).GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        var worker = int.Parse(pages.Current.Words[0].Text, CultureInfo.InvariantCulture);

        cancelled.CancelAfter(100);
        var began = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30));
        Assert.False(Directory.Exists($"/proc/{worker}"));
    }

    [Fact]
    public async Task Disposing_leaves_no_process()
    {
        using var script = new ScriptFile("process");
        string worker;
        await using (var pool = new WorkerPool(ScriptFile.Options()))
            worker = (await script.ReadAsync(pool)).Pages[0].Words[0].Text;

        Assert.False(Directory.Exists($"/proc/{worker}"));
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("spin")]
    public async Task Workers_die_with_a_killed_parent(string behaviour)
    {
        using var script = new ScriptFile("process", behaviour);
        var start = new ProcessStartInfo(ScriptFile.DotnetPath, [ScriptFile.Options().Command[1], "pool", script.FullPath]) { RedirectStandardOutput = true };
        using var parent = Process.Start(start)!;
        var worker = await parent.StandardOutput.ReadLineAsync();
        Assert.True(Directory.Exists($"/proc/{worker}"));

        parent.Kill();
        await parent.WaitForExitAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (IsAlive(worker!))
            await Task.Delay(50, patience.Token);
    }

    [Fact]
    public async Task Documents_are_the_same_on_one_and_on_two_workers()
    {
        var scripts = Enumerable.Range(0, 6).Select(i => new ScriptFile($"{i} a", i == 3 ? "abort" : "b", $"{i} c")).ToList();
        var runs = new List<string>();
        foreach (var workers in (int[])[1, 2])
        {
            await using var pool = new WorkerPool(ScriptFile.Options() with { Workers = workers });
            var results = await Task.WhenAll(scripts.Select(script => script.ReadAsync(pool)));
            runs.Add(string.Join('\n', results.SelectMany(result => result.Pages).Select(PageComparison.Text)));
        }

        scripts.ForEach(script => script.Dispose());
        Assert.Equal(runs[0], runs[1]);
    }

    /// <summary>A zombie that nobody reaps in a container is dead, too.</summary>
    private static bool IsAlive(string process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
