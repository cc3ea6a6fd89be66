using GovReportIngest.Jobs.Processing;
using GovReportIngest.Storage.Documents;
using GovReportIngest.TestKit;

namespace GovReportIngest.Jobs.Tests.Processing;

public sealed class DocumentProcessingTests : JobStore
{
    [Fact]
    public async Task What_waits_is_read_into_store_and_out_folder()
    {
        var report = await File.ReadAllTextAsync(Repository.PathOf("samples", "inbox", "text", "pipes.md"));
        var first = await Intake.RegisterAsync("web/a.md", Bytes(report), new(), default);
        await Intake.RegisterAsync("web/b.txt", Bytes("一、总体情况\n"), new(), default);

        var told = await ProcessAsync(Processing(output: In("out")));

        Assert.Equal(["web/a.md", "web/b.txt"], told.OfType<ProcessingEvent.Read>().Select(read => read.Result.Document.Path).Order());
        var version = Assert.Single((await Store.Queries.FindAsync(first.DocumentId, default))!.Versions);
        Assert.Equal(("accepted", 205), (version.Outcome, version.Fields));
        Assert.Equal(await Store.Blobs.ReadAsync(version.RecordSha256, default), await File.ReadAllBytesAsync(In("out", "web", "a.md.record.json")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Scratch));
    }

    [Fact]
    public async Task A_stop_in_the_middle_leaves_what_is_read_waiting()
    {
        using var begun = new SemaphoreSlim(0);
        using var gate = new ManualResetEventSlim();
        await Intake.RegisterAsync("a.txt", Bytes("一、总体情况\n"), new(), default);
        using var processing = Processing(_ =>
        {
            begun.Release();
            gate.Wait();
        });

        await processing.StartAsync(default);
        await begun.WaitAsync();
        Assert.Equal("a.txt", Assert.Single(processing.Status.Reading).Path);
        var stop = processing.StopAsync(default);
        gate.Set();
        await stop;

        Assert.Equal(1, (await Store.Queries.CountAsync(default)).Documents["collected"]);
    }

    [Fact]
    public async Task Nothing_is_begun_while_it_is_paused()
    {
        using var processing = Processing();
        await processing.PauseAsync(default);
        await Intake.RegisterAsync("a.txt", Bytes("一、总体情况\n"), new(), default);
        await processing.StartAsync(default);
        processing.Wake();
        await Task.Delay(100);
        Assert.Equal((1, 0), (await WaitingAsync(), processing.Status.Finished));

        await processing.ResumeAsync(default);

        await UntilAsync(async () => await WaitingAsync() == 0);
        await processing.StopAsync(default);
    }

    [Fact]
    public async Task Damaged_bytes_are_set_aside_and_the_others_read()
    {
        var damaged = await Intake.RegisterAsync("a.txt", Bytes("一、总体情况\n"), new(), default);
        await Intake.RegisterAsync("b.txt", Bytes("二、主动公开\n"), new(), default);
        var sha256 = (await Store.Queries.FindAsync(damaged.DocumentId, default))!.Document.Sha256;
        await File.WriteAllTextAsync(In("data", "blobs", sha256[..2], sha256), "x");

        var told = await ProcessAsync(Processing());

        Assert.Equal("a.txt", Assert.Single(told.OfType<ProcessingEvent.SetAside>()).Document.Path);
        Assert.Equal("b.txt", Assert.Single(told.OfType<ProcessingEvent.Read>()).Result.Document.Path);
    }

    [Fact]
    public async Task A_broken_environment_ends_all_lanes_and_loses_nothing()
    {
        await Intake.RegisterAsync("a.txt", Bytes("一、总体情况\n"), new(), default);
        using var processing = Processing(_ => throw new BrokenException());

        await processing.StartAsync(default);

        await Assert.ThrowsAsync<BrokenException>(() => processing.ExecuteTask!);
        Assert.Equal(1, (await Store.Queries.CountAsync(default)).Documents["collected"]);
    }

    [Fact]
    public async Task A_result_of_a_claim_that_was_lost_is_refused()
    {
        await Intake.RegisterAsync("a.txt", Bytes("一、总体情况\n"), new(), default);
        var isFirst = true;

        var told = await ProcessAsync(Processing(_ =>
        {
            if (isFirst)
                Store.Claims.TakeAsync(1L, default).ContinueWith(taken => Store.Claims.GiveBackAsync(taken.Result, default), TaskScheduler.Default).Unwrap().Wait();
            isFirst = false;
        }));

        Assert.Equal([Recorded.Refused, Recorded.New], told.Cast<ProcessingEvent.Read>().Select(read => read.Result.Recorded).OrderDescending());
        Assert.Single((await Store.Queries.FindAsync(1, default))!.Versions);
    }

    private sealed class BrokenException() : StatedException("No worker can be started.", "Install it.");
}
