using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>What was done to the store, by whom and when; rows are only ever added.</summary>
public sealed class AuditTrail(IStoreDatabase database, TimeProvider time)
{
    /// <param name="action">A stable code, such as <c>ingest-began</c>.</param>
    /// <param name="detail">For people.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task WriteAsync(string action, string detail, CancellationToken cancellation) => database.WriteAsync(connection => connection.ExecuteAsync(
        "INSERT INTO audit (at, actor, action, detail) VALUES (@At, @Actor, @action, @detail)",
        new { At = time.Milliseconds(), Actor = $"{Environment.UserName}@{Environment.MachineName}", action, detail }), cancellation);

    /// <summary>The last entries, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> LastAsync(int most, CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<AuditEntry>("SELECT at AS At, actor AS Actor, action AS Action, detail AS Detail FROM audit ORDER BY audit_id DESC LIMIT @most", new { most }),
        cancellation)];
}
