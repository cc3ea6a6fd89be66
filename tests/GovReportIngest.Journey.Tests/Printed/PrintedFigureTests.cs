using GovReportIngest.Journey.Tests.Flow;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.TestKit.Figures;
using Xunit.Abstractions;

namespace GovReportIngest.Journey.Tests.Printed;

/// <summary>
/// The figures of 24 real reports printed to PDF in many looks: every field is exact, every broken sum is found, and no other one is.
/// The gate prints every report in one look, and each look; all of them with GOVREPORT_LONG=1.
/// </summary>
[Collection(PrintedReports.Name)]
public sealed class PrintedFigureTests(Printer printer, ITestOutputHelper output)
{
    /// <summary>Of fields in tables whose rows only white parts.</summary>
    private const decimal LeastExactWithoutRules = 0.95m;

    private static readonly string[] Marks = ["", "/", "-", "—"];

    /// <summary>What real reports say against their own tables.</summary>
    private static readonly Dictionary<string, (string Text, string[] Checks)> Conflicts = new(StringComparer.Ordinal)
    {
        ["pingtan_2022"] = ("2022年收到政府信息公开申请75件，其中自然人72件，社会公益组织3件。", ["requests.narrative[new_received.total]"]),
        ["fj_pingtan_zone_2013"] = ("2013年主动公开政府信息4970条。行政复议1件，行政诉讼0件。", ["appendix.narrative[proactive_total.year]", "appendix.narrative[admin_review.year]"]),
    };

    public static TheoryData<string> Looks => PrintedLooks.Names;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Real_figures_are_exact_in_a_printed_report(string name)
    {
        var (look, place) = (PrintedLooks.Named(name), PrintedLooks.All.TakeWhile(look => look.Name != name).Count());
        var score = new PrintedScore();
        for (var at = 0; at < FigureFile.Ids.Count; at++)
            if (PrintedLooks.IsLong || (at * 7 + 3) % PrintedLooks.All.Count == place)
                await AddAsync(FigureFile.Load(FigureFile.Ids[at]), look, at + place, score);
        output.WriteLine($"» Figure files as PDF, {name}: {score}");
        if (PrintedLooks.HasRowRules(look))
            score.AssertExact();
        else
            score.AssertNothingSilent(LeastExactWithoutRules);
    }

    private async Task AddAsync(FigureFile file, HtmlLook look, int number, PrintedScore score)
    {
        var mark = Marks[number % Marks.Length];
        var (narrative, planted) = Conflicts.GetValueOrDefault(file.Id, (Agreed(file), []));
        var html = file.Form.Id.StartsWith("cn-gov", StringComparison.Ordinal)
            ? NationalReport.Write(file, look, mark, narrative) : new FormSheet(file, look, SheetLook.Choose(number, null), mark).Write(narrative);
        var record = await StructuredReports.IngestAsync("a.pdf", await printer.PrintAsync(html, look, $"{file.Id} {look.Name}"));
        score.Add(file, record, mark, $"{file.Id}, {look.Name}, '{mark}'", planted);
    }

    /// <summary>What the tables say, in words.</summary>
    private static string Agreed(FigureFile file)
    {
        var path = file.Form.Narrative.First(rule => rule.Path.Contains("re", StringComparison.Ordinal) && rule.Denies.Count > 0).Path;
        return (file.Cells[path] is > 0 and var count ? $"本年收到政府信息公开申请{count}件。" : "本年未收到政府信息公开申请。") + $"{file.Year - 1}年收到申请12345件。";
    }
}
