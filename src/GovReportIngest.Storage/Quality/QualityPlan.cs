namespace GovReportIngest.Storage.Quality;

/// <summary>What sample is drawn of the fields that the machine read and nobody looked at.</summary>
public sealed record QualityPlan
{
    /// <summary>Of the fields of accepted reports; between 0 and 1.</summary>
    public decimal Share { get; init; } = 0.05m;

    /// <summary>Fields at most.</summary>
    public int Most { get; init; } = 2000;

    /// <summary>Fields with known values that are mixed in, as a share of the sample: half of them with a wrong value filled in.</summary>
    public decimal KnownShare { get; init; } = 0.1m;

    /// <summary>The rate of errors that is accepted.</summary>
    public decimal Bar { get; init; } = 0.001m;

    /// <summary>The same seed draws the same sample of the same store.</summary>
    public required int Seed { get; init; }
}
