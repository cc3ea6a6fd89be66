using GovReportIngest.Storage.Documents;

namespace GovReportIngest.Storage.Queries;

/// <summary>Which documents to list; what is null does not matter.</summary>
public sealed record RecordFilter
{
    public WorkState? State { get; init; }

    /// <summary>A part of the agency's name.</summary>
    public string? Agency { get; init; }

    public int? Year { get; init; }

    /// <summary>The whole id of the form.</summary>
    public string? Form { get; init; }

    /// <summary>A word that whoever delivered it gave it.</summary>
    public string? Tag { get; init; }

    /// <summary>Only what comes after this row of an earlier list.</summary>
    public RecordId? After { get; init; }

    public int Most { get; init; } = 50;
}
