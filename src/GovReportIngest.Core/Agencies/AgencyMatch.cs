namespace GovReportIngest.Core.Agencies;

/// <summary>Which agency of a register a printed name means.</summary>
public abstract record AgencyMatch
{
    private AgencyMatch()
    {
    }

    public sealed record Found(string AgencyId) : AgencyMatch;

    /// <summary>No agency has the name, or those that have it did not exist in the year.</summary>
    /// <param name="Elsewhen">Agencies of this name in other years.</param>
    public sealed record Unknown(IReadOnlyList<RegisteredAgency> Elsewhen) : AgencyMatch;

    /// <summary>Several agencies have the name in the year.</summary>
    public sealed record Ambiguous(IReadOnlyList<RegisteredAgency> Agencies) : AgencyMatch;
}
