using System.Data.Common;
using GovReportIngest.Storage.Search;

namespace GovReportIngest.Storage.Sql;

/// <summary>
/// The relational database of a store. The statements are the same for every database; what differs is here and in the migrations;
/// the function <c>store_now()</c> is the database's clock, in milliseconds since 1970.
/// A failure that is not the caller's is a <see cref="StoreException"/>.
/// </summary>
public interface IStoreDatabase : IAsyncDisposable
{
    /// <summary>Folder of its migrations: <c>Sqlite</c>.</summary>
    string Dialect { get; }

    /// <summary>Ends a selection of rows to be changed, so that those which another transaction changes are passed over; empty where writers take turns.</summary>
    string SkipLocked { get; }

    SearchDialect Search { get; }

    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>In one transaction, which is on the disk when this returns; an exception takes all of it back.</summary>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation);

    /// <summary>
    /// The same for statements that lock all rows on which what they write depends, so that they need no order with others: they do not clash.
    /// </summary>
    Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation);

    /// <summary>What the database itself finds wrong with its files and references; empty where nothing is.</summary>
    Task<IReadOnlyList<string>> ExamineAsync(CancellationToken cancellation);
}
