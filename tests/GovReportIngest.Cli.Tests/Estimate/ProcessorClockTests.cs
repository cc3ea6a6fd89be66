using System.Diagnostics;
using GovReportIngest.Cli.Estimate;

namespace GovReportIngest.Cli.Tests.Estimate;

public sealed class ProcessorClockTests
{
    [Fact]
    public void Work_of_this_process_counts()
    {
        var before = ProcessorClock.Seconds();
        var began = Environment.CpuUsage.TotalTime;
        var sum = 0L;
        while (Environment.CpuUsage.TotalTime - began < TimeSpan.FromSeconds(0.2))
            sum = unchecked(sum * 31 + 1);

        Assert.InRange(ProcessorClock.Seconds() - before, 0.15m, 5);
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public async Task Work_of_a_child_counts_while_it_runs_and_after_it_ended()
    {
        var before = ProcessorClock.Seconds();
        using var child = new Process { StartInfo = new("/bin/sh", ["-c", "i=0; while [ $i -lt 150000 ]; do i=$((i+1)); done; echo done; read line"]) { RedirectStandardOutput = true, RedirectStandardInput = true } };
        child.Start();
        await child.StandardOutput.ReadLineAsync();
        var running = ProcessorClock.Seconds() - before;
        var spent = (decimal)child.TotalProcessorTime.TotalSeconds;
        await child.StandardInput.WriteLineAsync("end");
        await child.WaitForExitAsync();

        Assert.True(spent > 0.05m, $"The child took {spent} s, too little to be seen.");
        Assert.True(running >= spent - 0.03m, $"{running} s seen of {spent}.");
        Assert.True(ProcessorClock.Seconds() - before >= spent - 0.03m);
    }
}
