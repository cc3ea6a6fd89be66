namespace GovReportIngest.Core.Tests.Series;

/// <summary>
/// What an agency might print year after year: a level between 2 and 20,000, a growth of its own, and years that differ from it by factors of its own and by chance,
/// as counts do.
/// </summary>
internal sealed class DrawnSeries(Random random)
{
    private const double LowestLevel = 2;
    private const double HighestLevel = 20_000;

    /// <summary>Rates on a logarithmic scale.</summary>
    private const double MeanGrowth = 0.08;
    private const double GrowthDeviation = 0.15;

    /// <summary>Of years from the level: the median agency's, and how far agencies differ in it.</summary>
    private const double YearDeviation = 0.2;
    private const double YearDeviationSpread = 0.6;

    public IReadOnlyList<int> Draw(int years)
    {
        var level = LowestLevel * Math.Exp(random.NextDouble() * Math.Log(HighestLevel / LowestLevel));
        var (growth, deviation) = (MeanGrowth + GrowthDeviation * Normal(), YearDeviation * Math.Exp(YearDeviationSpread * Normal()));
        return [.. Enumerable.Range(0, years).Select(year => Count(level * Math.Exp(year * growth + deviation * Normal())))];
    }

    /// <summary>The number with one digit too many, too few, or another one in front; null where that changes nothing.</summary>
    public int? WithAnError(int value)
    {
        var digits = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var place = random.Next(digits.Length);
        var wrong = int.Parse(random.Next(3) switch
        {
            0 => digits.Insert(place + 1, random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            1 when digits.Length > 1 => digits.Remove(place, 1),
            _ => $"{random.Next(1, 10)}{digits[1..]}",
        }, System.Globalization.CultureInfo.InvariantCulture);
        return wrong == value ? null : wrong;
    }

    private int Count(double mean) => (int)Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal()));

    /// <summary>By the method of Box and Muller.</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
