namespace GovReportIngest.Reading.Worker;

/// <summary>No worker can be started: the installation is broken, and no document can be read.</summary>
public sealed class WorkerStartException : Exception
{
    private WorkerStartException(string message, Exception cause)
        : base(message, cause)
    {
    }

    internal static WorkerStartException Of(WorkerOptions options, Exception cause) =>
        new($"No worker could be started by: {string.Join(' ', options.Command)}. {cause.Message}", cause);
}
