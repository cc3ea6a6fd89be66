using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace GovReportIngest.Storage.Sql;

/// <summary>
/// Brings a database to the schema of this program by numbered scripts, each in a transaction and only once; <c>schema_versions</c> says which.
/// </summary>
internal static class StoreSchema
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at BIGINT NOT NULL)
        """;

    private sealed record Applied(long Version, string Sha256);

    private sealed record Migration(long Version, string Name, string Sql)
    {
        public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
    }

    /// <exception cref="StoreException">The store is of a newer program, or a script was changed after it was applied.</exception>
    public static async Task UpgradeAsync(IStoreDatabase database, TimeProvider time, CancellationToken cancellation)
    {
        await database.WriteAsync(connection => connection.ExecuteAsync(Table), cancellation);
        foreach (var next in await FindMissingAsync(database, cancellation))
            await database.WriteAsync(async connection =>
            {
                await connection.ExecuteAsync(next.Sql);
                return await connection.ExecuteAsync(
                    "INSERT INTO schema_versions (version, name, sha256, applied_at) VALUES (@Version, @Name, @Sha256, @At)",
                    new { next.Version, next.Name, next.Sha256, At = time.Milliseconds() });
            }, cancellation);
    }

    /// <exception cref="StoreException">The store is of a newer or an older program.</exception>
    public static async Task RequireCurrentAsync(IStoreDatabase database, CancellationToken cancellation)
    {
        try
        {
            if ((await FindMissingAsync(database, cancellation)).Count > 0)
                throw new StoreException(StoreFault.Older, "The store was made by an older version of this program.");
        }
        catch (DbException none)
        {
            throw new StoreException(StoreFault.NotFound, "The database holds no store.", none);
        }
    }

    private static async Task<IReadOnlyList<Migration>> FindMissingAsync(IStoreDatabase database, CancellationToken cancellation)
    {
        var applied = await database.ReadAsync(
            connection => connection.QueryAsync<Applied>("SELECT version AS Version, sha256 AS Sha256 FROM schema_versions"), cancellation);
        var known = Known(database.Dialect);
        var missing = known.ToDictionary(migration => migration.Version);
        foreach (var (version, sha256) in applied)
            if (!missing.Remove(version, out var migration))
                throw new StoreException(StoreFault.Newer, "The store was made by a newer version of this program.");
            else if (migration.Sha256 != sha256)
                throw new StoreException(StoreFault.Newer, $"The store was made with another migration {version} than this program has.");
        return [.. missing.Values.OrderBy(migration => migration.Version)];
    }

    private static List<Migration> Known(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith($"{dialect}/", StringComparison.Ordinal)).Select(name =>
        {
            using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var (number, title) = name[(dialect.Length + 1)..].Split('-', 2) switch { [var first, var rest] => (first, rest), _ => throw new InvalidOperationException(name) };
            return new Migration(long.Parse(number, CultureInfo.InvariantCulture), title, script.ReadToEnd());
        })];
    }
}
