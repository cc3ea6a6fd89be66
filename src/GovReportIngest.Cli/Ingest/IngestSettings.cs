using GovReportIngest.Core.Collect;
using GovReportIngest.Jobs.Processing;

namespace GovReportIngest.Cli.Ingest;

/// <summary>What the user asked <c>ingest</c> to do, checked.</summary>
internal sealed record IngestSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Absolute; empty only for an estimate, which writes nothing.</summary>
    public required string Out { get; init; }

    /// <summary>Absolute; the store that records as well. Null for none.</summary>
    public string? Data { get; init; }

    /// <summary>Of documents that are new in the store: the greater, the earlier <c>retry</c> reads them.</summary>
    public int Priority { get; init; }

    /// <summary>What a run writes is no source of it.</summary>
    public IEnumerable<string> WrittenFolders => new[] { Out, Data ?? "" }.Where(folder => folder.Length > 0);

    public required WorkerLimits Limits { get; init; }

    public required DocumentPer DocumentPer { get; init; }

    public bool AlsoCsv { get; init; }

    public bool ExcelSafe { get; init; }

    public bool Force { get; init; }

    public bool Json { get; init; }

    public string? DebugImages { get; init; }

    public string? Timings { get; init; }

    /// <summary>Absolute; what the probabilities of scanned fields rest on goes there.</summary>
    public string? Grounds { get; init; }
}
