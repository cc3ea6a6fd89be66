namespace GovReportIngest.Storage.Agencies;

/// <summary>Which part of the register to look at; what is null does not matter.</summary>
public sealed record CoverageFilter
{
    /// <summary>The first year; null for the first of which there is a report.</summary>
    public int? From { get; init; }

    /// <summary>The last year; null for the last of which there is a report.</summary>
    public int? To { get; init; }

    /// <summary>A part of the agency's name of today.</summary>
    public string? Agency { get; init; }

    /// <summary>The beginning of the code of its place.</summary>
    public string? Region { get; init; }
}
