using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>The looks in which figures are printed: those of the samples, tables with few rules and with none, and some put together by chance.</summary>
internal static class PrintedLooks
{
    private const int Wild = 6;

    public static IReadOnlyList<HtmlLook> All { get; } =
    [
        .. LookBook.All,
        new("three-rules", "Noto Serif CJK SC") { Lines = TableLines.Three, TableSize = 9.5, SpaceBeforeRequests = 90 },
        new("no-rules", "WenQuanYi Micro Hei") { Lines = TableLines.None, CellPadding = 3, TableSize = 9 },
        new("across-to-the-right", "AR PL UMing CN") { Lines = TableLines.HorizontalOnly, NumbersToTheRight = true, RepeatsHeader = true, SpaceBeforeRequests = 140 },
        new("ruled-cut-rows", "AR PL UKai CN") { RowsMayBreak = true, TableSize = 10, CellPadding = 5, SpaceBeforeRequests = 200 },
        .. Enumerable.Range(1, Wild).Select(number => WildLooks.Choose(new Dice(7731).Child($"printed/{number}")) is var look ? look with { Name = $"{look.Name} {number}" } : null!),
    ];

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("GOVREPORT_LONG") == "1";

    public static TheoryData<string> Names => [.. All.Select(look => look.Name)];

    /// <summary>Whether rules part the rows of tables.</summary>
    public static bool HasRowRules(HtmlLook look) => look.Lines is not (TableLines.Three or TableLines.None);

    public static HtmlLook Named(string name) => All.First(look => look.Name == name);
}
