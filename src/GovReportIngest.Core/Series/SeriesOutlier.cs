namespace GovReportIngest.Core.Series;

/// <summary>A value that is far from what the agency says of other years: a digit too many, or something that happened.</summary>
/// <param name="Point">Whose value it is.</param>
/// <param name="Others">The known points of other years on the same form, by year: what it was compared with.</param>
/// <param name="From">The least value that would be usual beside them.</param>
/// <param name="To">The greatest.</param>
public sealed record SeriesOutlier(SeriesPoint Point, IReadOnlyList<SeriesPoint> Others, decimal From, decimal To);
