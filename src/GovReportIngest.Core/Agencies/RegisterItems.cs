using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Agencies;

/// <summary>What a store asks about a report, for what it knows besides the report's own pages.</summary>
public static class RegisterItems
{
    /// <summary>The register has no agency of the printed name for the report's year.</summary>
    public const string AgencyUnknown = "agency-unknown";

    /// <summary>The register has several.</summary>
    public const string AgencyAmbiguous = "agency-ambiguous";

    /// <summary>Another source of the same report prints other figures.</summary>
    public const string WitnessesDiffer = "witnesses-differ";

    /// <summary>The report has another form than whoever delivered it said.</summary>
    public const string FormUnexpected = "form-unexpected";

    /// <summary>What people decided waits for a second person.</summary>
    public const string SecondLook = "second-look";

    /// <param name="expected">Id of a form, or its beginning; null for any.</param>
    /// <param name="form">Of the record; null where none fits, which the record itself asks about.</param>
    /// <returns>Null where it is as expected.</returns>
    public static DocumentItem? OfForm(string? expected, string? form) => expected is null || form is null || form.StartsWith(expected, StringComparison.Ordinal) ? null
        : new(FormUnexpected, [], $"Its source was said to hold reports of {expected}.");

    /// <summary>Null where the agency is found.</summary>
    public static DocumentItem? Of(AgencyMatch match, string printed) => match switch
    {
        AgencyMatch.Found => null,
        AgencyMatch.Unknown { Elsewhen: [] } => new(AgencyUnknown, [], $"The register has no agency \"{printed}\"."),
        AgencyMatch.Unknown(var elsewhen) => new(AgencyUnknown, [], $"The register has \"{printed}\" for other years only: {NamesOf(elsewhen)}."),
        AgencyMatch.Ambiguous(var agencies) => new(AgencyAmbiguous, [], $"The register has \"{printed}\" more than once: {NamesOf(agencies)}."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A record with items that are added to its own; it is the same where there are none.</summary>
    public static ReportRecord AddTo(ReportRecord record, IReadOnlyList<DocumentItem> items) => items.Count == 0 ? record
        : record with { Review = [.. record.Review, .. items], Outcome = record.Outcome is Outcome.Rejected ? Outcome.Rejected : Outcome.NeedsReview };

    private static string NamesOf(IEnumerable<RegisteredAgency> agencies) => string.Join(", ", agencies.Select(agency => $"{agency.Id} {agency.Name}"));
}
