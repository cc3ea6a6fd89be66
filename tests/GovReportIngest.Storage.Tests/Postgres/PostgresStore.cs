using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using GovReportIngest.TestKit;
using Npgsql;

namespace GovReportIngest.Storage.Tests.Postgres;

/// <summary>Each store has a schema of its own; <c>store_now()</c> follows the clock of the test.</summary>
internal sealed class PostgresStore(PostgresServer server) : ITestedDatabase
{
    private const string Clock = """
        SELECT pg_advisory_xact_lock(1);
        CREATE OR REPLACE FUNCTION store_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS
            $$ SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) + coalesce((SELECT sum(passed) FROM test_clock), 0)::BIGINT $$;
        """;

    public async Task<ReportStore> OpenAsync(string data, TimeProvider time)
    {
        await OnDatabaseAsync(data, connection => connection.ExecuteAsync($"SELECT pg_advisory_xact_lock(1); CREATE SCHEMA IF NOT EXISTS {SchemaOf(data)}; CREATE TABLE IF NOT EXISTS test_clock (passed BIGINT);"));
        var store = await StoreServer.OpenAsync(ConnectionOf(data), data, new(() => TextReports.Forms), time, default);
        await OnDatabaseAsync(data, connection => connection.ExecuteAsync(Clock));
        return store;
    }

    // Every test has a schema of its own: pooled connections would stay for each, more than a server takes.
    public async Task<T> OnDatabaseAsync<T>(string data, Func<DbConnection, Task<T>> act)
    {
        await using var connection = new NpgsqlConnection(ConnectionOf(data) + ";Pooling=false");
        await connection.OpenAsync();
        return await act(connection);
    }

    public Task PassAsync(string data, TimeSpan time) =>
        OnDatabaseAsync(data, connection => connection.ExecuteAsync("INSERT INTO test_clock VALUES (@Passed)", new { Passed = (long)time.TotalMilliseconds }));

    private string ConnectionOf(string data) => server.ConnectionTo(SchemaOf(data));

    private static string SchemaOf(string data) => "s" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..16];
}
