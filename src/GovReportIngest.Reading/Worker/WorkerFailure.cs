namespace GovReportIngest.Reading.Worker;

/// <summary>A request that a worker could not answer; the worker is gone. <see cref="Category"/> is one of the constants.</summary>
internal sealed class WorkerFailure(string category, string message, Exception? cause = null) : Exception(message, cause)
{
    public const string CpuLimit = "page-cpu-limit";
    public const string MemoryLimit = "page-memory-limit";
    public const string Hang = "page-hang";
    public const string Crash = "worker-crashed";

    /// <summary>It did not end by itself: somebody killed it, or the system did when memory ran out. Never in a record.</summary>
    public const string Killed = "killed";

    public string Category => category;

    /// <summary>Of a worker that was killed again and again on one document: the only thing that can be said of it.</summary>
    public WorkerFailure AsCrash() => category == Killed ? new(Crash, Message, this) : this;

    /// <summary>Whether another fresh worker would meet the same: time and memory used depend on the content, hangs and crashes may not.</summary>
    public bool IsOfContent => category is CpuLimit or MemoryLimit;

    /// <summary>The sentence of a problem: the same wherever and whenever it happened.</summary>
    public static string Describe(string category) => category switch
    {
        CpuLimit => "Reading took more processor time than a page may take. Print or scan the page anew, or give it more with --page-cpu.",
        MemoryLimit => "Reading needed more memory than a worker may use. Scan at a lower resolution, or give it more with --worker-memory.",
        Hang => "Reading did not come to an end. Print or scan the page anew.",
        _ => "The reader ended unexpectedly on this content, also when tried alone. Print or scan it anew; the file may be damaged.",
    };
}
