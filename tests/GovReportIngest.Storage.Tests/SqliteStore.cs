using System.Data.Common;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Tests;

/// <summary>What the tests need of a store on SQLite.</summary>
internal static class SqliteStore
{
    public static Task<ReportStore> OpenAsync(string data, TimeProvider? time = null) => StoreFolder.OpenAsync(data, time ?? TimeProvider.System, default);

    /// <summary>On a connection beside the store's own.</summary>
    public static async Task<T> OnDatabaseAsync<T>(string data, Func<DbConnection, Task<T>> act)
    {
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(data, "store.db"), isReadOnly: false, default);
        return await database.WriteAsync(act, default);
    }
}
