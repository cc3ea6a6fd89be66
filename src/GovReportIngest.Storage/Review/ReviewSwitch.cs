using System.Data.Common;
using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Review;

/// <summary>A rule of the house about reviewing that administrators switch on and off; both are kept in the audit.</summary>
internal sealed class ReviewSwitch(IStoreDatabase database, TimeProvider time, string name)
{
    public Task<bool> IsOnAsync(CancellationToken cancellation) => database.ReadAsync(connection => IsOnAsync(connection, name), cancellation);

    public Task SetAsync(bool isOn, string by, CancellationToken cancellation)
    {
        const string On = "INSERT INTO switches (name, since) VALUES (@name, @now) ON CONFLICT DO NOTHING";
        const string Off = "DELETE FROM switches WHERE name = @name";
        const string Audit = "INSERT INTO audit (at, actor, action, detail) VALUES (@now, @by, @action, '')";
        var arguments = new { name, now = time.Milliseconds(), by, action = name + (isOn ? "-on" : "-off") };
        return database.WriteAsync(async connection => await connection.ExecuteAsync(isOn ? On : Off, arguments) + await connection.ExecuteAsync(Audit, arguments), cancellation);
    }

    public static async Task<bool> IsOnAsync(DbConnection connection, string name) =>
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM switches WHERE name = @name", new { name }) > 0;
}
