using System.Diagnostics;
using GovReportIngest.TestKit;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.BadInput;

/// <summary>
/// Files broken by chance (<c>tools/fuzz</c>) end as sound records or clear problems: no crash, no hang, no lost batch.
/// The gate breaks 150, GOVREPORT_LONG=1 5,000.
/// </summary>
public sealed class MutatedFilesTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is not null;

    [Fact]
    public async Task Mutated_files_neither_crash_nor_hang_the_program_nor_lose_a_batch()
    {
        // Processor time is limited by the page; wall time only has to show a hang, on a machine that may be busy.
        var count = IsLong ? "5000" : "150";
        using var patience = new CancellationTokenSource(IsLong ? TimeSpan.FromHours(8) : TimeSpan.FromMinutes(20));
        using var fuzzer = Process.Start(new ProcessStartInfo("python3",
            [Repository.PathOf("tools", "fuzz", "fuzz.py"), "--seed", "2026", "--count", count, "--slow", "600", "--program", Path.Combine(AppContext.BaseDirectory, "govreport")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var (said, complaints) = (fuzzer.StandardOutput.ReadToEndAsync(patience.Token), fuzzer.StandardError.ReadToEndAsync(patience.Token));
        await fuzzer.WaitForExitAsync(patience.Token);

        Assert.True(fuzzer.ExitCode == 0, $"{await said}\n{await complaints}");
        output.WriteLine($"» mutated files: {(await said).TrimEnd().Split('\n')[^1]}");
    }
}
