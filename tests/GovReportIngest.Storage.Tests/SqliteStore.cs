using System.Data.Common;
using GovReportIngest.Storage.Sql;

namespace GovReportIngest.Storage.Tests;

internal sealed class SqliteStore : ITestedDatabase
{
    public static SqliteStore Instance { get; } = new();

    public Task<ReportStore> OpenAsync(string data, TimeProvider time) => StoreFolder.OpenAsync(data, StoreContract.Forms, time, default);

    public async Task<T> OnDatabaseAsync<T>(string data, Func<DbConnection, Task<T>> act)
    {
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(data, "store.db"), TimeProvider.System, isReadOnly: false, default);
        return await database.WriteAsync(act, default);
    }

    /// <summary>Its clock is that of the process.</summary>
    public Task PassAsync(string data, TimeSpan time) => Task.CompletedTask;
}
