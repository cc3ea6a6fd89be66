using System.Diagnostics;
using System.Globalization;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Speech;
using Xunit.Abstractions;

namespace GovReportIngest.Exporting.Tests;

/// <summary>How many reports a second: a sample in the gate; 10,000 in every format, 100,000 in those that programs read and 1,000 packages with <c>--long</c>.</summary>
public sealed class ExportSpeedTests(ExportedStore stored, ITestOutputHelper output) : IClassFixture<ExportedStore>
{
    private const int Lanes = 16;
    private const long MostBytes = 400L << 20;

    private static readonly ExportFormat[] ForPrograms = [ExportFormat.Csv, ExportFormat.WideCsv, ExportFormat.Jsonl];
    private static readonly ExportFormat[] All = [.. ForPrograms, ExportFormat.Markdown, ExportFormat.Xlsx];
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GOVREPORT_LONG") is { Length: > 0 };

    /// <summary>Of a sample a quarter: most of its time goes into compiling.</summary>
    private static readonly int LeastPerSecond = IsLong ? 500 : 125;

    /// <summary>To ALTO, and packed.</summary>
    private const int LeastPagesPerSecond = 20;

    [Fact]
    [Trait("Judged", "by-the-clock")]
    public async Task Reports_are_written_fast_and_in_bounded_memory()
    {
        var there = 0;
        foreach (var (count, formats) in IsLong ? [(10_000, All), (100_000, ForPrograms)] : ((int, ExportFormat[])[])[(400, All)])
        {
            await Parallel.ForAsync(there, count, new ParallelOptions { MaxDegreeOfParallelism = Lanes },
                async (index, _) => await stored.PutAsync($"many/{index}.md", ExportedStore.Sample));
            there = count;
            var reports = await stored.AllAsync();
            if (!IsLong)
                await WriteAsync(reports, ExportFormat.Jsonl); // The first run pays for compiling.
            foreach (var format in formats)
                await MeasureAsync(reports, format);
        }

        Assert.InRange(Process.GetCurrentProcess().PeakWorkingSet64, 0, MostBytes);
    }

    [Fact]
    [Trait("Judged", "by-the-clock")]
    public async Task Packages_with_the_words_of_their_pages_are_written_fast_and_in_bounded_memory()
    {
        var count = IsLong ? 1000 : 40;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, async (index, _) => await stored.PutAsync($"packed/{index}.md", ExportedStore.Sample));
        var reports = (await ChosenReports.FindAsync(stored.Store, new ExportChoice.Found(new()), null, default)).OfFiles();
        var folder = new ExportFolder(stored.PathOf("packages"), ExportFormats.Of(ExportFormat.BagIt, false, new Tongue(isChinese: false), new FullPages()), ".bag.zip", "bagit", "1.0.0");
        var (began, spent) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var written = await folder.WriteAsync(reports, default);

        var (elapsed, busy) = (Stopwatch.GetElapsedTime(began), Process.GetCurrentProcess().TotalProcessorTime - spent);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"» bagit: {written} packages of {FullPages.Pages} pages in {elapsed.TotalSeconds:0.0} s ({busy.TotalSeconds:0.0} s of processors), {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        Assert.Equal(reports.Rows.Count, written);
        Assert.InRange(written * FullPages.Pages / busy.TotalSeconds, LeastPagesPerSecond, double.MaxValue);
        Assert.InRange(Process.GetCurrentProcess().PeakWorkingSet64, 0, MostBytes);
    }

    /// <summary>Of every document as many pages as reports have as a rule, full of words.</summary>
    private sealed class FullPages : IPageTexts
    {
        public const int Pages = 6;
        private const int Lines = 40;
        private const int WordsInLine = 12;

        public Task<IReadOnlyList<PageText>> FindAsync(long documentId, RecordSource source, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PageText>>(
            [.. Enumerable.Range(1, Pages).Select(page => new PageText(page, 595, 842, 0, true, [.. Enumerable.Range(0, Lines).Select(line => new TextLine(
                [.. Enumerable.Range(0, WordsInLine).Select(word => TextWord.Of($"{documentId}", new(30 + 40 * word, 20 + 14 * line, 34, 11), 0.9))]))]))]);
    }

    private async Task MeasureAsync(ChosenReports reports, ExportFormat format)
    {
        var (began, spent) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        await WriteAsync(reports, format);
        var (elapsed, busy) = (Stopwatch.GetElapsedTime(began), Process.GetCurrentProcess().TotalProcessorTime - spent);
        // In the gate other work on the machine does not count; the long run, on a quiet machine, is judged as a person waits for it.
        var rate = (int)(reports.Rows.Count / (IsLong ? elapsed : busy / Environment.ProcessorCount).TotalSeconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"» {ExportFormats.CodeOf(format)}: {rate} reports a second ({reports.Rows.Count} in {elapsed.TotalSeconds:0.0} s, {busy.TotalSeconds:0.0} s of processors), {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        Assert.True(format is ExportFormat.Markdown or ExportFormat.Xlsx || rate >= LeastPerSecond, $"{format}: {rate} a second");
    }

    private static Task WriteAsync(ChosenReports reports, ExportFormat format) => ExportFormats.Of(format, false, new Tongue(isChinese: false), NoPages.Instance).WriteAsync(reports, Stream.Null, default);
}
