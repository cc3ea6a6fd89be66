namespace GovReportIngest.Jobs;

/// <summary>An expected failure that is no document's, so that it ends the run: what happened, and what to do about it.</summary>
public abstract class StatedException(string message, string remedy) : Exception(message)
{
    public string Remedy { get; } = remedy;
}
