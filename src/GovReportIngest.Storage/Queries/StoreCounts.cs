namespace GovReportIngest.Storage.Queries;

/// <summary>How much the store holds; documents that others replaced are counted in <see cref="Replaced"/> only.</summary>
public sealed record StoreCounts
{
    /// <summary>Code of the state → documents.</summary>
    public required IReadOnlyDictionary<string, long> Documents { get; init; }

    public required long Replaced { get; init; }

    public required StoreTotals Totals { get; init; }
}

/// <summary>Sums over the current records.</summary>
public sealed record StoreTotals(long Records, long Pages, long Fields, long Open, long Findings);
