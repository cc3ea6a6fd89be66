namespace GovReportIngest.Cli.Estimate;

/// <summary>A figure for the whole collection: the likely one, and what it lies between in 19 of 20 cases.</summary>
internal readonly record struct Interval(decimal Low, decimal Likely, decimal High);

/// <summary>The part of a collection that is of one kind.</summary>
internal sealed record KindForecast(string Kind, int Documents, long Bytes, int Sampled, decimal Pages, decimal CpuSeconds);

/// <summary>What a collection will cost, projected from a stratified sample.</summary>
internal sealed record Forecast
{
    public required int Documents { get; init; }

    public required long Bytes { get; init; }

    public required int Sampled { get; init; }

    /// <summary>A document of the sample was cut off, or a stratum never came to its turn: the true cost may be higher.</summary>
    public required bool IsLowerBound { get; init; }

    public required Interval CpuSeconds { get; init; }

    public required decimal Pages { get; init; }

    public required decimal RecordBytes { get; init; }

    public required decimal DocumentsToReview { get; init; }

    public required decimal FieldsToReview { get; init; }

    public required IReadOnlyList<KindForecast> Kinds { get; init; }

    /// <summary>Hours of a run that keeps so many cores busy.</summary>
    public Interval HoursOn(int cores) => new(CpuSeconds.Low / 3600 / cores, CpuSeconds.Likely / 3600 / cores, CpuSeconds.High / 3600 / cores);

    /// <summary>Cores that finish within so many hours even at the upper end of the range.</summary>
    public int CoresFor(decimal hours) => (int)Math.Min(int.MaxValue, Math.Max(1, Math.Ceiling(CpuSeconds.High / 3600 / hours)));
}
