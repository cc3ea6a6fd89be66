using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using GovReportIngest.Storage.Search;
using Npgsql;

namespace GovReportIngest.Storage.Sql;

/// <summary>
/// PostgreSQL 15 or newer, for any number of processes. Transactions that write are serializable, as those of SQLite are, which take turns:
/// what cannot be put in an order is done once more (chapter 13.2.3 of PostgreSQL's manual).
/// </summary>
public sealed class PostgresDatabase : IStoreDatabase
{
    /// <summary>A database that is away longer is told as such to whoever asks.</summary>
    private const int MostTries = 20;

    /// <summary>Many lanes on a busy machine clash again and again before each had its turn.</summary>
    private const int MostClashes = 60;

    /// <summary>Storing a record takes less.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Statements that a connection repeats, as those of the rows of a record, are parsed and planned once; whoever connects through a pooler that
    /// cannot keep them says <c>Max Auto Prepare=0</c>.
    /// </summary>
    private const string PreparedStatements = "Max Auto Prepare=64";

    /// <summary>One process at a time changes the schema: any number that nobody else takes.</summary>
    private const long SchemaLock = 0x676F767265706F72;

    private readonly NpgsqlDataSource source;

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    public string Dialect => "Postgres";

    public SearchDialect Search => SearchDialect.Postgres;

    public string SkipLocked => "FOR UPDATE OF w SKIP LOCKED";

    /// <param name="connection">A connection string of Npgsql.</param>
    /// <exception cref="StoreException">The database cannot be reached, or the string is none.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connection, CancellationToken cancellation)
    {
        PostgresDatabase? database = null;
        try
        {
            // The last of two settings of one name holds.
            database = new(NpgsqlDataSource.Create($"{PreparedStatements};{connection}"));
            await database.ReadAsync(opened => opened.ExecuteAsync("SELECT 1"), cancellation);
            return database;
        }
        catch (Exception wrong) when (wrong is ArgumentException or PostgresException or StoreException)
        {
            if (database is not null)
                await database.DisposeAsync();
            throw wrong as StoreException ?? new StoreException(StoreFault.Unreachable, wrong.Message, wrong);
        }
    }

    /// <summary>Brings the database to the schema of this program, while no other process does.</summary>
    /// <exception cref="StoreException">The store is of a newer program.</exception>
    internal async Task UpgradeAsync(TimeProvider time, CancellationToken cancellation)
    {
        await using var holder = await source.OpenConnectionAsync(cancellation);
        await holder.ExecuteAsync("SELECT pg_advisory_lock(@SchemaLock)", new { SchemaLock });
        await StoreSchema.UpgradeAsync(this, time, cancellation);
        await holder.ExecuteAsync("SELECT pg_advisory_unlock(@SchemaLock)", new { SchemaLock });
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => RepeatAsync(async _ =>
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await read(connection);
    }, cancellation);

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => WriteAsync(IsolationLevel.Serializable, write, cancellation);

    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => WriteAsync(IsolationLevel.ReadCommitted, write, cancellation);

    private Task<T> WriteAsync<T>(IsolationLevel isolation, Func<DbConnection, Task<T>> write, CancellationToken cancellation) => RepeatAsync(async commit =>
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(isolation, cancellation);
        var result = await write(connection);
        commit();
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }, cancellation);

    /// <summary>The server checks its files and references itself.</summary>
    public Task<IReadOnlyList<string>> ExamineAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Once more after a clash, or where a connection was lost before anything was committed.</summary>
    /// <param name="act">Given what to call before it commits.</param>
    /// <param name="cancellation">Ends it.</param>
    private static async Task<T> RepeatAsync<T>(Func<Action, Task<T>> act, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var isCommitting = false;
            try
            {
                return await act(() => isCommitting = true);
            }
            catch (NpgsqlException wrong) when (IsClash(wrong) ? tries < MostClashes : tries < MostTries && wrong.IsTransient && !isCommitting)
            {
                await Task.Delay(WaitAfter(tries), cancellation);
            }
            catch (NpgsqlException wrong) when (wrong is not PostgresException || wrong.IsTransient)
            {
                throw new StoreException(StoreFault.Unreachable, wrong.Message, wrong);
            }
        }
    }

    /// <summary>By chance, up to a time that doubles: those who clashed once would clash again if they waited equally long.</summary>
    private static TimeSpan WaitAfter(int tries) =>
        TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, (int)Math.Min(LongestWait.TotalMilliseconds, 1 << Math.Min(tries + 2, 20)) + 1));

    private static bool IsClash(NpgsqlException wrong) =>
        wrong is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
