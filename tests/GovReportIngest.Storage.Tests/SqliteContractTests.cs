using System.Data.Common;
using GovReportIngest.Storage.Tests.Documents;
using GovReportIngest.Storage.Tests.Queries;
using Xunit.Abstractions;

namespace GovReportIngest.Storage.Tests;

public sealed class SqliteDocumentTests : DocumentContract
{
    protected override Task<ReportStore> OpenAsync() => SqliteStore.OpenAsync(Data, Clock);

    protected override Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => SqliteStore.OnDatabaseAsync(Data, act);
}

public sealed class SqliteWorkTests : WorkContract
{
    protected override Task<ReportStore> OpenAsync() => SqliteStore.OpenAsync(Data, Clock);

    protected override Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => SqliteStore.OnDatabaseAsync(Data, act);
}

public sealed class SqliteExtractionTests : ExtractionContract
{
    protected override Task<ReportStore> OpenAsync() => SqliteStore.OpenAsync(Data, Clock);

    protected override Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => SqliteStore.OnDatabaseAsync(Data, act);
}

public sealed class SqliteQueryTests : QueryContract
{
    protected override Task<ReportStore> OpenAsync() => SqliteStore.OpenAsync(Data, Clock);

    protected override Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => SqliteStore.OnDatabaseAsync(Data, act);
}

public sealed class SqliteVerificationTests : VerificationContract
{
    protected override Task<ReportStore> OpenAsync() => SqliteStore.OpenAsync(Data, Clock);

    protected override Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => SqliteStore.OnDatabaseAsync(Data, act);
}

public sealed class SqliteQuerySpeedTests(ITestOutputHelper output) : QuerySpeedContract(output)
{
    protected override Task<ReportStore> OpenAsync() => SqliteStore.OpenAsync(Data, Clock);

    protected override Task<T> OnDatabaseAsync<T>(Func<DbConnection, Task<T>> act) => SqliteStore.OnDatabaseAsync(Data, act);
}
