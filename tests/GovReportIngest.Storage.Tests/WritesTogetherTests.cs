using System.Data.Common;
using Dapper;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Tests;

/// <summary>Writes that are brought to the disk together are each whole or not at all.</summary>
public sealed class WritesTogetherTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-writes-");
    private SqliteDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await SqliteDatabase.OpenAsync(Path.Combine(folder.FullName, "a.db"), TimeProvider.System, isReadOnly: false, default);
        await database.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE rows (number INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> 'bad')) STRICT"), default);
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Those_that_fail_take_back_what_they_wrote_and_nothing_else()
    {
        var writes = Enumerable.Range(1, 300).Select(number => Task.Run(() => database.WriteAsync(async connection =>
        {
            await InsertAsync(connection, 1000 + number, "first");
            return await InsertAsync(connection, number, number % 10 == 0 ? "bad" : "good");
        }, default))).ToList();

        foreach (var (write, number) in writes.Select((write, index) => (write, index + 1)))
            if (number % 10 == 0)
                await Assert.ThrowsAnyAsync<DbException>(() => write);
            else
                Assert.Equal(1, await write);
        Assert.Equal((270, 270), (await CountAsync("number < 1000"), await CountAsync("number > 1000")));
    }

    [Fact]
    public async Task One_that_is_given_up_while_it_waits_is_not_written()
    {
        using var given = new CancellationTokenSource();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = database.WriteAsync(async connection =>
        {
            await gate.Task;
            return await InsertAsync(connection, 1, "first");
        }, default);
        var waiting = database.WriteAsync(connection => InsertAsync(connection, 2, "given up"), given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();
        await first;

        await database.WriteAsync(connection => InsertAsync(connection, 3, "third"), default);

        Assert.Equal((2, 0), (await CountAsync("number > 0"), await CountAsync("number = 2")));
    }

    [Fact]
    public async Task A_full_disk_is_told_to_all_of_them_and_the_next_ones_are_written_when_there_is_room()
    {
        await database.WriteAsync(connection => connection.ExecuteAsync("PRAGMA max_page_count = 20"), default);
        var writes = Enumerable.Range(1, 50).Select(number => Task.Run(() => database.WriteAsync(connection => InsertAsync(connection, number, new string('x', 9000)), default))).ToList();
        var written = 0;
        foreach (var write in writes)
            try
            {
                written += await write;
            }
            catch (StoreException full)
            {
                Assert.Equal(StoreFault.Failed, full.Fault);
            }

        Assert.InRange(written, 0, 9);
        Assert.Equal(written, await CountAsync("number > 0"));
        await database.WriteAsync(connection => connection.ExecuteAsync("PRAGMA max_page_count = 20000"), default);
        await database.WriteAsync(connection => InsertAsync(connection, 99, new string('x', 9000)), default);
        Assert.Equal(written + 1, await CountAsync("number > 0"));
    }

    private static Task<int> InsertAsync(DbConnection connection, int number, string text) =>
        connection.ExecuteAsync("INSERT INTO rows (number, text) VALUES (@number, @text)", new { number, text });

    private Task<int> CountAsync(string condition) => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM rows WHERE {condition}"), default);
}
