using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.SampleGenerator;
using GovReportIngest.SampleGenerator.Print;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Text;
using GovReportIngest.TestKit;

namespace GovReportIngest.Journey.Tests.Generator;

/// <summary>The truth of made-up reports is what is drawn, and a seed always draws the same.</summary>
public sealed partial class GeneratorTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("MESS_SEEDS"), out var seeds) ? seeds : 24)];

    [Fact]
    public void A_seed_gives_the_same_report_in_the_same_look_and_another_seed_another()
    {
        Assert.Equal(Drawn(7), Drawn(7));
        Assert.NotEqual(Drawn(7), Drawn(8));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_cells_of_a_printed_page_are_those_of_the_truth(int seed)
    {
        var report = ReportOf(seed);
        var look = WildLooks.Choose(new Dice((ulong)seed).Child("look")) with { Groups = GroupLabels.Beside };

        var drawn = ValueCell().Matches(HtmlReport.Write(report, look)).Select(cell => ValueOf(WebUtility.HtmlDecode(cell.Groups["text"].Value)));

        Assert.Equal(TruthOf(report).Where(field => field.State != "missing").Select(field => field.Value), drawn);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_text_is_read_as_its_truth_says_or_left_open(int seed)
    {
        var (name, tables) = WildTables.Choose(new Dice((ulong)seed).Child("text"));

        AssertNothingSilent(ReportOf(seed), tables, $"{name}, seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fused_rows_are_read_as_the_truth_says_or_left_open(int seed)
    {
        var dice = new Dice((ulong)seed).Child("fused");

        AssertNothingSilent(ReportOf(seed), TableTexts.FlattenedAndFused(dice.Pick(0.4, 1), dice), $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_planted_contradiction_is_the_only_one_between_text_and_table(int seed)
    {
        var report = ReportOf(seed);
        var planted = Contradictions.Planted(report, new Dice((ulong)seed).Child("contradiction"));

        Assert.Empty(Contradicted(report));
        Assert.Equal(planted.Contradictions, Contradicted(planted));
        var received = report.Figures[FigureSet.Request("new_received", "total")];
        Assert.Equal(received is { State: "printed" } ? 1 : 0, planted.Contradictions.Count);
        Assert.DoesNotContain(planted.Prose(), text => text.Any(char.IsWhiteSpace));
    }

    private static IEnumerable<string> Contradicted(Report report) => TextReports.Ingest(TextReport.Write(report, new TextLook(TableTexts.Pipes))).Checks
        .Where(check => check is { Outcome: CheckOutcome.Violated } && check.Id.Contains(".narrative[", StringComparison.Ordinal)).Select(check => check.Id);

    [Fact]
    public void Sums_that_hold_single_out_how_most_fused_rows_are_split()
    {
        var (open, all) = (0, 0);
        for (var seed = 1; seed <= 8; seed++)
        {
            var figures = FigureInvention.Invent(FormShape.Of2021, new FigureTaste(700, 0.4, PlantedSlips: 0, DropRegulations: false), new Dice((ulong)seed));
            var report = ReportWriter.Write("石门县教育局", 2023, figures, PartNumbering.Bracketed, new Dice((ulong)seed));
            var record = AssertNothingSilent(report, TableTexts.FlattenedAndFused(0.5, new Dice((ulong)seed)), $"seed {seed}");
            all += record.Count(field => field.Value.Reasons.Contains("fused-digits") || field.Value.Reasons.Contains("ambiguous-fused"));
            open += record.Count(field => field.Value.Reasons.Contains("ambiguous-fused"));
        }

        Assert.InRange(all, 300, 1000);
        Assert.InRange(open, 0, all / 10);
    }

    private static Dictionary<string, RecordField> AssertNothingSilent(Report report, TableText tables, string about)
    {
        var record = TextReports.Ingest(TextReport.Write(report, new TextLook(tables)));
        var fields = record.Fields.ToDictionary(field => field.Key, field => field.Value);
        Assert.Empty(TruthOf(report)
            .Where(truth => fields[truth.Path].Review is not ReviewState.Open && (StateOf(truth.State) != fields[truth.Path].State || truth.Value != AmountOf(fields[truth.Path])))
            .Select(truth => $"{about}: {truth.Path} is {truth.State} {truth.Value}, not {fields[truth.Path].State} {fields[truth.Path].Printed}"));
        return fields;
    }

    private static string Drawn(int seed) =>
        HtmlReport.Write(ReportOf(seed), WildLooks.Choose(new Dice((ulong)seed).Child("look")));

    private static Report ReportOf(int seed)
    {
        var dice = new Dice((ulong)seed);
        var form = dice.Pick(FormShape.Of2019, FormShape.Of2021, FormShape.Of2021WithOneOtherRow);
        var figures = FigureInvention.Invent(form, new FigureTaste(900, dice.Pick(0.1, 0.7), dice.Next(0, 3), dice.Chance(0.3)), dice.Child("figures"));
        if (dice.Chance(0.4))
            Zeros.ShowAs(figures, dice.Pick(Cell.Blank, Cell.Placeholder("/")), dice.Pick(0.3, 1), dice.Child("zeros"));
        return WildReports.Changed(ReportWriter.Write("石门县教育局", 2023, figures, PartNumbering.Bracketed, dice.Child("prose")), dice.Child("wild"));
    }

    private static List<(string Path, string State, decimal? Value)> TruthOf(Report report)
    {
        using var json = JsonDocument.Parse(Expected.Write(report, null));
        return [.. json.RootElement.GetProperty("fields").EnumerateObject()
            .Where(field => !field.Name.StartsWith("report.", StringComparison.Ordinal))
            .Select(field => (field.Name, field.Value.GetProperty("state").GetString()!,
                field.Value.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : (decimal?)null))];
    }

    private static FieldState StateOf(string state) => Enum.Parse<FieldState>(state, ignoreCase: true);

    private static decimal? AmountOf(RecordField field) => field.Value is FieldValue.Number(var amount) ? amount : null;

    private static decimal? ValueOf(string text)
    {
        var plain = string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - 0xFEE0) : c));
        return decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    [GeneratedRegex("<td class='value'[^>]*>(?<text>[^<]*)</td>")]
    private static partial Regex ValueCell();
}
