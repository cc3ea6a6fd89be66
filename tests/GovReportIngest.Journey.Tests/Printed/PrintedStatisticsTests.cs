using GovReportIngest.Journey.Tests.Flow;
using GovReportIngest.TestKit.Figures;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>Made-up reports of the older forms printed to PDF in many looks; the gate prints two each, GOVREPORT_LONG=1 twelve in every look.</summary>
[Collection(PrintedReports.Name)]
public sealed class PrintedStatisticsTests(Printer printer, ITestOutputHelper output)
{
    /// <summary>Of fields in tables whose rows only white parts.</summary>
    private const decimal LeastExactWithoutRules = 0.9m;

    private const int Reports = 12;
    private const int ReportsOfTheGate = 3;

    private static readonly int Sets = int.TryParse(Environment.GetEnvironmentVariable("PRINTED_SETS"), out var sets) ? sets : PrintedLooks.IsLong ? Reports : ReportsOfTheGate;

    public static TheoryData<string, string?> Forms => new()
    {
        { "cn-gov-disclosure-statistics/2014", null }, { "cn-gov-disclosure-statistics/2014", "statistics.by_level" },
        { "cn-gov-disclosure-statistics/2014", "statistics.total_and_levels" }, { "cn-shanghai-disclosure-statistics/2008", null },
        { "cn-fujian-disclosure-appendix/2009", null }, { "cn-fujian-disclosure-appendix/2014", null },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_statistics_table_is_exact_in_a_printed_report(string form, string? columns)
    {
        var (score, borderless) = (new PrintedScore(), new PrintedScore());
        var offset = form.Length + (columns?.Length ?? 0);
        for (var seed = 0; seed < Sets; seed++)
            foreach (var place in PrintedLooks.IsLong || Environment.GetEnvironmentVariable("PRINTED_SETS") is not null ? Enumerable.Range(0, PrintedLooks.All.Count) : [(seed * 5 + offset) % PrintedLooks.All.Count])
                await AddAsync(form, columns, seed, place, PrintedLooks.HasRowRules(PrintedLooks.All[place]) ? score : borderless);
        output.WriteLine($"» {form} {columns} as PDF: {score}; without rules between rows: {borderless}");
        borderless.AssertNothingSilent(LeastExactWithoutRules);
        score.AssertExact();
    }

    private async Task AddAsync(string form, string? columns, int seed, int place, PrintedScore score)
    {
        var look = PrintedLooks.All[place];
        var file = new MadeFigures(form, seed) { Columns = columns, Slips = seed % 3 == 0 ? 2 : 0, NullShare = seed % 4 == 1 ? 0.2 : 0 }.Make();
        var html = new FormSheet(file, look, SheetLook.Choose(seed + place, columns), "/").Write("本年各项工作按要求进行。");
        var pdf = await printer.PrintAsync(html, look, $"{form} {columns} {seed} {look.Name}");
        score.Add(file, await StructuredReports.IngestAsync("a.pdf", pdf), "/", $"{form} {columns} {seed}, {look.Name}");
    }
}
