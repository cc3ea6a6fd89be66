using GovReportIngest.Core.Export;
using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Documents;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>A store in a folder of this machine: <c>store.db</c>, <c>blobs/</c>, and <c>lock</c>, which one process at a time holds to write.</summary>
public static class StoreFolder
{
    internal const string Database = "store.db";
    internal const string Lock = "lock";
    private static readonly string[] Networks = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "fuse.sshfs"];

    /// <summary>Makes the store where there is none, brings it to this program's schema, and takes up what a killed process left.</summary>
    /// <exception cref="StoreException">The folder is in use, on a network, of a newer program, or cannot be written.</exception>
    public static async Task<ReportStore> OpenAsync(string folder, Lazy<FormLibrary> forms, TimeProvider time, CancellationToken cancellation)
    {
        if (StoreServer.Connection is { } server)
            return await StoreServer.OpenAsync(server, folder, forms, time, cancellation);
        var held = Prepare(folder);
        SqliteDatabase? database = null;
        try
        {
            RecordFiles.RemoveStaleTemporaries(BlobsOf(folder));
            if (Directory.Exists(ScratchOf(folder)))
                Directory.Delete(ScratchOf(folder), recursive: true);
            database = await SqliteDatabase.OpenAsync(Path.Combine(folder, Database), time, isReadOnly: false, cancellation);
            await StoreSchema.UpgradeAsync(database, time, cancellation);
            var store = new ReportStore(database, await BlobPlace.OpenAsync(folder, isReadOnly: false, cancellation), forms, time, held);
            await store.Claims.RecoverAsync(cancellation);
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

    /// <summary>The same, where there must be a store already.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be written.</exception>
    public static Task<ReportStore> OpenExistingAsync(string folder, Lazy<FormLibrary> forms, TimeProvider time, CancellationToken cancellation) =>
        StoreServer.Connection is not null || File.Exists(Path.Combine(folder, Database)) ? OpenAsync(folder, forms, time, cancellation)
            : throw new StoreException(StoreFault.NotFound, $"There is no store in {folder}.");

    /// <summary>While another process writes, too; nothing is made or changed.</summary>
    /// <exception cref="StoreException">There is no store, or one of another version.</exception>
    public static async Task<ReportStore> OpenReadOnlyAsync(string folder, Lazy<FormLibrary> forms, TimeProvider time, CancellationToken cancellation)
    {
        if (StoreServer.Connection is { } server)
            return await StoreServer.OpenReadOnlyAsync(server, folder, forms, time, cancellation);
        var file = Path.Combine(folder, Database);
        if (!File.Exists(file))
            throw new StoreException(StoreFault.NotFound, $"There is no store in {folder}.");
        var database = await SqliteDatabase.OpenAsync(file, time, isReadOnly: true, cancellation);
        await StoreSchema.RequireCurrentAsync(database, cancellation);
        return new(database, await BlobPlace.OpenAsync(folder, isReadOnly: true, cancellation), forms, time, null);
    }

    /// <summary>
    /// Says whether what waits is claimed, also while another process writes: it is one short transaction beside that process's own.
    /// </summary>
    /// <exception cref="StoreException">There is no store, one of another version, or it cannot be written.</exception>
    public static async Task SetPausedAsync(string folder, bool isPaused, TimeProvider time, CancellationToken cancellation)
    {
        await using var database = await OpenBesideAsync(folder, time, cancellation);
        await StoreSchema.RequireCurrentAsync(database, cancellation);
        var claims = new ClaimTable(database, time, owner: "");
        await (isPaused ? claims.PauseAsync(cancellation) : claims.ResumeAsync(cancellation));
        await new AuditTrail(database, time).WriteAsync(isPaused ? "paused" : "resumed", "", cancellation);
    }

    /// <summary>Without the lock, for a transaction that may stand beside those of the process that has it.</summary>
    private static async Task<IStoreDatabase> OpenBesideAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        if (StoreServer.Connection is { } server)
            return await PostgresDatabase.OpenAsync(server, cancellation);
        var file = Path.Combine(folder, Database);
        return File.Exists(file) ? await SqliteDatabase.OpenAsync(file, time, isReadOnly: false, cancellation)
            : throw new StoreException(StoreFault.NotFound, $"There is no store in {folder}.");
    }

    /// <summary>Where a writer may put files for as long as it works; what a killed one left is removed by the next.</summary>
    public static string ScratchOf(string folder) => Path.Combine(folder, "scratch");

    /// <summary>Whether a file system of this name is another machine's.</summary>
    internal static bool IsNetwork(string format) => Networks.Contains(format, StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the folder's file system; null where the system does not name it, as in a chroot whose root is no mount point.</summary>
    private static string? FormatOf(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).DriveFormat;
        }
        catch (DriveNotFoundException)
        {
            return null;
        }
    }

    internal static string BlobsOf(string folder) => Path.Combine(folder, "blobs");

    private static StoreLock Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return FormatOf(folder) is { } format && IsNetwork(format)
                ? throw new StoreException(StoreFault.OnNetwork, $"{folder} lies on a network ({format}).")
                : StoreLock.Take(Path.Combine(folder, Lock));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
        }
    }
}
