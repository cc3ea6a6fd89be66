namespace GovReportIngest.Core.Series;

/// <summary>Years on one form that are too few to tell which value is far from the others.</summary>
/// <param name="Form">Its id.</param>
/// <param name="Years">Of which a value is known.</param>
public sealed record ShortStretch(string Form, int Years);
