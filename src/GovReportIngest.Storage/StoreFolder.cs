using GovReportIngest.Core.Export;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>A store in a folder of this machine: <c>store.db</c>, <c>blobs/</c>, and <c>lock</c>, which one process at a time holds to write.</summary>
public static class StoreFolder
{
    private const string Database = "store.db";
    private static readonly string[] Networks = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "fuse.sshfs"];

    /// <summary>Makes the store where there is none, brings it to this program's schema, and takes up what a killed process left.</summary>
    /// <exception cref="StoreException">The folder is in use, on a network, of a newer program, or cannot be written.</exception>
    public static async Task<ReportStore> OpenAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        var held = Prepare(folder);
        SqliteDatabase? database = null;
        try
        {
            RecordFiles.RemoveStaleTemporaries(BlobsOf(folder));
            database = await SqliteDatabase.OpenAsync(Path.Combine(folder, Database), isReadOnly: false, cancellation);
            await StoreSchema.UpgradeAsync(database, time, cancellation);
            var store = new ReportStore(database, new FileBlobStore(BlobsOf(folder)), time, held);
            await store.Documents.RecoverAsync(cancellation);
            return store;
        }
        catch
        {
            if (database is not null)
                await database.DisposeAsync();
            held.Dispose();
            throw;
        }
    }

    /// <summary>While another process writes, too; nothing is made or changed.</summary>
    /// <exception cref="StoreException">There is no store, or one of another version.</exception>
    public static async Task<ReportStore> OpenReadOnlyAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, Database);
        if (!File.Exists(file))
            throw new StoreException(StoreFault.NotFound, $"There is no store in {folder}.");
        var database = await SqliteDatabase.OpenAsync(file, isReadOnly: true, cancellation);
        await StoreSchema.RequireCurrentAsync(database, cancellation);
        return new(database, new FileBlobStore(BlobsOf(folder)), time, null);
    }

    /// <summary>Whether a file system of this name is another machine's.</summary>
    internal static bool IsNetwork(string format) => Networks.Contains(format, StringComparer.OrdinalIgnoreCase);

    private static string BlobsOf(string folder) => Path.Combine(folder, "blobs");

    private static StoreLock Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new DriveInfo(Path.GetFullPath(folder)).DriveFormat is var format && IsNetwork(format)
                ? throw new StoreException(StoreFault.OnNetwork, $"{folder} lies on a network ({format}).")
                : StoreLock.Take(Path.Combine(folder, "lock"));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
    }
}
