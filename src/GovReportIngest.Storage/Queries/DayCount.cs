namespace GovReportIngest.Storage.Queries;

/// <summary>Documents that came into their state on one day.</summary>
public sealed record DayCount
{
    public required DateOnly Day { get; init; }

    /// <summary>Code of the state that they are in.</summary>
    public required string State { get; init; }

    public required long Documents { get; init; }
}
