using GovReportIngest.Journey.Tests.Batches;

namespace GovReportIngest.Journey.Tests.Store;

/// <summary>A store on a server that is not there.</summary>
public sealed class UnreachableStoreTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_told_with_a_remedy()
    {
        using var folder = new TemporaryFolder();
        using var run = GovReport.StartWith([$"GOVREPORT_STORE=Host={folder.Path};Username=postgres"], "status", "--data", Path.Combine(folder.Path, "data"), "--lang", "en");
        var status = await run.EndAsync();
        Assert.Equal(5, status.ExitCode);
        Assert.Contains("GOVREPORT_STORE", status.Complaints, StringComparison.Ordinal);
    }
}
