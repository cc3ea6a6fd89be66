namespace GovReportIngest.Core.Series;

/// <summary>
/// What would be usual of a year, told by the others: the median, and so many times their median distance from it (the modified z-score of Iglewicz and Hoaglin,
/// <i>How to Detect and Handle Outliers</i>, 1993), on a logarithmic scale, since agencies differ by factors. A value is not among those that judge it: of few
/// years it would widen the range until it lies in it. Measured on drawn series (docs/series.md).
/// </summary>
/// <param name="From">The least usual value; counts are never below 0.</param>
/// <param name="To">The greatest.</param>
internal readonly record struct UsualRange(decimal From, decimal To)
{
    /// <summary>Fewer years have no median distance.</summary>
    public const int LeastOthers = 2;

    /// <summary>The authors' threshold.</summary>
    private const double MostScore = 3.5;

    /// <summary>A median distance is this part of a standard deviation, of values that are spread normally.</summary>
    private const double DistanceInDeviations = 0.6745;

    /// <summary>Of years that happen to agree. With less, drawn series gave more false alarms than errors that were found by it.</summary>
    private const double LeastDeviation = 0.4;

    /// <summary>Added before the logarithm: among small numbers differences count, not factors.</summary>
    private const double Softening = 5;

    /// <summary>Outside is what differs by more than this from the median, too.</summary>
    private const double LeastDifference = 20;

    /// <summary>And lies beyond the furthest of the others by more than this factor: the end of a steep rise is no outlier.</summary>
    private const double FurthestFactor = 3;

    /// <param name="others">At least <see cref="LeastOthers"/> values.</param>
    public static UsualRange Of(IReadOnlyCollection<decimal> others)
    {
        double[] logs = [.. others.Select(value => Math.Log(Math.Max(0, (double)value) + Softening))];
        var median = MedianOf(logs);
        var reach = MostScore * Math.Max(LeastDeviation, MedianOf(logs.Select(log => Math.Abs(log - median))) / DistanceInDeviations);
        var middle = ValueOf(median);
        double[] least = [ValueOf(median - reach), ValueOf(logs.Min() - Math.Log(FurthestFactor)), middle - LeastDifference];
        double[] greatest = [ValueOf(median + reach), ValueOf(logs.Max() + Math.Log(FurthestFactor)), middle + LeastDifference];
        return new(Round(Math.Max(0, least.Min())), Round(greatest.Max()));
    }

    public bool Has(decimal value) => value >= From && value <= To;

    private static decimal Round(double value) => (decimal)Math.Round(value, 1);

    private static double ValueOf(double log) => Math.Exp(log) - Softening;

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
