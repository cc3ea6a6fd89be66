namespace GovReportIngest.Core.Evaluate;

/// <summary>The fields of one labelled document: how far each was trusted, and what was wrong without anybody being asked.</summary>
/// <param name="Trust">Of the fields that the record has.</param>
/// <param name="Fields">All labelled fields, absent ones too.</param>
public sealed record TrustedDocument(IReadOnlyList<(decimal Probability, bool IsExact)> Trust, int Fields, int SilentWrong, int Flagged);

/// <summary>How well probabilities say what is right, over documents of one condition.</summary>
public sealed record CalibrationScore
{
    /// <summary>Fields that are trusted less than this are those that a reviewer sees; over all, the many sure ones would hide them.</summary>
    private const decimal Sure = 0.99m;

    private const int MostBins = 10;

    public required string Name { get; init; }

    public required int Documents { get; init; }

    public required int Fields { get; init; }

    /// <summary>Fields with p &lt; 0.99, in bins of equal mass, from the least trusted.</summary>
    public required IReadOnlyList<CalibrationBin> Bins { get; init; }

    public int Doubtful => Bins.Sum(bin => bin.Fields);

    /// <summary>Mean distance of said and true rate over <see cref="Bins"/>, weighted by fields; null without such fields.</summary>
    public decimal? CalibrationError => Doubtful == 0 ? null
        : Bins.Sum(bin => Math.Abs(bin.MeanProbability * bin.Fields - bin.Exact)) / Doubtful;

    /// <summary>Mean over all fields, nats.</summary>
    public required decimal LogLoss { get; init; }

    /// <summary>The same if every field had the rate of all: what a model has to beat.</summary>
    public required decimal BaseLogLoss { get; init; }

    public required int SilentWrong { get; init; }

    public required int Flagged { get; init; }

    /// <summary>Upper 95 % bound of silent errors a field: the greater of that for independent fields and that resampled by document.</summary>
    public required decimal SilentBound { get; init; }

    public static CalibrationScore Of(string name, IReadOnlyList<TrustedDocument> documents)
    {
        var trust = documents.SelectMany(document => document.Trust).ToList();
        var (fields, silent) = (documents.Sum(document => document.Fields), documents.Sum(document => document.SilentWrong));
        var rate = trust.Count == 0 ? 0 : (decimal)trust.Count(field => field.IsExact) / trust.Count;
        return new()
        {
            Name = name,
            Documents = documents.Count,
            Fields = fields,
            Bins = [.. EqualMass([.. trust.Where(field => field.Probability < Sure).OrderBy(field => field.Probability).ThenBy(field => field.IsExact)])],
            LogLoss = LossOf(trust.Select(field => (field.Probability, field.IsExact))),
            BaseLogLoss = LossOf(trust.Select(field => (rate, field.IsExact))),
            SilentWrong = silent,
            Flagged = documents.Sum(document => document.Flagged),
            SilentBound = Math.Max(ErrorBound.ClopperPearson(silent, fields), ErrorBound.ByDocument([.. documents.Select(document => (document.SilentWrong, document.Fields))])),
        };
    }

    private static IEnumerable<CalibrationBin> EqualMass(List<(decimal Probability, bool IsExact)> sorted)
    {
        var bins = Math.Min(MostBins, sorted.Count);
        for (var bin = 0; bin < bins; bin++)
        {
            var inside = sorted[(bin * sorted.Count / bins)..((bin + 1) * sorted.Count / bins)];
            yield return new(inside[0].Probability, inside[^1].Probability, inside.Count, inside.Average(field => field.Probability), inside.Count(field => field.IsExact));
        }
    }

    private static decimal LossOf(IEnumerable<(decimal Probability, bool IsExact)> trust) => trust
        .Select(field => Math.Clamp((double)(field.IsExact ? field.Probability : 1 - field.Probability), 1e-9, 1))
        .Select(said => -Math.Log(said)).DefaultIfEmpty().Average() is var loss ? Math.Round((decimal)loss, 9) : 0;
}
