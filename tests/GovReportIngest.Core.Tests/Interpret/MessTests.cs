using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using static GovReportIngest.Core.Tests.Interpret.MessyReport;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>Every field of a messy report is exact or open, whatever happened to its layout; what did no harm opens nothing.</summary>
public sealed class MessTests
{
    private const int Seeds = 6;

    public static TheoryData<string, string, int> Harmless
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var form in new[] { "2019", "2021" })
                foreach (var shape in new[] { Shape.Spaces, Shape.Tabs, Shape.Pipes, Shape.OneCellALine, Shape.ValuesBelow, Shape.ValuesInsideLabel })
                    foreach (var harm in new[] { Harm.None, Harm.BrokenLabels, Harm.FullWidthDigits, Harm.NoRegulations, Harm.ThousandsMarks, Harm.OneRowForOther })
                        if (!(harm is Harm.BrokenLabels && shape is Shape.ValuesInsideLabel))
                            cases.Add(form, shape.ToString(), (int)harm);
            return cases;
        }
    }

    public static TheoryData<string, string, int> Harmful
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var form in new[] { "2019", "2021" })
                foreach (var shape in Enum.GetValues<Shape>())
                    foreach (var harm in new[]
                    {
                        Harm.LostValues, Harm.FusedRows, Harm.FusedWithLabels, Harm.PageNumbers, Harm.LostLabels, Harm.SwallowedRows,
                        Harm.BrokenLabels | Harm.LostValues | Harm.NoRegulations, Harm.BrokenLabels | Harm.PageNumbers | Harm.FusedWithLabels,
                        Harm.SwallowedRows | Harm.BrokenLabels, Harm.LostLabels | Harm.OneRowForOther,
                    })
                        if (shape is not Shape.ValuesAbove)
                            cases.Add(form, shape.ToString(), (int)harm);
            foreach (var harm in new[] { Harm.None, Harm.FullWidthDigits, Harm.ThousandsMarks, Harm.LostValues })
                cases.Add("2021", nameof(Shape.ValuesAbove), (int)harm);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_layout_that_keeps_every_cell_is_read_exactly_with_nothing_open(string form, string shape, int harm)
    {
        for (var seed = 0; seed < Seeds / 3; seed++)
        {
            var (report, record) = Ingest(form, shape, harm, seed);
            Assert.EndsWith(form, record.Form?.Id, StringComparison.Ordinal);
            var open = record.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => field.Key).ToList();
            Assert.True(open.Count == 0, $"seed {seed}: {open.Count} open: {string.Join(", ", open.Take(6))}");
            AssertNothingSilent(report, record, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Harmful))]
    public void A_harmed_layout_gives_no_wrong_value_that_is_not_open(string form, string shape, int harm)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (report, record) = Ingest(form, shape, harm, seed);
            // Rows that lost everything can make one form look like the other: then its table must be open.
            if (record.Form?.Id.EndsWith(form, StringComparison.Ordinal) is true)
                AssertNothingSilent(report, record, seed);
            else
                Assert.Contains(record.Fields, field => field.Value.Review is ReviewState.Open
                    && field.Key.StartsWith("proactive_disclosure.", StringComparison.Ordinal));
        }
    }

    private static (MessyReport Report, ReportRecord Record) Ingest(string form, string shape, int harm, int seed)
    {
        var definition = TextReports.Forms.Find($"cn-gov-disclosure-annual/{form}")!;
        var report = new MessyReport(definition, Enum.Parse<Shape>(shape), (Harm)harm, seed);
        var record = TextReports.Ingest(report.Write());
        return (report, record);
    }

    private static void AssertNothingSilent(MessyReport report, ReportRecord record, int seed)
    {
        var silent = record.Fields
            .Where(field => !field.Key.StartsWith("report.", StringComparison.Ordinal) && field.Value.Review is not ReviewState.Open)
            .Where(field => report.Truth.TryGetValue(field.Key, out var truth)
                ? field.Value.Value != new FieldValue.Number(truth)
                : field.Value.State is not FieldState.Missing)
            .Select(field => $"{field.Key}={field.Value.State}:{field.Value.Printed} for {report.Truth.GetValueOrDefault(field.Key)}")
            .ToList();
        Assert.True(silent.Count == 0, $"seed {seed}: {silent.Count} silent: {string.Join(", ", silent.Take(4))}");
        Assert.All(report.Truth.Keys, path => Assert.Contains(record.Fields, field => field.Key == path));
    }
}
