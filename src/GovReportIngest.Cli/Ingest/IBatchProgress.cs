namespace GovReportIngest.Cli.Ingest;

/// <summary>Told about a batch as it goes: drawn as a bar on a terminal, or not at all.</summary>
internal interface IBatchProgress
{
    void Started(int documents, long bytes);

    void Finished(string path, int documents, long bytes);

    void Ended();
}
