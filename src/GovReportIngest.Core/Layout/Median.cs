namespace GovReportIngest.Core.Layout;

/// <summary>The value in the middle: of two, the higher.</summary>
internal static class Median
{
    /// <summary>0 where there are none.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
