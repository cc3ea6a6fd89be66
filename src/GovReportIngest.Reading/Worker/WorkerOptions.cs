namespace GovReportIngest.Reading.Worker;

/// <summary>How many workers there are, how they are started, and what a page may cost.</summary>
public sealed record WorkerOptions
{
    /// <summary>The command that becomes a worker: an executable (absolute path) and its arguments, the verb <c>worker</c> among them.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Folder of the models that workers read with; null for those of this program.</summary>
    public string? Models { get; init; }

    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Processor time that one page, one set of cells or one opening may take.</summary>
    public TimeSpan PageCpu { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wall-clock time after which a request counts as hung; never near what a loaded machine needs.</summary>
    public TimeSpan Hang { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Private writable memory of a worker (<c>RLIMIT_DATA</c>).</summary>
    public long DataBytes { get; init; } = 1L << 30;

    /// <summary>The part of it that the managed heap may take.</summary>
    public long ManagedHeapBytes { get; init; } = 384L << 20;

    /// <summary>
    /// A page read by managed code alone leaves nothing behind that native libraries could leak or damage: so many of them wear a
    /// worker as one page that was rendered, recognised or not readable.
    /// </summary>
    internal const int TextPagesAPage = 10;

    /// <summary>After so many pages a worker is replaced by a new one; see <see cref="TextPagesAPage"/>.</summary>
    public int RecycleAfterPages { get; init; } = 200;

    /// <summary>A worker that is larger when its document is closed is not kept.</summary>
    public long RecycleAboveResidentBytes { get; init; } = 400L << 20;
}
