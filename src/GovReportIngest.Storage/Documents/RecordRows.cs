using System.Data.Common;
using System.Globalization;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Documents;

/// <summary>What of a record stands in rows, for lists and questions over many documents.</summary>
internal sealed class RecordRows(ReportRecord record)
{
    public string Engine { get; } = EngineText.Of(record.Engine);

    public string? Form { get; } = record.Form?.Id;

    public string Outcome { get; } = Codes.Of(record.Outcome);

    public string? Agency { get; } = ValueOf(record, ReportPaths.Agency);

    public long? Year { get; } = long.TryParse(ValueOf(record, ReportPaths.Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

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
            VALUES (@ExtractionId, @Position, @Path, @State, @Value, @Printed, @Probability, @Review, @Reasons)
            """;
        await connection.ExecuteManyAsync(InsertPage, record.Pages.Select(page => new
        {
            extractionId, page.Number, page.SourcePage, Side = Codes.Of(page.Part), From = Codes.Of(page.Read), page.Why,
        }));
        await connection.ExecuteManyAsync(InsertField, FieldsWith(extractionId));
        await InsertFindingsAsync(connection, extractionId);
    }

    /// <summary>What a decision changes.</summary>
    /// <param name="before">The same record without it; the record itself where no field changed.</param>
    public async Task UpdateAsync(DbConnection connection, long extractionId, ReportRecord before)
    {
        const string Update = """
            UPDATE extractions SET outcome = @Outcome, agency = @Agency, year = @Year, fields = @Fields, open = @Open, findings = @Findings
            WHERE extraction_id = @extractionId
            """;
        const string UpdateField = """
            UPDATE fields SET state = @State, value = @Value, printed = @Printed, probability = @Probability, review = @Review, reasons = @Reasons
            WHERE extraction_id = @ExtractionId AND position = @Position
            """;
        await connection.ExecuteAsync(Update, new { extractionId, Outcome, Agency, Year, Fields, Open, Findings });
        await connection.ExecuteManyAsync(UpdateField, FieldsWith(extractionId).Except(new RecordRows(before).FieldsWith(extractionId)));
        await connection.ExecuteAsync("DELETE FROM findings WHERE extraction_id = @extractionId", new { extractionId });
        await InsertFindingsAsync(connection, extractionId);
    }

    private IEnumerable<FieldRow> FieldsWith(long extractionId) => record.Fields.Select((field, index) => new FieldRow(
        extractionId, index + 1, field.Key, Codes.Of(field.Value.State), TextOf(field.Value.Value), field.Value.Printed,
        Millionths(field.Value.Probability), Codes.Of(field.Value.Review), string.Join(' ', field.Value.Reasons)));

    private sealed record FieldRow(
        long ExtractionId, int Position, string Path, string State, string? Value, string? Printed, long Probability, string Review, string Reasons);

    private Task InsertFindingsAsync(DbConnection connection, long extractionId) => connection.ExecuteManyAsync("""
        INSERT INTO findings (extraction_id, position, check_id, severity, left_side, right_side)
        VALUES (@extractionId, @Position, @Id, @Severity, @Left, @Right)
        """, record.Checks.Where(check => check.Outcome is CheckOutcome.Violated).Select((check, index) => new
    {
        extractionId, Position = index + 1, check.Id, Severity = Codes.Of(check.Severity), Left = NumberText(check.Left), Right = NumberText(check.Right),
    }));

    private static string? ValueOf(ReportRecord record, string path) => TextOf(record.Fields.FirstOrDefault(field => field.Key == path).Value?.Value);

    private static string? TextOf(FieldValue? value) => value is null ? null : WrittenValue.Of(value);

    private static string NumberText(decimal? number) => number is { } known ? WrittenValue.Of(known) : "";
}
