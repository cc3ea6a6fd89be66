namespace GovReportIngest.Storage.Tests.Postgres;

/// <summary>Connections that lead to no server. It is tried for a while, beside all tests that have one.</summary>
public sealed class PostgresUnreachableTests
{
    [Theory]
    [InlineData("Host=/nowhere;Username=postgres")]
    [InlineData("no connection string")]
    public async Task A_server_that_is_not_there_is_told_as_such(string connection)
    {
        var folder = Directory.CreateTempSubdirectory("govreport-nowhere-");
        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreServer.OpenAsync(connection, folder.FullName, StoreContract.Forms, TimeProvider.System, default));
        Assert.Equal(StoreFault.Unreachable, refused.Fault);
        folder.Delete(recursive: true);
    }
}
