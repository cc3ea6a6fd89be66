using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Storage.Blobs;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage;

/// <summary>
/// A store with its rows in PostgreSQL, for any number of processes and machines; bytes and records lie in a folder that all of them share.
/// What a process that ended held, waits again when its leases are over.
/// </summary>
public static class StoreServer
{
    /// <summary>The variable with the connection string of Npgsql, or with <c>file:</c> and the path of a file that holds it.</summary>
    public const string Variable = "GOVREPORT_STORE";

    /// <summary>What another process left is old enough to be nobody's.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>Null where stores are folders alone.</summary>
    /// <exception cref="StoreException">The file cannot be read, or others may read it.</exception>
    public static string? Connection => SecretSetting.Of(Variable);

    /// <summary>Makes the store where there is none, and brings it to this program's schema.</summary>
    /// <exception cref="StoreException">The database cannot be reached, is of a newer program, or the folder cannot be written.</exception>
    public static async Task<ReportStore> OpenAsync(string connection, string folder, Lazy<FormLibrary> forms, TimeProvider time, CancellationToken cancellation)
    {
        var scratch = new StaleScratch(StoreFolder.ScratchOf(folder), Stale, time);
        var database = await PostgresDatabase.OpenAsync(connection, cancellation);
        try
        {
            await database.UpgradeAsync(time, cancellation);
            return new(database, await BlobPlace.OpenAsync(folder, isReadOnly: false, cancellation), forms, time, scratch);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>For reading; nothing is made or changed.</summary>
    /// <exception cref="StoreException">The database cannot be reached, or holds no store of this version.</exception>
    public static async Task<ReportStore> OpenReadOnlyAsync(string connection, string folder, Lazy<FormLibrary> forms, TimeProvider time, CancellationToken cancellation)
    {
        var database = await PostgresDatabase.OpenAsync(connection, cancellation);
        await StoreSchema.RequireCurrentAsync(database, cancellation);
        return new(database, await BlobPlace.OpenAsync(folder, isReadOnly: true, cancellation), forms, time, null);
    }

    /// <summary>Removes what killed processes left when it is made, and needs nothing when the store is closed.</summary>
    private sealed class StaleScratch : IDisposable
    {
        public StaleScratch(string folder, TimeSpan age, TimeProvider time)
        {
            try
            {
                foreach (var left in Directory.CreateDirectory(folder).EnumerateDirectories().Where(left => time.GetUtcNow() - left.LastWriteTimeUtc > age))
                    left.Delete(recursive: true);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                throw new StoreException(StoreFault.Failed, wrong.Message, wrong);
            }
        }

        public void Dispose()
        {
        }
    }
}
