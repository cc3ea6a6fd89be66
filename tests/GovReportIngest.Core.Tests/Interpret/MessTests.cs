using GovReportIngest.Core.Document.Record;
using GovReportIngest.TestKit;
using static GovReportIngest.Core.Tests.Interpret.MessyReport;

namespace GovReportIngest.Core.Tests.Interpret;

/// <summary>Every field of a messy report is exact or open, whatever happened to its layout; what did no harm opens nothing.</summary>
public sealed class MessTests
{
    /// <summary>MESS_SEEDS asks for a longer search than the tests of every day can afford.</summary>
    private static readonly int Seeds = int.TryParse(Environment.GetEnvironmentVariable("MESS_SEEDS"), out var seeds) ? seeds : 3;

    public static TheoryData<string, string, int> Harmless
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var form in new[] { "2019", "2021" })
                foreach (var shape in new[] { Shape.Spaces, Shape.Tabs, Shape.Pipes, Shape.OneCellALine, Shape.ValuesBelow, Shape.ValuesInsideLabel, Shape.Box })
                    foreach (var harm in new[] { Harm.None, Harm.BrokenLabels, Harm.FullWidthDigits, Harm.NoRegulations, Harm.ThousandsMarks, Harm.OneRowForOther })
                        if (!(harm is Harm.BrokenLabels && shape is Shape.ValuesInsideLabel))
                            cases.Add(form, shape.ToString(), (int)harm);
            foreach (var form in new[] { "2019", "2021" })
                foreach (var shape in new[] { Shape.Tabs, Shape.Pipes, Shape.Box, Shape.OneCellALine })
                    foreach (var harm in new[] { Harm.BlankCells, Harm.BlankCells | Harm.NoRegulations, Harm.BlankCells | Harm.OneRowForOther })
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
                        Harm.BlankCells, Harm.BlankCells | Harm.BrokenLabels, Harm.BlankCells | Harm.LostLabels, Harm.BlankCells | Harm.OneRowForOther,
                    })
                        cases.Add(form, shape.ToString(), (int)harm);
            foreach (var form in new[] { "2019", "2021" })
                foreach (var harm in new[] { Harm.None, Harm.FullWidthDigits, Harm.ThousandsMarks, Harm.NoRegulations, Harm.BrokenLabels })
                    cases.Add(form, nameof(Shape.ValuesAbove), (int)harm);
            foreach (var form in new[] { "disclosure-appendix/2009", "disclosure-appendix/2014", "disclosure-statistics/2008", "disclosure-statistics/2014" })
                foreach (var shape in Enum.GetValues<Shape>())
                    foreach (var harm in new[] { Harm.NoRegulations, Harm.LostValues, Harm.LostLabels, Harm.SwallowedRows, Harm.FusedRows, Harm.FusedWithLabels, Harm.BlankCells, Harm.PageNumbers })
                        cases.Add(form, shape.ToString(), (int)harm);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_layout_that_keeps_every_cell_is_read_exactly_with_nothing_open(string form, string shape, int harm)
    {
        for (var seed = 0; seed < Math.Max(1, Seeds / 3); seed++)
        {
            var (report, record) = Ingest(form, shape, harm, seed);
            Assert.EndsWith(form, record.Form?.Id, StringComparison.Ordinal);
            var open = record.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => field.Key).ToList();
            Assert.True(open.Count == 0, $"seed {seed}: {open.Count} open: {string.Join(", ", open.Take(6))}");
            AssertNothingSilent(report, record, seed);
        }
    }

    public static TheoryData<string, string, int> Statistics
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var form in new[] { "disclosure-appendix/2009", "disclosure-appendix/2014", "disclosure-statistics/2008", "disclosure-statistics/2014" })
                foreach (var shape in new[] { Shape.Spaces, Shape.Tabs, Shape.Pipes, Shape.OneCellALine, Shape.ValuesBelow, Shape.Box })
                    foreach (var harm in new[] { Harm.None, Harm.BrokenLabels, Harm.FullWidthDigits, Harm.NoRegulations, Harm.ThousandsMarks })
                        // Where values stand below their label, an absent row may as well have lost its label: see Harmful.
                        if (!(harm is Harm.NoRegulations && shape is (Shape.OneCellALine or Shape.ValuesBelow)))
                            cases.Add(form, shape.ToString(), (int)harm);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Statistics))]
    public void A_statistics_table_with_units_and_group_rows_is_read_exactly_with_nothing_open(string form, string shape, int harm) =>
        A_layout_that_keeps_every_cell_is_read_exactly_with_nothing_open(form, shape, harm);

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
                Assert.True(SaysThatTheFormIsUncertain(record), $"seed {seed}: silently read as {record.Form?.Id}");
        }
    }

    private static (MessyReport Report, ReportRecord Record) Ingest(string form, string shape, int harm, int seed)
    {
        var definition = TextReports.Forms.Forms.Single(candidate => candidate.Id.EndsWith(form.Contains('/') ? form : $"annual/{form}", StringComparison.Ordinal));
        var report = new MessyReport(definition, Enum.Parse<Shape>(shape), (Harm)harm, seed);
        var record = TextReports.Ingest(report.Write());
        return (report, record);
    }

    private static void AssertNothingSilent(MessyReport report, ReportRecord record, int seed)
    {
        var silent = record.Fields
            .Where(field => !field.Key.StartsWith("report.", StringComparison.Ordinal) && field.Value.Review is not ReviewState.Open)
            .Where(field => report.Truth.TryGetValue(field.Key, out var truth)
                ? !IsExact(truth, field.Value)
                : field.Value.State is not FieldState.Missing)
            .Select(field => $"{field.Key}={field.Value.State}:{field.Value.Printed} for {report.Truth.GetValueOrDefault(field.Key)}")
            .ToList();
        Assert.True(silent.Count == 0, $"seed {seed}: {silent.Count} silent: {string.Join(", ", silent.Take(4))}");
        var known = record.Fields.Select(field => field.Key).ToHashSet();
        var absent = report.Truth.Keys.Where(path => !known.Contains(path)).ToList();
        Assert.True(absent.Count == 0, $"seed {seed}: {absent.Count} absent: {string.Join(", ", absent.Take(4))}");
    }

    private static bool SaysThatTheFormIsUncertain(ReportRecord record) =>
        record.Form is null || record.Review.Any(item => item.Reason is "form-uncertain");

    private static bool IsExact(decimal? truth, RecordField field) =>
        truth is { } printed ? field.Value == new FieldValue.Number(printed) : field.State is FieldState.Blank;
}
