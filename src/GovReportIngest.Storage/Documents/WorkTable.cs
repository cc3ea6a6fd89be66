using System.Data.Common;
using Dapper;
using GovReportIngest.Core.Collect;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Documents;

/// <summary>Which documents are to be read, in which order, and how often it was tried.</summary>
public sealed class WorkTable(IStoreDatabase database, IBlobStore blobs, TimeProvider time)
{
    private const int Slice = 500;

    private sealed record StoredFile(string Name, string Sha256);

    private sealed record StoredOrigin(long IsFolder, string? Url);

    /// <summary>What waits, and what is due to be tried again; the most urgent first. Documents whose bytes were never read are not among them.</summary>
    /// <param name="isWaitingOver">Whether the time of the next attempt does not matter.</param>
    /// <param name="isWithRejected">Whether all that was rejected is tried again.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<WaitingDocument>> FindWaitingAsync(bool isWaitingOver, bool isWithRejected, CancellationToken cancellation)
    {
        const string Sql = """
            SELECT d.document_id AS DocumentId, d.path AS Path, d.bytes AS Bytes
            FROM work w JOIN documents d ON d.document_id = w.document_id
            WHERE d.replaced_by IS NULL AND d.sha256 <> ''
                AND (w.state = 'collected' OR w.retry_at <= @until OR (@rejected = 1 AND w.state = 'rejected'))
            ORDER BY w.priority DESC, w.document_id
            """;
        var until = isWaitingOver ? long.MaxValue : time.Milliseconds();
        return [.. await database.ReadAsync(
            connection => connection.QueryAsync<WaitingDocument>(Sql, new { until, rejected = isWithRejected ? 1 : 0 }), cancellation)];
    }

    /// <summary>Null where the store has no such document, or never had its bytes.</summary>
    public Task<WaitingDocument?> FindAsync(long documentId, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<WaitingDocument>(
            "SELECT document_id AS DocumentId, path AS Path, bytes AS Bytes FROM documents WHERE document_id = @documentId AND sha256 <> ''", new { documentId }), cancellation);

    /// <summary>Says that these documents wait, so that what a killed process leaves of them is not forgotten.</summary>
    public async Task QueueAsync(IReadOnlyList<long> documentIds, CancellationToken cancellation)
    {
        foreach (var slice in documentIds.Chunk(Slice))
            await database.WriteAsync(connection => connection.ExecuteManyAsync(
                "UPDATE work SET state = 'collected', changed_at = @Now WHERE document_id = @id", slice.Select(id => new { id, Now = time.Milliseconds() })), cancellation);
    }

    /// <summary>Of one document; what reads it now writes nothing any more.</summary>
    internal static Task QueueAsync(DbConnection connection, long documentId, long now) => connection.ExecuteAsync(
        "UPDATE work SET state = 'collected', retry_at = NULL, owner = NULL, lease_until = NULL, changed_at = @now WHERE document_id = @documentId", new { documentId, now });

    /// <summary>Puts the bytes of a document into a folder as they were found, names and all.</summary>
    /// <exception cref="StoreException">A blob is damaged.</exception>
    public async Task<SourceEntry> UnpackAsync(WaitingDocument document, string folder, CancellationToken cancellation)
    {
        const string Files = "SELECT name AS Name, sha256 AS Sha256 FROM document_files WHERE document_id = @DocumentId ORDER BY position";
        const string Origin = "SELECT is_folder AS IsFolder, url AS Url FROM documents WHERE document_id = @DocumentId";
        var (files, origin) = await database.ReadAsync(async connection =>
            ((await connection.QueryAsync<StoredFile>(Files, document)).ToList(), await connection.QuerySingleAsync<StoredOrigin>(Origin, document)), cancellation);
        foreach (var file in files)
            await blobs.CopyToAsync(file.Sha256, Path.Combine(folder, file.Name), cancellation);
        return new(document.Path, [.. files.Select(file => Path.Combine(folder, file.Name))], origin.IsFolder == 1) { Url = origin.Url };
    }

    /// <summary>Nothing is written where nothing changes.</summary>
    internal static async Task EndAsync(DbConnection connection, long documentId, IReadOnlyList<RecordFile> records, DateTimeOffset now)
    {
        const string Sql = """
            UPDATE work SET state = @State, attempts = @Attempts, retry_at = @RetryAt, changed_at = @Now
            WHERE document_id = @documentId AND (state <> @State OR attempts <> @Attempts OR coalesce(retry_at, 0) <> coalesce(@RetryAt, 0))
            """;
        var attempts = records.Any(record => ExistingRecord.MayPass(record.Record))
            ? 1 + await connection.ExecuteScalarAsync<long>("SELECT attempts FROM work WHERE document_id = @documentId", new { documentId }) : 0;
        var wait = attempts == 0 ? null : RetryPlan.WaitAfter(attempts);
        await connection.ExecuteAsync(Sql, new
        {
            documentId, State = WorkStates.CodeOf(WorkStates.Of(records.Select(record => record.Record.Outcome))), Attempts = attempts,
            RetryAt = wait is null ? (long?)null : (now + wait.Value).ToUnixTimeMilliseconds(), Now = now.ToUnixTimeMilliseconds(),
        });
    }

    /// <summary>The state that the reports of a document give it by now; one that waits or is being read keeps its own.</summary>
    internal static async Task SettleAsync(DbConnection connection, long documentId, long now)
    {
        var outcomes = await connection.QueryAsync<string>("SELECT outcome FROM extractions WHERE document_id = @documentId AND is_current = 1", new { documentId });
        await connection.ExecuteAsync("""
            UPDATE work SET state = @state, changed_at = @now
            WHERE document_id = @documentId AND state <> @state AND state NOT IN ('collected', 'processing')
            """, new { documentId, now, state = WorkStates.CodeOf(WorkStates.Of(outcomes.Select(outcome => Codes.Parse<Outcome>(outcome, Codes.Of)))) });
    }
}
