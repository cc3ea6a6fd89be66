using GovReportIngest.Jobs;

namespace GovReportIngest.Cli;

/// <summary>An expected failure of a command.</summary>
internal sealed class CommandFailure(ExitCode exitCode, string message, string remedy) : StatedException(message, remedy)
{
    public ExitCode ExitCode { get; } = exitCode;
}
