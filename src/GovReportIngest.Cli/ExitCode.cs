namespace GovReportIngest.Cli;

/// <summary>The exit codes of every command; docs/cli.md tells users the same.</summary>
internal enum ExitCode
{
    /// <summary>Done; documents that need review included.</summary>
    Done = 0,

    /// <summary>A bug of ours.</summary>
    Bug = 1,

    /// <summary>Wrong usage or configuration.</summary>
    Usage = 2,

    /// <summary>Done, but some documents were rejected.</summary>
    SomeRejected = 3,

    /// <summary>Something is missing on this machine; the remedy was printed.</summary>
    EnvironmentMissing = 4,

    StoreUnavailable = 5,

    Interrupted = 130,
}
