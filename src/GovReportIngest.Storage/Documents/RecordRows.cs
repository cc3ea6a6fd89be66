using System.Data.Common;
using System.Globalization;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Storage.Documents;

/// <summary>What of a record stands in rows, for lists and questions over many documents.</summary>
internal sealed class RecordRows(ReportRecord record)
{
    public string Engine { get; } = EngineText.Of(record.Engine);

    public string? Form { get; } = record.Form?.Id;

    public string Outcome { get; } = Codes.Of(record.Outcome);

    public string? Agency { get; } = ValueOf(record, "report.agency");

    public long? Year { get; } = long.TryParse(ValueOf(record, "report.year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public int Pages { get; } = record.Pages.Count;

    public int Fields { get; } = record.Fields.Count(field => field.Value.State is FieldState.Printed);

    public int Open { get; } = record.Fields.Count(field => field.Value.Review is ReviewState.Open) + record.Review.Count;

    public int Findings { get; } = record.Checks.Count(check => check.Outcome is CheckOutcome.Violated);

    /// <summary>A probability as the tables hold it.</summary>
    public static long Millionths(decimal probability) => (long)Math.Round(probability * 1_000_000m);

    public async Task InsertAsync(DbConnection connection, long extractionId)
    {
        const string InsertPage = """
            INSERT INTO pages (extraction_id, number, source_page, side, read_from, why) VALUES (@extractionId, @Number, @SourcePage, @Side, @From, @Why)
            """;
        const string InsertField = """
            INSERT INTO fields (extraction_id, position, path, state, value, printed, probability, review, reasons)
            VALUES (@extractionId, @Position, @Path, @State, @Value, @Printed, @Probability, @Review, @Reasons)
            """;
        const string InsertFinding = """
            INSERT INTO findings (extraction_id, position, check_id, severity, left_side, right_side)
            VALUES (@extractionId, @Position, @Id, @Severity, @Left, @Right)
            """;
        await connection.ExecuteAsync(InsertPage, record.Pages.Select(page => new
        {
            extractionId, page.Number, page.SourcePage, Side = Codes.Of(page.Part), From = Codes.Of(page.Read), page.Why,
        }));
        await connection.ExecuteAsync(InsertField, record.Fields.Select((field, index) => new
        {
            extractionId, Position = index + 1, Path = field.Key, State = Codes.Of(field.Value.State), Value = TextOf(field.Value.Value), field.Value.Printed,
            Probability = Millionths(field.Value.Probability), Review = Codes.Of(field.Value.Review), Reasons = string.Join(' ', field.Value.Reasons),
        }));
        await connection.ExecuteAsync(InsertFinding, record.Checks.Where(check => check.Outcome is CheckOutcome.Violated).Select((check, index) => new
        {
            extractionId, Position = index + 1, check.Id, Severity = Codes.Of(check.Severity), Left = NumberText(check.Left), Right = NumberText(check.Right),
        }));
    }

    private static string? ValueOf(ReportRecord record, string path) => TextOf(record.Fields.FirstOrDefault(field => field.Key == path).Value?.Value);

    private static string? TextOf(FieldValue? value) => value is null ? null : WrittenValue.Of(value);

    private static string NumberText(decimal? number) => number is { } known ? WrittenValue.Of(known) : "";
}
