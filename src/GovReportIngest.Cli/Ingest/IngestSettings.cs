using GovReportIngest.Core.Collect;

namespace GovReportIngest.Cli.Ingest;

/// <summary>What the user asked <c>ingest</c> to do, checked.</summary>
internal sealed record IngestSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Absolute; empty only for an estimate, which writes nothing.</summary>
    public required string Out { get; init; }

    public required int Workers { get; init; }

    public required DocumentPer DocumentPer { get; init; }

    /// <summary>Processor time that a page may take.</summary>
    public required TimeSpan PageCpu { get; init; }

    /// <summary>Private memory of a worker.</summary>
    public required long WorkerBytes { get; init; }

    public bool AlsoCsv { get; init; }

    public bool ExcelSafe { get; init; }

    public bool Force { get; init; }

    public bool Json { get; init; }

    public string? DebugImages { get; init; }

    public string? Timings { get; init; }
}
