namespace GovReportIngest.Storage.Tests;

public sealed class StoreCopyTests() : StoreContract(SqliteStore.Instance)
{
    private string Backup => Path.Combine(Data, "..", "backup");

    private string Restored => Path.Combine(Data, "..", "restored");

    [Fact]
    public async Task A_backup_made_while_the_store_is_written_to_is_restored_as_it_was()
    {
        var document = await CollectAsync(Put("a.txt", "一"));
        await RecordAsync(document, Record);
        await RecordAsync(document, Open("report.year"));

        var backup = await StoreCopy.BackUpAsync(Data, Backup, default);
        await RecordAsync(await CollectAsync(Put("b.txt", "二")), Record);
        var restored = await StoreCopy.RestoreAsync(Backup, Restored, default);

        Assert.Equal((3, 3, 0), (backup.Blobs, backup.Copied, backup.Defects.Count));
        Assert.Equal((3, 3, 0), (restored.Blobs, restored.Copied, restored.Defects.Count));
        Assert.Equal(["blobs", "store.db"], Directory.EnumerateFileSystemEntries(Backup).Select(Path.GetFileName).Order());
        await using var store = await StoreFolder.OpenAsync(Restored, StoreContract.Forms, Clock, default);
        Assert.Equal((await Store.Queries.FindAsync(1, default))!.Versions, (await store.Queries.FindAsync(1, default))!.Versions);
        Assert.Single(await store.Queries.ListAsync(new(), default));
        Assert.Empty((await store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task A_later_backup_takes_over_what_is_new()
    {
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Record);
        await StoreCopy.BackUpAsync(Data, Backup, default);
        await RecordAsync(await CollectAsync(Put("b.txt", "二")), Open("report.year"));

        var second = await StoreCopy.BackUpAsync(Data, Backup, default);

        Assert.Equal((4, 2), (second.Blobs, second.Copied));
        await using var store = await StoreFolder.OpenReadOnlyAsync(Backup, StoreContract.Forms, Clock, default);
        Assert.Equal(2, (await store.Queries.ListAsync(new(), default)).Count);
        Assert.Empty((await store.Verification.RunAsync(_ => { }, default)).Defects);
    }

    [Fact]
    public async Task Damaged_blobs_are_named_and_not_copied()
    {
        await RecordAsync(await CollectAsync(Put("a.txt", "一")), Record);
        var file = (await Store.Queries.FindAsync(1, default))!.Files[0].Sha256;
        await File.WriteAllTextAsync(Path.Combine(Data, "blobs", file[..2], file), "x");

        var backup = await StoreCopy.BackUpAsync(Data, Backup, default);

        Assert.Equal(("blob-damaged", $"{file} (document 1)"), (Assert.Single(backup.Defects).Code, backup.Defects[0].Detail));
        Assert.False(File.Exists(Path.Combine(Backup, "blobs", file[..2], file)));
    }

    [Fact]
    public async Task Nothing_is_copied_over_a_store_or_out_of_nothing()
    {
        Assert.Equal(StoreFault.InUse, await FaultAsync(() => StoreCopy.BackUpAsync(Data, Data, default)));
        Assert.Equal(StoreFault.InUse, await FaultAsync(() => StoreCopy.RestoreAsync(Data, Data, default)));
        Assert.Equal(StoreFault.NotFound, await FaultAsync(() => StoreCopy.RestoreAsync(Backup, Restored, default)));
        Assert.False(Directory.Exists(Restored));
    }

    private static async Task<StoreFault> FaultAsync(Func<Task> act) => (await Assert.ThrowsAsync<StoreException>(act)).Fault;
}
