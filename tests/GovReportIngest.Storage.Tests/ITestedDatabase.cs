using System.Data.Common;

namespace GovReportIngest.Storage.Tests;

/// <summary>A database that the tests of the contract run on.</summary>
public interface ITestedDatabase
{
    /// <summary>The store in this folder, made if it is not there; closed by whom calls it.</summary>
    Task<ReportStore> OpenAsync(string data, TimeProvider time);

    /// <summary>On the database behind it, for what no verb does.</summary>
    Task<T> OnDatabaseAsync<T>(string data, Func<DbConnection, Task<T>> act);

    /// <summary>Time passes for the clock of the database.</summary>
    Task PassAsync(string data, TimeSpan time);
}
