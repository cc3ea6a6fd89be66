namespace GovReportIngest.Cli.Estimate;

/// <summary>Projects a stratified sample to its collection: every stratum counts its documents times its sample's mean.</summary>
internal sealed class Projection
{
    /// <summary>Standard deviation over mean that is assumed where a stratum was sampled once.</summary>
    private const decimal SpreadOfOne = 0.5m;

    /// <summary>Student's t for 95 % by degrees of freedom from 1 on, over the 2 that many have: few documents know little of their spread.</summary>
    private static readonly decimal[] FewDocuments = [6.35m, 2.15m, 1.59m, 1.39m, 1.29m, 1.22m, 1.18m, 1.15m, 1.13m, 1.11m];

    private readonly IReadOnlyList<Stratum> strata;
    private readonly ILookup<int, SampledCost> costs;

    private Projection(IReadOnlyList<Stratum> strata, IReadOnlyList<SampledCost> costs)
    {
        this.strata = strata;
        this.costs = costs.ToLookup(cost => cost.Stratum);
    }

    /// <param name="strata">The whole collection.</param>
    /// <param name="costs">At least one.</param>
    public static Forecast Of(IReadOnlyList<Stratum> strata, IReadOnlyList<SampledCost> costs)
    {
        ArgumentOutOfRangeException.ThrowIfZero(costs.Count);
        return new Projection(strata, costs).Project(costs);
    }

    private Forecast Project(IReadOnlyList<SampledCost> all)
    {
        var likely = Total(cost => cost.CpuSeconds);
        var error = 2 * (decimal)Math.Sqrt((double)strata.Select((_, index) => VarianceOf(index)).Sum());
        return new()
        {
            Documents = strata.Sum(stratum => stratum.Documents.Count),
            Bytes = strata.Sum(stratum => stratum.Bytes),
            Sampled = all.Count,
            IsLowerBound = all.Any(cost => cost.IsCutOff) || strata.Where((_, index) => !costs.Contains(index)).Any(),
            CpuSeconds = new(Math.Max(all.Sum(cost => cost.CpuSeconds), likely - error), likely, likely + error),
            Pages = Total(cost => cost.Pages),
            RecordBytes = Total(cost => cost.RecordBytes),
            DocumentsToReview = Total(cost => cost.NeedsReview ? 1 : 0),
            FieldsToReview = Total(cost => cost.FieldsOpen),
            Kinds = [.. strata.Select(stratum => stratum.Kind).Distinct().Select(KindOf)],
        };
    }

    private KindForecast KindOf(string kind)
    {
        var indices = Enumerable.Range(0, strata.Count).Where(index => strata[index].Kind == kind).ToList();
        return new(
            kind, indices.Sum(index => strata[index].Documents.Count), indices.Sum(index => strata[index].Bytes),
            indices.Sum(index => costs[index].Count()),
            indices.Sum(index => TotalOf(index, cost => cost.Pages)), indices.Sum(index => TotalOf(index, cost => cost.CpuSeconds)));
    }

    private decimal Total(Func<SampledCost, decimal> figure) => Enumerable.Range(0, strata.Count).Sum(index => TotalOf(index, figure));

    private decimal TotalOf(int index, Func<SampledCost, decimal> figure) => costs.Contains(index)
        ? strata[index].Documents.Count * costs[index].Average(figure)
        : TotalByNeighbours(index, figure);

    /// <summary>A stratum that never came to its turn: by its bytes, as its kind, or else everything that was sampled, costs.</summary>
    private decimal TotalByNeighbours(int index, Func<SampledCost, decimal> figure)
    {
        var sampled = Enumerable.Range(0, strata.Count).Where(costs.Contains).ToList();
        var kin = sampled.Where(other => strata[other].Kind == strata[index].Kind).ToList();
        var from = kin.Count > 0 ? kin : sampled;
        return from.Sum(other => TotalOf(other, figure)) / Math.Max(1, from.Sum(other => strata[other].Bytes)) * strata[index].Bytes;
    }

    /// <summary>Of a stratum's total of processor seconds; nothing is uncertain where all of it was read.</summary>
    private decimal VarianceOf(int index)
    {
        decimal count = strata[index].Documents.Count;
        var seconds = costs[index].Select(cost => cost.CpuSeconds).ToList();
        if (seconds.Count == 0)
            return Square(TotalOf(index, cost => cost.CpuSeconds));
        var mean = seconds.Average();
        var variance = seconds.Count > 1 ? seconds.Sum(one => Square(one - mean)) / (seconds.Count - 1) : Square(SpreadOfOne * mean);
        var few = seconds.Count > 1 && seconds.Count - 2 < FewDocuments.Length ? FewDocuments[seconds.Count - 2] : 1;
        return count * count * (1 - seconds.Count / count) * variance / seconds.Count * few * few;
    }

    private static decimal Square(decimal number) => number * number;
}
