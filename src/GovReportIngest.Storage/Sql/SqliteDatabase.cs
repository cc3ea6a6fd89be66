using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using GovReportIngest.Storage.Search;
using Microsoft.Data.Sqlite;

namespace GovReportIngest.Storage.Sql;

/// <summary>
/// SQLite 3.40 or newer of the system, with a write-ahead log: readers, also in other processes, never wait. Writes of this process take
/// turns on one connection.
/// </summary>
public sealed class SqliteDatabase : IStoreDatabase
{
    private const int MostTogether = 64;

    private readonly string readers;
    private readonly SqliteConnection? writer;
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentQueue<PendingWrite> waiting = [];

    static SqliteDatabase()
    {
        // Debian's library, not one that a package brings: it gets the system's security updates.
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => name == "e_sqlite3" ? NativeLibrary.Load("libsqlite3.so.0") : 0);
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
    }

    private SqliteDatabase(string readers, SqliteConnection? writer) => (this.readers, this.writer) = (readers, writer);

    public string Dialect => "Sqlite";

    public SearchDialect Search => SearchDialect.Sqlite;

    public string SkipLocked => "";

    /// <summary>Version of the library.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static string LibraryVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <param name="file">Path of the database.</param>
    /// <param name="time">The clock of <c>store_now()</c>: the database is a part of this process.</param>
    /// <param name="isReadOnly">Whether it must be there, and writes are refused.</param>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string file, TimeProvider time, bool isReadOnly, CancellationToken cancellation)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, ForeignKeys = true, RecursiveTriggers = true };
        if (isReadOnly)
            return new(text.ConnectionString, null);
        var writer = new SqliteConnection(new SqliteConnectionStringBuilder(text.ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ConnectionString);
        await GuardAsync(async () =>
        {
            await writer.OpenAsync(cancellation);
            writer.CreateFunction("store_now", time.Milliseconds);
            return await writer.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;");
        });
        return new(text.ConnectionString, writer);
    }

    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var connection = new SqliteConnection(readers);
        await connection.OpenAsync(cancellation);
        return await read(connection);
    });

    /// <summary>Writes that wait while another one is brought to the disk go there together: each whole or not at all, in one transaction.</summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation)
    {
        var connection = writer ?? throw new InvalidOperationException("The store was opened for reading.");
        cancellation.ThrowIfCancellationRequested();
        var asked = new PendingWrite<T>(write);
        waiting.Enqueue(asked);
        try
        {
            await turn.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (!asked.TryGiveUp())
        {
            return await GuardAsync(() => asked.Ended);
        }

        try
        {
            while (!asked.Ended.IsCompleted)
                await WriteTogetherAsync(connection);
        }
        finally
        {
            turn.Release();
        }

        return await GuardAsync(() => asked.Ended);
    }

    private async Task WriteTogetherAsync(SqliteConnection connection)
    {
        var together = new List<PendingWrite>();
        while (together.Count < MostTogether && waiting.TryDequeue(out var next))
            if (next.TryBegin())
                together.Add(next);
        try
        {
            await connection.ExecuteAsync("BEGIN IMMEDIATE");
            foreach (var write in together)
            {
                await connection.ExecuteAsync("SAVEPOINT one");
                if (!await write.RunAsync(connection))
                {
                    // A full disk takes the whole transaction back at once; what followed would be on its own.
                    if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0)
                    {
                        together.ForEach(lost => lost.Fail(write.Wrong!));
                        return;
                    }

                    await connection.ExecuteAsync("ROLLBACK TO one");
                }

                await connection.ExecuteAsync("RELEASE one");
            }

            await connection.ExecuteAsync("COMMIT");
        }
        catch (Exception wrong)
        {
            // Whatever it is, those who wait for their writes are to know.
            together.ForEach(write => write.Fail(wrong));
            return;
        }
        finally
        {
            // Where the disk is full a commit may fail and leave the transaction open, or take it back itself: only the database knows.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                await connection.ExecuteAsync("ROLLBACK");
        }

        together.ForEach(write => write.End());
    }

    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => WriteAsync(write, cancellation);

    public Task<IReadOnlyList<string>> ExamineAsync(CancellationToken cancellation) => ReadAsync(async connection =>
    {
        const string References = """
            SELECT "table" || ' row ' || rowid || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check
            """;
        var faults = (await connection.QueryAsync<string>("PRAGMA integrity_check")).Where(line => line != "ok");
        return (IReadOnlyList<string>)[.. faults, .. await connection.QueryAsync<string>(References)];
    }, cancellation);

    /// <summary>Copies the database, as it is at one moment, into a file that is not there; writers go on meanwhile.</summary>
    public Task BackUpAsync(string file, CancellationToken cancellation) => ReadAsync(async connection =>
    {
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await copy.OpenAsync(cancellation);
        ((SqliteConnection)connection).BackupDatabase(copy);
        // One file, without a write-ahead log beside it.
        return await copy.ExecuteAsync("PRAGMA journal_mode = DELETE");
    }, cancellation);

    public async ValueTask DisposeAsync()
    {
        // The last connection to close takes the write-ahead log into the database; one that only reads cannot.
        using (var pooled = new SqliteConnection(readers))
            SqliteConnection.ClearPool(pooled);
        if (writer is not null)
            await writer.DisposeAsync();
        turn.Dispose();
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode is not (SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_ERROR))
        {
            var isDamaged = wrong.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;
            throw new StoreException(isDamaged ? StoreFault.Damaged : StoreFault.Failed, wrong.Message, wrong);
        }
    }
}
