using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Review;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>What people are asked. An item stays the same one while version after version asks it; one that a version asks no longer is closed.</summary>
internal static class ReviewItems
{
    /// <summary>Items of the whole document come first: while they are open, little else of it can be relied on.</summary>
    private const int DocumentWeight = 1000;

    private sealed record Item
    {
        public required string Subject { get; init; }

        public required string Reason { get; init; }

        public long? Probability { get; init; }

        public required long Weight { get; init; }
    }

    /// <summary>The items of one report, and no others of it, are open afterwards.</summary>
    public static async Task ReplaceAsync(DbConnection connection, RecordId id, ReportRecord record, long now)
    {
        await PutAsync(connection, id, record, now);
        await CountAsync(connection, id.DocumentId);
    }

    /// <summary>The items of these reports, and no others of the document, are open afterwards.</summary>
    /// <param name="records">All reports of the document, part by part.</param>
    public static async Task ReplaceAllAsync(DbConnection connection, long documentId, IEnumerable<ReportRecord> records, long now)
    {
        var parts = 0;
        foreach (var record in records)
            await PutAsync(connection, new(documentId, ++parts), record, now);
        await connection.ExecuteAsync(
            "UPDATE review_items SET closed_at = @now WHERE document_id = @documentId AND part > @parts AND closed_at IS NULL", new { documentId, parts, now });
        await CountAsync(connection, documentId);
    }

    private static async Task PutAsync(DbConnection connection, RecordId id, ReportRecord record, long now)
    {
        const string Asked = """
            SELECT subject AS Subject, reason AS Reason, probability AS Probability, weight AS Weight
            FROM review_items WHERE document_id = @DocumentId AND part = @Part AND closed_at IS NULL
            """;
        const string Close = "UPDATE review_items SET closed_at = @now WHERE document_id = @DocumentId AND part = @Part AND subject = @subject";
        const string Open = """
            INSERT INTO review_items (document_id, part, subject, reason, probability, weight, opened_at)
            VALUES (@DocumentId, @Part, @Subject, @Reason, @Probability, @Weight, @now)
            ON CONFLICT (document_id, part, subject) DO UPDATE SET reason = @Reason, probability = @Probability, weight = @Weight,
                opened_at = CASE WHEN review_items.closed_at IS NULL THEN review_items.opened_at ELSE @now END, closed_at = NULL
            """;
        var items = ItemsOf(record);
        // Of a report with a hundred open fields a decision changes one or two.
        var asked = (await connection.QueryAsync<Item>(Asked, id)).ToList();
        var answered = asked.Select(item => item.Subject).Except(items.Select(item => item.Subject));
        await connection.ExecuteManyAsync(Close, answered.Select(subject => new { id.DocumentId, id.Part, subject, now }));
        await connection.ExecuteManyAsync(Open, items.Except(asked).Select(item => new { id.DocumentId, id.Part, item.Subject, item.Reason, item.Probability, item.Weight, now }));
    }

    /// <summary>Brings the reports of the queue in step with their items; who works on one goes on.</summary>
    private static Task CountAsync(DbConnection connection, long documentId) => connection.ExecuteAsync("""
        DELETE FROM review_reports WHERE document_id = @documentId AND NOT EXISTS (SELECT 1 FROM review_items i
            WHERE i.document_id = review_reports.document_id AND i.part = review_reports.part AND i.closed_at IS NULL);
        INSERT INTO review_reports (document_id, part, open, weight, opened_at)
            SELECT document_id, part, count(*), max(weight), min(opened_at) FROM review_items
            WHERE document_id = @documentId AND closed_at IS NULL GROUP BY document_id, part
            ON CONFLICT (document_id, part) DO UPDATE SET open = excluded.open, weight = excluded.weight, opened_at = excluded.opened_at;
        """, new { documentId });

    /// <summary>What the record asks.</summary>
    public static IEnumerable<string> SubjectsOf(ReportRecord record) => ItemsOf(record).Select(item => item.Subject);

    private static List<Item> ItemsOf(ReportRecord record)
    {
        var violated = record.Checks.Where(check => check.Outcome is CheckOutcome.Violated).SelectMany(check => check.Fields)
            .CountBy(path => path).ToDictionary(StringComparer.Ordinal);
        var ofDocument = record.Review.DistinctBy(item => item.Reason).Select(item => new Item
        {
            Subject = Decision.DocumentPrefix + item.Reason, Reason = item.Reason, Weight = DocumentWeight,
        });
        var ofFields = record.Fields.Where(field => field.Value.Review is ReviewState.Open).Select(field => new Item
        {
            Subject = field.Key, Reason = field.Value.Reasons.Count > 0 ? field.Value.Reasons[0] : "",
            Probability = RecordRows.Millionths(field.Value.Probability), Weight = violated.GetValueOrDefault(field.Key),
        });
        return [.. ofDocument, .. ofFields];
    }
}
