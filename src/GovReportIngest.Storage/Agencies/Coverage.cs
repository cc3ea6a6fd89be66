using GovReportIngest.Core.Agencies;

namespace GovReportIngest.Storage.Agencies;

/// <summary>Of which agencies of the register there are reports, year by year.</summary>
public sealed record Coverage
{
    /// <summary>Without gaps.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>By id.</summary>
    public required IReadOnlyList<AgencyCoverage> Agencies { get; init; }

    /// <summary>Names that records print and the register does not know, the most frequent first.</summary>
    public required IReadOnlyList<UnknownName> Unknown { get; init; }

    /// <summary>Documents that wait or are being read: their agencies are not known yet.</summary>
    public required long Waiting { get; init; }

    /// <summary>Whether not all records were compared with the register that was imported last.</summary>
    public required bool IsUnfinished { get; init; }
}

/// <param name="Agency">Of the register.</param>
/// <param name="Years">One for every year.</param>
public sealed record AgencyCoverage(RegisteredAgency Agency, IReadOnlyList<YearCoverage> Years);

/// <summary>The reports of one agency for one year; reports of several forms are several.</summary>
public sealed record YearCoverage
{
    public required int Year { get; init; }

    /// <summary>Whether the agency existed in the year.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>Reports whose master has nothing open.</summary>
    public long Accepted { get; init; }

    public long InReview { get; init; }

    /// <summary>Further sources of these reports.</summary>
    public long Duplicates { get; init; }

    public long Received => Accepted + InReview;

    public bool IsMissing => IsExpected && Received == 0;
}

public sealed record UnknownName
{
    /// <summary>As printed.</summary>
    public required string Name { get; init; }

    /// <summary>That print it.</summary>
    public required long Records { get; init; }
}
