using GovReportIngest.Storage.Agencies;

namespace GovReportIngest.Cli.Agencies;

/// <param name="Schema">govreport.coverage/1.</param>
internal sealed record CoverageJson(
    string Schema, IReadOnlyList<int> Years, IReadOnlyList<AgencyJson> Agencies, IReadOnlyList<UnknownJson> Unknown, long Waiting, bool IsUnfinished)
{
    public static CoverageJson Of(Coverage coverage) => new(
        "govreport.coverage/1", coverage.Years,
        [.. coverage.Agencies.Select(agency => new AgencyJson(agency.Agency.Id, agency.Agency.Name, agency.Agency.Region,
            [.. agency.Years.Select(year => new YearJson(year.Year, year.IsExpected, year.Received, year.Accepted, year.InReview, year.Duplicates, year.IsMissing))]))],
        [.. coverage.Unknown.Select(name => new UnknownJson(name.Name, name.Records))], coverage.Waiting, coverage.IsUnfinished);
}

internal sealed record AgencyJson(string Id, string Name, string? Region, IReadOnlyList<YearJson> Years);

internal sealed record YearJson(int Year, bool IsExpected, long Received, long Accepted, long InReview, long Duplicates, bool IsMissing);

internal sealed record UnknownJson(string Name, long Records);

/// <param name="Schema">govreport.agencies/1.</param>
internal sealed record ImportJson(string Schema, int Agencies, long Compared, IReadOnlyList<UnknownJson> Unknown);
