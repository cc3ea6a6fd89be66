namespace GovReportIngest.Reading;

/// <summary>Limits that hold before anything is decoded.</summary>
public sealed record ReadingOptions
{
    public long MaximumBytes { get; init; } = 500_000_000;

    public int MaximumPages { get; init; } = 5_000;

    public long MaximumPixelsAPage { get; init; } = 200_000_000;
}
