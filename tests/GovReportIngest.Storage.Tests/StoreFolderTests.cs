using Dapper;

namespace GovReportIngest.Storage.Tests;

public sealed class StoreFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-folder-");

    private string Data => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_writer_is_refused_and_told_who_holds_the_store_while_readers_may_come()
    {
        await using var store = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(() => OpenAsync());
        await using var reader = await ReadAsync();

        Assert.Equal(StoreFault.InUse, refused.Fault);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await reader.Queries.ListAsync(new(), default));
    }

    [Fact]
    public async Task A_store_that_was_closed_is_one_database_file()
    {
        await (await OpenAsync()).DisposeAsync();

        Assert.Equal(["lock", "store.db"], Directory.EnumerateFiles(Data).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Readers_make_no_store()
    {
        var nowhere = Path.Combine(Data, "nowhere");

        Assert.Equal(StoreFault.NotFound, (await Assert.ThrowsAsync<StoreException>(() => StoreFolder.OpenReadOnlyAsync(nowhere, StoreContract.Forms, TimeProvider.System, default))).Fault);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task A_database_that_was_never_finished_is_no_store_to_readers_and_is_finished_by_a_writer()
    {
        await File.WriteAllBytesAsync(Path.Combine(Data, "store.db"), []);
        Assert.Equal(StoreFault.NotFound, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Fault);

        await (await OpenAsync()).DisposeAsync();

        await using var reader = await ReadAsync();
        Assert.Empty(await reader.Queries.ListAsync(new(), default));
    }

    [Fact]
    public async Task What_is_no_database_is_damaged()
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "store.db"), new string('x', 5000));

        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(() => OpenAsync())).Fault);
        Assert.Equal(StoreFault.Damaged, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Fault);
    }

    [Theory]
    [InlineData("INSERT INTO schema_versions (version, name, sha256, applied_at) VALUES (999, 'later', '', 0)", StoreFault.Newer)]
    [InlineData("UPDATE schema_versions SET sha256 = 'other' WHERE version = 1", StoreFault.Newer)]
    public async Task A_store_of_another_program_is_left_alone(string change, StoreFault fault)
    {
        await (await OpenAsync()).DisposeAsync();
        await SqliteStore.Instance.OnDatabaseAsync(Data, connection => connection.ExecuteAsync(change));

        Assert.Equal(fault, (await Assert.ThrowsAsync<StoreException>(() => OpenAsync())).Fault);
        Assert.Equal(fault, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Fault);
    }

    [Fact]
    public async Task An_older_store_waits_for_a_writer_to_bring_it_up_to_date()
    {
        await SqliteStore.Instance.OnDatabaseAsync(Data, connection => connection.ExecuteAsync(
            "CREATE TABLE schema_versions (version BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at BIGINT NOT NULL)"));
        Assert.Equal(StoreFault.Older, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Fault);

        await (await OpenAsync()).DisposeAsync();

        await (await ReadAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_writer_removes_what_a_killed_one_left_half_written()
    {
        var half = Path.Combine(Data, "blobs", "ab", ".x.govreport.tmp");
        Directory.CreateDirectory(Path.GetDirectoryName(half)!);
        await File.WriteAllTextAsync(half, "half");
        Directory.CreateDirectory(Path.Combine(StoreFolder.ScratchOf(Data), "govreport-1"));

        await (await OpenAsync()).DisposeAsync();

        Assert.False(File.Exists(half));
        Assert.False(Directory.Exists(StoreFolder.ScratchOf(Data)));
    }

    [Theory]
    [InlineData("nfs", true)]
    [InlineData("CIFS", true)]
    [InlineData("ext3", false)]
    [InlineData("tmpfs", false)]
    public void Folders_of_other_machines_are_known_by_their_file_system(string format, bool isNetwork) =>
        Assert.Equal(isNetwork, StoreFolder.IsNetwork(format));

    private Task<ReportStore> OpenAsync() => StoreFolder.OpenAsync(Data, StoreContract.Forms, TimeProvider.System, default);

    private Task<ReportStore> ReadAsync() => StoreFolder.OpenReadOnlyAsync(Data, StoreContract.Forms, TimeProvider.System, default);
}
