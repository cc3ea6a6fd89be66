using GovReportIngest.Storage.Documents;
using GovReportIngest.TestKit;

namespace GovReportIngest.Jobs.Tests.Processing;

/// <summary>The clock of the machine is put forward and back by hours while documents are read.</summary>
public sealed class ClockJumpTests : JobStore
{
    private const int Documents = 24;

    private readonly JumpingTime time = new();

    protected override TimeProvider StoreTime => time;

    [Fact]
    public async Task A_clock_that_jumps_loses_no_document_and_stores_none_twice()
    {
        var sample = await File.ReadAllTextAsync(Repository.PathOf("samples", "inbox", "text", "pipes.md"));
        for (var number = 1; number <= Documents; number++)
            await Intake.RegisterAsync($"{number}.md", Bytes($"{sample}\n{number}"), new(), default);
        var begun = 0;
        // Upkeep at the same time: claims whose lease seems over are given to others.
        await ProcessAsync(Processing(_ =>
        {
            time.Jump(TimeSpan.FromHours(Interlocked.Increment(ref begun) % 2 == 0 ? -3 : 5));
            Store.Claims.QueueDueAsync(default).GetAwaiter().GetResult();
        }));
        while (await Store.Claims.QueueDueAsync(default) > 0)
            await ProcessAsync(Processing());

        var rows = await Store.Queries.ListAsync(new(), default);
        Assert.Equal(Documents, rows.Count);
        Assert.All(rows, row => Assert.Equal((WorkStates.CodeOf(WorkState.Accepted), 1L), (row.State, row.Version)));
        Assert.Empty((await Store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    private sealed class JumpingTime : TimeProvider
    {
        private long offset;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

        public void Jump(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
    }
}
