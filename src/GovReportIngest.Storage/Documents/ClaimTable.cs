using System.Data.Common;
using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Documents;

/// <summary>
/// Shares out the documents that wait, each to one owner at a time. An owner renews its leases while it works; one that does not, because it was
/// killed, lost or stopped, loses its claims, and its results are refused.
/// </summary>
/// <param name="owner">Who claims: one process, and none after it.</param>
public sealed class ClaimTable(IStoreDatabase database, TimeProvider time, string owner)
{
    /// <summary>How long a claim holds without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const string Paused = "paused";

    private sealed record Waiting(long DocumentId, long Epoch, long Priority, string Path, long Bytes);

    /// <summary>The most urgent documents that wait; none while work is paused.</summary>
    public async Task<IReadOnlyList<ClaimedDocument>> TakeAsync(int most, CancellationToken cancellation)
    {
        var sql = $"""
            UPDATE work SET state = 'processing', owner = @owner, lease_until = store_now() + @Lease, epoch = epoch + 1, changed_at = @Now
            WHERE document_id IN (
                SELECT w.document_id FROM work w JOIN documents d ON d.document_id = w.document_id
                WHERE w.state = 'collected' AND d.replaced_by IS NULL AND d.sha256 <> ''
                ORDER BY w.priority DESC, w.document_id LIMIT @most {database.SkipLocked})
            AND NOT EXISTS (SELECT 1 FROM switches WHERE name = @Paused)
            RETURNING document_id
            """;
        const string Claimed = """
            SELECT w.document_id AS DocumentId, w.epoch AS Epoch, w.priority AS Priority, d.path AS Path, d.bytes AS Bytes
            FROM work w JOIN documents d ON d.document_id = w.document_id WHERE w.document_id = @id
            """;
        return await database.WriteRowsAsync(async connection =>
        {
            var rows = new List<Waiting>();
            foreach (var id in (await connection.QueryAsync<long>(sql, new { owner, Lease = LeaseMilliseconds, Now = time.Milliseconds(), most, Paused })).ToList())
                rows.Add(await connection.QuerySingleAsync<Waiting>(Claimed, new { id }));
            return rows.OrderByDescending(row => row.Priority).ThenBy(row => row.DocumentId).Select(row => new ClaimedDocument(new(row.DocumentId, row.Epoch), new(row.DocumentId, row.Path, row.Bytes))).ToList();
        }, cancellation);
    }

    /// <summary>One document, whatever its state and whoever reads it: somebody asked for it.</summary>
    public async Task<Claim> TakeAsync(long documentId, CancellationToken cancellation)
    {
        const string Sql = """
            UPDATE work SET state = 'processing', owner = @owner, lease_until = store_now() + @Lease, epoch = epoch + 1, changed_at = @Now
            WHERE document_id = @documentId RETURNING epoch
            """;
        var arguments = new { owner, Lease = LeaseMilliseconds, Now = time.Milliseconds(), documentId };
        return new(documentId, await database.WriteRowsAsync(connection => connection.ExecuteScalarAsync<long>(Sql, arguments), cancellation));
    }

    /// <summary>Says that the owner still works on these documents.</summary>
    public Task RenewAsync(IReadOnlyCollection<long> documentIds, CancellationToken cancellation) => database.WriteRowsAsync(connection => connection.ExecuteAsync(
        "UPDATE work SET lease_until = store_now() + @Lease WHERE document_id = @id AND owner = @owner AND state = 'processing'",
        documentIds.Select(id => new { Lease = LeaseMilliseconds, id, owner })), cancellation);

    /// <summary>The document waits again, and no attempt is counted.</summary>
    public Task GiveBackAsync(Claim claim, CancellationToken cancellation) => EndAsync(claim, WorkState.Collected, cancellation);

    /// <summary>The document is not read again unless somebody asks for it, as one whose stored bytes are damaged.</summary>
    public Task SetAsideAsync(Claim claim, CancellationToken cancellation) => EndAsync(claim, WorkState.Rejected, cancellation);

