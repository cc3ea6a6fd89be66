namespace GovReportIngest.Core.Series;

/// <summary>A value that is far from those of the years beside it: a digit too many, or something that happened.</summary>
/// <param name="Point">Whose value it is.</param>
/// <param name="Beside">The known points on the same form that it was compared with: one on either side, or the two nearest at an end.</param>
public sealed record SeriesOutlier(SeriesPoint Point, IReadOnlyList<SeriesPoint> Beside);
