using System.Diagnostics;
using System.Globalization;
using GovReportIngest.Core.Speech;
using Xunit.Abstractions;

namespace GovReportIngest.Exporting.Tests;

/// <summary>How many reports a second; with <c>--long</c> of 10,000, else of a sample of them.</summary>
public sealed class ExportSpeedTests(ExportedStore stored, ITestOutputHelper output) : IClassFixture<ExportedStore>
{
    /// <summary>Of a sample a quarter: most of its time goes into compiling.</summary>
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is { Length: > 0 };
    private static readonly int LeastPerSecond = IsLong ? 500 : 125;
    private const int Processors = 2;
    private const long MostBytes = 400L << 20;

    [Fact]
    [Trait("Judged", "by-the-clock")]
    public async Task Reports_are_written_fast_and_in_bounded_memory()
    {
        var count = IsLong ? 10_000 : 400;
        for (var index = 0; index < count; index++)
            await stored.PutAsync($"many/{index}.md", ExportedStore.Sample);
        var reports = await stored.AllAsync();
        // The first run pays for compiling.
        await WriteAsync(reports, ExportFormat.Jsonl);
        foreach (var (format, least) in ((ExportFormat, int)[])[(ExportFormat.Csv, LeastPerSecond), (ExportFormat.WideCsv, LeastPerSecond), (ExportFormat.Jsonl, LeastPerSecond), (ExportFormat.Markdown, 0), (ExportFormat.Xlsx, 0)])
        {
            var (began, spent) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            await WriteAsync(reports, format);
            var (elapsed, busy) = (Stopwatch.GetElapsedTime(began), Process.GetCurrentProcess().TotalProcessorTime - spent);
            // Other work on the machine does not count.
            var rate = (int)(reports.Rows.Count / busy.TotalSeconds * Processors);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"» {ExportFormats.CodeOf(format)}: {rate} reports a second of {Processors} processors ({reports.Rows.Count} in {elapsed.TotalSeconds:0.0} s), {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
            Assert.True(rate >= least, $"{format}: {rate} a second");
        }

        Assert.InRange(Process.GetCurrentProcess().PeakWorkingSet64, 0, MostBytes);
    }

    private static Task WriteAsync(ChosenReports reports, ExportFormat format) => ExportFormats.Of(format, false, new Tongue(isChinese: false), NoPages.Instance).WriteAsync(reports, Stream.Null, default);
}
