using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Interop;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>
/// Copies a store into a folder, also while another process writes to it: first the database as it is at one moment, then the blobs, which a row
/// never comes before. Into an earlier copy only new blobs are taken over; it stays the earlier copy until the new one is whole.
/// </summary>
public static class StoreCopy
{
    /// <summary>Into a folder that no process uses as its store.</summary>
    /// <exception cref="StoreException">There is nothing to copy, the target is somebody's store, or it cannot be written.</exception>
    public static Task<CopyResult> BackUpAsync(string store, string backup, CancellationToken cancellation) =>
        File.Exists(Path.Combine(backup, StoreFolder.Lock))
            ? throw new StoreException(StoreFault.InUse, $"{backup} is a store that is written to, not a backup.")
            : CopyAsync(store, backup, () => BlobPlace.OpenAsync(store, isReadOnly: true, cancellation), () => InFolder(backup), cancellation);

    /// <summary>Into a folder where there is no store.</summary>
    /// <exception cref="StoreException">There is nothing to copy, or a store already, or it cannot be written.</exception>
    public static Task<CopyResult> RestoreAsync(string backup, string store, CancellationToken cancellation) =>
        File.Exists(Path.Combine(store, StoreFolder.Database))
            ? throw new StoreException(StoreFault.InUse, $"There is a store in {store} already.")
            : CopyAsync(backup, store, () => InFolder(backup), () => BlobPlace.OpenAsync(store, isReadOnly: false, cancellation), cancellation);

    /// <summary>Those of a backup are always files, wherever those of the store lie.</summary>
    private static Task<IBlobStore> InFolder(string backup) => Task.FromResult<IBlobStore>(new FileBlobStore(StoreFolder.BlobsOf(backup)));

    private static async Task<CopyResult> CopyAsync(
        string from, string to, Func<Task<IBlobStore>> openSource, Func<Task<IBlobStore>> openTarget, CancellationToken cancellation)
    {
        if (StoreServer.Connection is not null)
            throw new StoreException(StoreFault.OnServer, "The rows of this store are in PostgreSQL.");
        var source = Path.Combine(from, StoreFolder.Database);
        if (!File.Exists(source))
            throw new StoreException(StoreFault.NotFound, $"There is no store in {from}.");
        var half = Path.Combine(to, $".{Guid.NewGuid():N}{RecordFiles.TemporarySuffix}");
        try
        {
            Directory.CreateDirectory(to);
            RecordFiles.RemoveStaleTemporaries(to);
            using var blobs = await openSource();
            using var copies = await openTarget();
            await using var database = await SqliteDatabase.OpenAsync(source, TimeProvider.System, isReadOnly: true, cancellation);
            await database.BackUpAsync(half, cancellation);
            var result = await CopyBlobsAsync(database, blobs, copies, cancellation);
            File.Move(half, Path.Combine(to, StoreFolder.Database), overwrite: true);
            FolderSync.Flush(to);
            return result;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static async Task<CopyResult> CopyBlobsAsync(
        SqliteDatabase database, IBlobStore from, IBlobStore to, CancellationToken cancellation)
    {
        var (known, copied, defects) = (new HashSet<string>(StringComparer.Ordinal), 0L, new List<StoreDefect>());
        await foreach (var use in BlobUses.ListAsync(database, cancellation))
        {
            if (!known.Add(use.Sha256))
                continue;
            if (await to.HasAsync(use.Sha256, cancellation))
                continue;
            try
            {
                await to.TakeOverAsync(from, use.Sha256, cancellation);
                copied++;
            }
            catch (StoreException damaged) when (damaged.Fault is StoreFault.Damaged)
            {
                defects.Add(new("blob-damaged", $"{use.Sha256} ({use.UsedBy})"));
            }
        }

        return new(known.Count, copied, defects);
    }
}
