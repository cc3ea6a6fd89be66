using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Agencies;

/// <summary>
/// Agencies, and the names under which they report. Nothing is guessed: a name means an agency only where the register says so, letter by letter
/// but for spaces, punctuation and width.
/// </summary>
public sealed class AgencyRegister(IReadOnlyList<RegisteredAgency> agencies)
{
    private readonly Dictionary<string, RegisteredAgency> byId = agencies.ToDictionary(agency => agency.Id, StringComparer.Ordinal);

    public IReadOnlyList<RegisteredAgency> Agencies { get; } = agencies;

    /// <summary>A name as names are compared.</summary>
    public static string Fold(string name) => LabelText.Normalise(name);

    /// <summary>
    /// The agency that reports for the year under the name. A name of today counts more than a former one, and that more than a misprint; where the
    /// agency had ended before, it is the one that took its place.
    /// </summary>
    /// <param name="printed">As the report prints it.</param>
    /// <param name="year">Of the report; null where it is not known.</param>
    public AgencyMatch Match(string printed, int? year)
    {
        var known = Agencies.Select(agency => (Agency: agency, Kind: agency.Knows(printed))).Where(candidate => candidate.Kind is not null).ToList();
        var existing = known.Select(candidate => (Agency: InYear(candidate.Agency, year), candidate.Kind)).Where(candidate => candidate.Agency is not null).ToList();
        var best = existing.Where(candidate => candidate.Kind == existing.Min(other => other.Kind)).Select(candidate => candidate.Agency!).Distinct().ToList();
        return best switch
        {
            [] => new AgencyMatch.Unknown([.. known.Select(candidate => candidate.Agency)]),
            [var single] => new AgencyMatch.Found(single.Id),
            _ => new AgencyMatch.Ambiguous(best),
        };
    }

    /// <summary>The agency, or the one after it that existed in the year; null for none.</summary>
    private RegisteredAgency? InYear(RegisteredAgency agency, int? year)
    {
        RegisteredAgency? at = agency;
        while (at is not null && year is { } asked && !at.ExistsIn(asked))
            at = at.ValidTo?.Year < asked && at.Successor is { } next ? byId.GetValueOrDefault(next) : null;
        return at;
    }
}
