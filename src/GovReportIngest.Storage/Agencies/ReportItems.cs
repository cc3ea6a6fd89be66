using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Storage.Queries;
using GovReportIngest.Storage.Review;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Agencies;

/// <summary>What is asked of a report for what the store knows besides its own pages (<see cref="Core.Agencies.RegisterItems"/>).</summary>
internal static class ReportItems
{
    private const string Insert = "INSERT INTO report_items (document_id, part, position, reason, detail) VALUES (@DocumentId, @Part, @Position, @Reason, @Detail)";

    private sealed record Row(string Reason, string Detail);

    public static async Task<IReadOnlyList<DocumentItem>> ListAsync(DbConnection connection, RecordId id) =>
        [.. (await connection.QueryAsync<Row>(
            "SELECT reason AS Reason, detail AS Detail FROM report_items WHERE document_id = @DocumentId AND part = @Part ORDER BY position", new { id.DocumentId, id.Part }))
            .Select(row => new DocumentItem(row.Reason, [], row.Detail))];

    /// <summary>The place of what waits for a second person, before all others.</summary>
    private const int SecondLook = 0;

    /// <summary>In place of what waited for a second person before.</summary>
    /// <param name="item">Null for nothing.</param>
    public static async Task AskSecondAsync(DbConnection connection, RecordId id, DocumentItem? item)
    {
        await connection.ExecuteAsync("DELETE FROM report_items WHERE document_id = @DocumentId AND part = @Part AND position = @SecondLook", new { id.DocumentId, id.Part, SecondLook });
        if (item is not null)
            await connection.ExecuteAsync(Insert, new { id.DocumentId, id.Part, Position = SecondLook, item.Reason, item.Detail });
    }

    /// <summary>In place of all but what waits for a second person.</summary>
    /// <returns>Whether others were asked before.</returns>
    public static async Task<bool> ReplaceAsync(DbConnection connection, RecordId id, IReadOnlyList<DocumentItem> items)
    {
        if ((await ListAsync(connection, id)).Where(item => item.Reason != FourEyes.Reason).Select(item => (item.Reason, item.Detail)).SequenceEqual(items.Select(item => (item.Reason, item.Detail))))
            return false;
        await connection.ExecuteAsync("DELETE FROM report_items WHERE document_id = @DocumentId AND part = @Part AND position <> @SecondLook", new { id.DocumentId, id.Part, SecondLook });
        await connection.ExecuteManyAsync(Insert, items.Select((item, index) => new { id.DocumentId, id.Part, Position = index + 1, item.Reason, item.Detail }));
        return true;
    }

    /// <summary>Of reports that the document no longer has.</summary>
    public static Task RemoveAfterAsync(DbConnection connection, long documentId, long parts) =>
        connection.ExecuteAsync("DELETE FROM report_items WHERE document_id = @documentId AND part > @parts", new { documentId, parts });
}
