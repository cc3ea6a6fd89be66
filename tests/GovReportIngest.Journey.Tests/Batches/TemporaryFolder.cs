namespace GovReportIngest.Journey.Tests.Batches;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govreport-test-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
