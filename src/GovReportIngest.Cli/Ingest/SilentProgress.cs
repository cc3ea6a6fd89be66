namespace GovReportIngest.Cli.Ingest;

/// <summary>For pipes and <c>--json</c>: nothing is drawn.</summary>
internal sealed class SilentProgress : IBatchProgress
{
    public void Started(int documents, long bytes)
    {
    }

    public void Finished(string path, int documents, long bytes)
    {
    }

    public void Ended()
    {
    }
}
