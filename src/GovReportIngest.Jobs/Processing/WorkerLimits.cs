using GovReportIngest.Reading.Worker;

namespace GovReportIngest.Jobs.Processing;

/// <summary>How many workers read at the same time, and what one may take.</summary>
public sealed record WorkerLimits
{
    public const int DefaultPageCpuSeconds = 60;
    public const int DefaultWorkerMegabytes = 1024;

    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Processor time that a page may take.</summary>
    public TimeSpan PageCpu { get; init; } = TimeSpan.FromSeconds(DefaultPageCpuSeconds);

    /// <summary>Private memory of a worker.</summary>
    public long WorkerBytes { get; init; } = (long)DefaultWorkerMegabytes << 20;

    /// <summary>Workers of this program.</summary>
    /// <param name="models">Folder of the models that they read with; null for those in force.</param>
    public WorkerPool CreatePool(string? models = null) => new(new()
    {
        Models = models,
        Command = [.. Installation.Command, "worker"],
        Workers = Workers,
        PageCpu = PageCpu,
        DataBytes = WorkerBytes,
        // The rest is for native code, which holds the images.
        ManagedHeapBytes = WorkerBytes * 3 / 8,
    });
}
