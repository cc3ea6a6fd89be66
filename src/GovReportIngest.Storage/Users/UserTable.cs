using System.Security.Cryptography;
using System.Text;
using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Users;

/// <summary>Who may sign in, by password or by token. Secrets that are handed out are kept as hashes only.</summary>
public sealed class UserTable(IStoreDatabase database, TimeProvider time)
{
    private const int SecretBytes = 32;
    private const string Columns = "u.name AS Name, u.role AS Role, u.password AS Password, u.stamp AS Stamp, u.created_at AS CreatedAt, u.disabled_at AS DisabledAt";

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<StoredUser>> ListAsync(CancellationToken cancellation) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<StoredUser>($"SELECT {Columns} FROM users u ORDER BY u.name"), cancellation)];

    /// <summary>Null where there is none of this name; those who may not sign in are found too.</summary>
    public Task<StoredUser?> FindAsync(string name, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<StoredUser>($"SELECT {Columns} FROM users u WHERE u.name = @name", new { name }), cancellation);

    /// <summary>Null where the token is not in force, or its owner may not sign in.</summary>
    public Task<StoredUser?> FindByTokenAsync(string token, CancellationToken cancellation)
    {
        var sql = $"""
            SELECT {Columns} FROM user_tokens t JOIN users u ON u.name = t.name
            WHERE t.sha256 = @hash AND t.revoked_at IS NULL AND u.disabled_at IS NULL
            """;
        return database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<StoredUser>(sql, new { hash = HashOf(token) }), cancellation);
    }

    /// <param name="password">Hashed; null for who signs in by token only.</param>
    /// <returns>Whether the name was free.</returns>
    public async Task<bool> AddAsync(string name, UserRole role, string? password, CancellationToken cancellation) => await database.WriteAsync(
        connection => connection.ExecuteAsync("""
            INSERT INTO users (name, role, password, stamp, created_at) VALUES (@name, @Role, @password, @Stamp, @Now) ON CONFLICT DO NOTHING
            """, new { name, Role = CodeOf(role), password, Stamp = NewSecret(), Now = time.Milliseconds() }), cancellation) > 0;

    /// <summary>Sets password or role, or both; ends all sessions of the person, who may sign in (again).</summary>
    /// <returns>Whether there is such a person.</returns>
    public async Task<bool> ChangeAsync(string name, UserRole? role, string? password, CancellationToken cancellation) => await database.WriteAsync(
        connection => connection.ExecuteAsync("""
            UPDATE users SET role = coalesce(@Role, role), password = coalesce(@password, password), stamp = @Stamp, disabled_at = NULL WHERE name = @name
            """, new { name, Role = role is { } given ? CodeOf(given) : null, password, Stamp = NewSecret() }), cancellation) > 0;

    /// <summary>Ends sessions and tokens of a person; decisions keep the name.</summary>
    /// <returns>Whether there is such a person.</returns>
    public async Task<bool> DisableAsync(string name, CancellationToken cancellation)
    {
        const string Sql = """
            UPDATE user_tokens SET revoked_at = @now WHERE name = @name AND revoked_at IS NULL;
            UPDATE users SET disabled_at = @now, stamp = @Stamp WHERE name = @name;
            """;
        return await FindAsync(name, cancellation) is not null
            && await database.WriteAsync(connection => connection.ExecuteAsync(Sql, new { name, now = time.Milliseconds(), Stamp = NewSecret() }), cancellation) > 0;
    }

    /// <returns>The token, which is shown once and cannot be found again.</returns>
    public async Task<string> AddTokenAsync(string name, CancellationToken cancellation)
    {
        var token = NewSecret();
        await database.WriteAsync(connection => connection.ExecuteAsync(
            "INSERT INTO user_tokens (sha256, name, created_at) VALUES (@hash, @name, @now)", new { hash = HashOf(token), name, now = time.Milliseconds() }), cancellation);
        return token;
    }

    /// <summary>A secret with which the first person may set a name and a password; earlier ones end.</summary>
    public async Task<string> AddSetupAsync(TimeSpan valid, CancellationToken cancellation)
    {
        var secret = NewSecret();
        await database.WriteAsync(connection => connection.ExecuteAsync("""
            UPDATE setup_links SET used_at = @now WHERE used_at IS NULL;
            INSERT INTO setup_links (sha256, expires_at) VALUES (@hash, @until);
            """, new { hash = HashOf(secret), now = time.Milliseconds(), until = time.Milliseconds() + (long)valid.TotalMilliseconds }), cancellation);
        return secret;
    }

    /// <summary>Whether the secret may be used now.</summary>
    public async Task<bool> IsSetupAsync(string secret, CancellationToken cancellation) => await database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM setup_links WHERE sha256 = @hash AND used_at IS NULL AND expires_at > @now",
            new { hash = HashOf(secret), now = time.Milliseconds() }), cancellation) > 0;

    /// <summary>Uses the secret, once, to add the first administrator.</summary>
    /// <param name="password">Hashed.</param>
    /// <returns>Whether it could be used.</returns>
    public Task<bool> SetUpAsync(string secret, string name, string password, CancellationToken cancellation)
    {
        const string Use = "UPDATE setup_links SET used_at = @now WHERE sha256 = @hash AND used_at IS NULL AND expires_at > @now";
        const string Add = "INSERT INTO users (name, role, password, stamp, created_at) VALUES (@name, @Role, @password, @Stamp, @now)";
        var now = time.Milliseconds();
        return database.WriteAsync(async connection =>
            await connection.ExecuteAsync(Use, new { hash = HashOf(secret), now }) > 0
            && await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM users") == 0
            && await connection.ExecuteAsync(Add, new { name, Role = CodeOf(UserRole.Admin), password, Stamp = NewSecret(), now }) > 0, cancellation);
    }

    public static string CodeOf(UserRole role) => role switch
    {
        UserRole.Viewer => "viewer",
        UserRole.Reviewer => "reviewer",
        UserRole.Admin => "admin",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
