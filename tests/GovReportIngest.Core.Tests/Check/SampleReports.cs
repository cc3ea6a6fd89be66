using GovReportIngest.Core.Document;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Interpret;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Read;
using GovReportIngest.TestKit;

namespace GovReportIngest.Core.Tests.Check;

/// <summary>Interpretations of the 2021 form with seeded, distinct figures whose sums are right.</summary>
internal static class SampleReports
{
    public static FormLibrary Library { get; } = FormLibrary.Load(Repository.PathOf("models", "forms"));

    public static FormDefinition Form { get; } = Library.Find("cn-gov-disclosure-annual/2021")!;

    public static RecordSource Source { get; } = new("a/报告.txt", null, new string('a', 64), "text/plain", 12);

    public static EngineVersions Engine { get; } = new() { Version = "1.0.0" };

    public static ReadPage Page(PageReading reading) => new()
    {
        Number = 1, SourcePage = 1, Width = 595.3, Height = 841.9, Reading = reading, Why = "test", SkewDegrees = 0.4,
        Dpi = reading == PageReading.Ocr ? (300, 300) : null,
    };

    /// <summary>Every table field of the form with its amount.</summary>
    public static Dictionary<string, decimal> Figures(int seed)
    {
        var random = new Random(seed);
        var rows = Form.Tables[1].Blocks[0].Rows;
        var columns = Form.Tables[1].Blocks[0].Columns;
        var results = rows.Where(row => row.Key is not ("new_received" or "carried_over" or "total_processed" or "carried_forward")).ToList();
        var figures = AllPaths(Form).ToDictionary(path => path, _ => (decimal)random.Next(1, 400));
        decimal At(string row, string column) => figures[$"requests.{row}.{column}"];
        foreach (var column in columns.Where(column => column.Key != "total").Select(column => column.Key))
        {
            figures[$"requests.total_processed.{column}"] = results.Sum(row => At(row.Key, column));
            figures[$"requests.new_received.{column}"] = At("total_processed", column) + At("carried_forward", column) - At("carried_over", column) is var received and >= 0
                ? received : throw new InvalidOperationException($"seed {seed}");
        }

        foreach (var row in rows)
            figures[$"requests.{row.Key}.total"] = columns.Where(column => column.Key != "total").Sum(column => At(row.Key, column.Key));
        foreach (var block in new[] { "review", "litigation_direct", "litigation_after_review" })
            figures[$"review_litigation.{block}.total"] = new[] { "upheld", "corrected", "other_result", "pending" }.Sum(leaf => figures[$"review_litigation.{block}.{leaf}"]);
        return figures;
    }

    public static Interpretation Interpret(IReadOnlyDictionary<string, decimal> figures, Func<FieldReading, FieldReading>? change = null) => new()
    {
        Form = Form,
        FormScore = 0.998m,
        Fields = [.. Narrative(), .. figures.Select(figure => Cell(figure.Key, figure.Value)).Select(change ?? (field => field))],
        Outline = [new(1, "一", "总体情况", "overview", [new Evidence.InText(3, 1, 6)], ["一段话。"], [])],
        Tables = [new("requests", 1, 1, 0, [new(0, 0, 1, 1, "总计", [])])],
    };

    public static FieldReading Cell(string path, decimal amount) => new()
    {
        Path = path, State = FieldState.Printed, Class = ReadingClass.PlainCell, Value = new FieldValue.Number(amount),
        Printed = FormattableString.Invariant($"{amount}"), Evidence = [new Evidence.InText(7, 3, 2)],
    };

    /// <summary>The field as two readers of a scan see it; <paramref name="texts"/> are the candidates, likeliest first.</summary>
    public static FieldReading Scanned(FieldReading field, double confidence, params string[] texts)
    {
        var first = texts.Length == 0 ? field.Printed! : texts[0];
        var second = texts.Length > 1 ? texts[1] : first;
        return field with
        {
            Class = ReadingClass.OcrCell,
            Printed = first,
            Value = new FieldValue.Number(decimal.Parse(first, System.Globalization.CultureInfo.InvariantCulture)),
            Evidence = [new Evidence.OnPage(1, new(10.04, 20, 30, 8))],
            Cell = new()
            {
                Ink = CellInk.Printed, Text = first, Opinions = [new("row-montage", first, 0.9), new("digit-model", second, 0.9)],
                Candidates = texts.Length > 1
                    ? [.. texts.Select((text, index) => new TextCandidate(text, index == 0 ? 0.6 : 0.4 / (texts.Length - 1)))]
                    : [new(first, confidence)],
                Doubts = texts.Length > 1 ? ["readers-disagree"] : [],
            },
        };
    }

    public static IEnumerable<string> AllPaths(FormDefinition form) =>
        from table in form.Tables from block in table.Blocks from row in block.Rows from column in block.Columns select table.PathOf(row, column);

    private static IEnumerable<FieldReading> Narrative() =>
        new[] { ("report.title", "某局2023年政府信息公开工作年度报告"), ("report.agency", "某局"), ("report.year", "2023") }.Select(pair => new FieldReading
        {
            Path = pair.Item1, State = FieldState.Printed, Class = ReadingClass.Narrative, Printed = pair.Item2,
            Value = new FieldValue.Words(pair.Item2), Evidence = [new Evidence.InText(1, 1, 5)],
        });
}
