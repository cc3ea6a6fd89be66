using System.Data.Common;
using Dapper;
using GovReportIngest.Storage.Queries;

namespace GovReportIngest.Storage.Documents;

/// <summary>The latest reading of one report of a document.</summary>
internal sealed record CurrentExtraction(long ExtractionId, long Version, string RecordSha256)
{
    private const string Select = """
        SELECT extraction_id AS ExtractionId, version AS Version, record_sha256 AS RecordSha256
        FROM extractions WHERE document_id = @documentId AND is_current = 1
        """;

    /// <summary>Null where the document has no such report, or was not read yet.</summary>
    public static Task<CurrentExtraction?> FindAsync(DbConnection connection, RecordId id) =>
        connection.QuerySingleOrDefaultAsync<CurrentExtraction>($"{Select} AND part = @part", new { documentId = id.DocumentId, part = id.Part });

    /// <summary>Of all reports of a document, part by part.</summary>
    public static async Task<IReadOnlyList<CurrentExtraction>> ListAsync(DbConnection connection, long documentId) =>
        [.. await connection.QueryAsync<CurrentExtraction>($"{Select} ORDER BY part", new { documentId })];
}
