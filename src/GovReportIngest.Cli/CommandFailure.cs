namespace GovReportIngest.Cli;

/// <summary>An expected failure of a command: what happened, and what to do about it.</summary>
internal sealed class CommandFailure(ExitCode exitCode, string message, string remedy) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;

    public string Remedy { get; } = remedy;
}