    /// <summary>What is due to be tried again waits again, and what an owner that is gone left.</summary>
    /// <returns>How many documents wait now that did not before.</returns>
    public Task<int> QueueDueAsync(CancellationToken cancellation)
    {
        const string Due = "UPDATE work SET state = 'collected', retry_at = NULL, changed_at = @Now WHERE retry_at <= @Now AND state NOT IN ('collected', 'processing')";
        const string Expired = """
            UPDATE work SET state = 'collected', owner = NULL, lease_until = NULL, changed_at = @Now WHERE state = 'processing' AND lease_until < store_now()
            """;
        var now = new { Now = time.Milliseconds() };
        return database.WriteRowsAsync(async connection => await connection.ExecuteAsync(Due, now) + await connection.ExecuteAsync(Expired, now), cancellation);
    }

    /// <summary>Whether no document waits or is being read.</summary>
    public Task<bool> IsIdleAsync(CancellationToken cancellation)
    {
        const string Sql = """
            SELECT count(*) FROM (SELECT 1 FROM work w JOIN documents d ON d.document_id = w.document_id
                WHERE w.state IN ('collected', 'processing') AND d.replaced_by IS NULL AND d.sha256 <> '' LIMIT 1) AS first
            """;
        return database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>(Sql) == 0, cancellation);
    }

    /// <summary>Nothing is claimed by anybody, until <see cref="ResumeAsync"/>; what is being read is finished.</summary>
    public Task PauseAsync(CancellationToken cancellation) => database.WriteRowsAsync(connection => connection.ExecuteAsync(
        "INSERT INTO switches (name, since) VALUES (@Paused, @Now) ON CONFLICT DO NOTHING", new { Paused, Now = time.Milliseconds() }), cancellation);

    public Task ResumeAsync(CancellationToken cancellation) => database.WriteRowsAsync(
        connection => connection.ExecuteAsync("DELETE FROM switches WHERE name = @Paused", new { Paused }), cancellation);

    public Task<bool> IsPausedAsync(CancellationToken cancellation) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<bool>("SELECT count(*) FROM switches WHERE name = @Paused", new { Paused }), cancellation);

    /// <summary>Whether a result may be written; the row is then this transaction's.</summary>
    internal static async Task<bool> HoldsAsync(DbConnection connection, Claim claim) => await connection.ExecuteAsync(
        "UPDATE work SET owner = NULL, lease_until = NULL WHERE document_id = @DocumentId AND epoch = @Epoch AND state = 'processing'", claim) == 1;

    /// <summary>What this owner has not finished waits again.</summary>
    internal Task GiveBackAllAsync(CancellationToken cancellation) => database.WriteRowsAsync(connection => connection.ExecuteAsync(
        "UPDATE work SET state = 'collected', owner = NULL, lease_until = NULL, changed_at = @Now WHERE state = 'processing' AND owner = @owner",
        new { Now = time.Milliseconds(), owner }), cancellation);

    /// <summary>The same for any owner; only where no other can be at work.</summary>
    internal Task RecoverAsync(CancellationToken cancellation) => database.WriteRowsAsync(connection => connection.ExecuteAsync(
        "UPDATE work SET state = 'collected', owner = NULL, lease_until = NULL, changed_at = @Now WHERE state = 'processing'",
        new { Now = time.Milliseconds() }), cancellation);

    private static long LeaseMilliseconds => (long)Lease.TotalMilliseconds;

    private Task EndAsync(Claim claim, WorkState state, CancellationToken cancellation) => database.WriteRowsAsync(async connection =>
        await HoldsAsync(connection, claim) ? await connection.ExecuteAsync(
            "UPDATE work SET state = @State, retry_at = NULL, changed_at = @Now WHERE document_id = @DocumentId",
            new { State = WorkStates.CodeOf(state), Now = time.Milliseconds(), claim.DocumentId }) : 0, cancellation);
}
