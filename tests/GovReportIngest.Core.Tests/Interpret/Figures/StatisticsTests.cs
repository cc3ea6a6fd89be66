using System.Globalization;
using GovReportIngest.TestKit.Figures;
using Xunit.Abstractions;

namespace GovReportIngest.Core.Tests.Interpret.Figures;

/// <summary>Twelve made-up reports of each of the older forms in every layout, with the columns that some print and others do not.</summary>
public sealed class StatisticsTests(ITestOutputHelper output)
{
    private const int Reports = 12;
    private const int NumberedReports = 4;

    public static TheoryData<string, string?, Mess, Numbering> Tables
    {
        get
        {
            var cases = new TheoryData<string, string?, Mess, Numbering>();
            foreach (var (form, columns) in new (string, string?)[]
            {
                ("cn-gov-disclosure-statistics/2014", null), ("cn-gov-disclosure-statistics/2014", "statistics.by_level"),
                ("cn-gov-disclosure-statistics/2014", "statistics.total_and_levels"), ("cn-shanghai-disclosure-statistics/2008", null),
                ("cn-fujian-disclosure-appendix/2009", null), ("cn-fujian-disclosure-appendix/2014", null),
            })
                foreach (var mess in Enum.GetValues<Mess>())
                    foreach (var numbering in new[] { Numbering.None, Numbering.Index, Numbering.Code, Numbering.Index | Numbering.Code })
                        if (numbering is Numbering.None || mess is not (Mess.ShiftedTabs or Mess.FusedWithNextLabel or Mess.LastFusedWithNextLabel))
                            cases.Add(form, columns, mess, numbering);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_statistics_table_is_exact_in_every_layout(string form, string? columns, Mess mess, Numbering numbering)
    {
        var score = new FigureScore();
        for (var seed = 0; seed < (numbering is Numbering.None ? Reports : NumberedReports); seed++)
        {
            var file = new MadeFigures(form, seed) { Columns = columns, Slips = seed % 3 == 0 ? 2 : 0 }.Make();
            var layout = new FigureLayout(file, mess, "/", seed) { Columns = columns, Numbering = numbering };
            score.Add(file, layout.Write(), layout.Rows, string.Create(CultureInfo.InvariantCulture, $"{file.Id}"));
        }

        output.WriteLine($"» {form} {columns}, {mess}, {numbering}: {score}");
        Assert.True(score.Faults.Count == 0, $"{score.Faults.Count} faults:\n{string.Join('\n', score.Faults.Take(20))}");
    }
}
