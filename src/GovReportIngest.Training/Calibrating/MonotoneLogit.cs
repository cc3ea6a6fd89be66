using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Training.Calibrating;

/// <summary>
/// Logistic regression over grounds with weights of one sign, by cyclic coordinate descent with Newton steps on the penalised
/// likelihood (Genkin, Lewis and Madigan, "Large-scale Bayesian logistic regression", 2007). Fields with the same grounds are one
/// weighted pattern, in a fixed order: the same fields give the same weights.
/// </summary>
internal sealed class MonotoneLogit
{
    private const int Sweeps = 400;

    /// <summary>Penalty of a squared weight: a ground that few fields have keeps near to 0.</summary>
    private const double Penalty = 0.05;

    /// <summary>Right and wrong fields added to every kind, and to every ground with the kind that has it in the most patterns: what was seen a few times and never wrong is
    /// not certain (Jeffreys' prior).</summary>
    private const double Prior = 0.5;

    private const double LongestStep = 2;
    private const double Precise = 1e-9;

    private readonly List<(int[] Terms, double Right, double Wrong)> patterns = [];
    private readonly List<string> kinds;
    private readonly List<string> codes;
    private readonly List<int>[] patternsOf;

    private MonotoneLogit(IEnumerable<(FieldGrounds Grounds, bool IsExact)> fields, IReadOnlySet<string> judged)
    {
        var groups = fields.Where(field => field.Grounds.Against.All(judged.Contains))
            .GroupBy(field => (field.Grounds.Kind, Against: string.Join(' ', field.Grounds.Against.Order(StringComparer.Ordinal))))
            .OrderBy(group => group.Key.Kind, StringComparer.Ordinal).ThenBy(group => group.Key.Against, StringComparer.Ordinal)
            .Select(group => (group.Key.Kind, Codes: group.Key.Against.Split(' ', StringSplitOptions.RemoveEmptyEntries), Right: group.Count(field => field.IsExact), All: group.Count())).ToList();
        kinds = [.. groups.Select(group => group.Kind).Distinct()];
        codes = [.. judged.Order(StringComparer.Ordinal)];
        var places = codes.Select((code, index) => (code, index)).ToDictionary(code => code.code, code => kinds.Count + code.index, StringComparer.Ordinal);
        foreach (var kind in Enumerable.Range(0, kinds.Count))
            patterns.Add(([kind], Prior, Prior));
        foreach (var code in codes)
            patterns.Add(([kinds.IndexOf(groups.Where(group => group.Codes.Contains(code)).CountBy(group => group.Kind).MaxBy(kind => kind.Value).Key), places[code]], Prior, Prior));
        foreach (var (kind, against, right, all) in groups)
            patterns.Add(([kinds.IndexOf(kind), .. against.Select(code => places[code])], right, all - right));
        patternsOf = [.. Enumerable.Range(0, kinds.Count + codes.Count).Select(_ => new List<int>())];
        for (var i = 0; i < patterns.Count; i++)
            foreach (var term in patterns[i].Terms)
                patternsOf[term].Add(i);
    }

    /// <param name="fields">What to fit.</param>
    /// <param name="judged">The grounds that get a weight; fields with others are left out.</param>
    /// <param name="openBelow">Taken over.</param>
    public static ScanTrust Fit(IEnumerable<(FieldGrounds Grounds, bool IsExact)> fields, IReadOnlySet<string> judged, decimal openBelow)
    {
        var logit = new MonotoneLogit(fields, judged);
        var weights = logit.Descend();
        decimal Rounded(int term) => Math.Round((decimal)Math.Abs(weights[term]), 4) * Math.Sign(weights[term]);
        return new()
        {
            OpenBelow = openBelow,
            Kinds = logit.kinds.Select((kind, i) => (kind, i)).ToDictionary(entry => entry.kind, entry => Rounded(entry.i)),
            Against = logit.codes.Select((code, i) => (code, i)).ToDictionary(entry => entry.code, entry => -Rounded(logit.kinds.Count + entry.i)),
        };
    }

    /// <summary>Terms of grounds are at most 0.</summary>
    private double[] Descend()
    {
        var weights = new double[patternsOf.Length];
        var odds = new double[patterns.Count];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var largest = 0.0;
            for (var term = 0; term < weights.Length; term++)
            {
                var step = Step(term, weights[term], odds);
                weights[term] += step;
                foreach (var i in patternsOf[term])
                    odds[i] += step;
                largest = Math.Max(largest, Math.Abs(step));
            }

            if (largest < Precise)
                break;
        }

        return weights;
    }

    private double Step(int term, double weight, double[] odds)
    {
        var isGround = term >= kinds.Count;
        var (slope, bend) = isGround ? (-Penalty * weight, Penalty) : (0, 1e-6);
        foreach (var i in patternsOf[term])
        {
            var (right, wrong) = (patterns[i].Right, patterns[i].Wrong);
            var said = 1 / (1 + Math.Exp(-odds[i]));
            slope += right - (right + wrong) * said;
            bend += (right + wrong) * said * (1 - said);
        }

        var step = Math.Clamp(slope / bend, -LongestStep, LongestStep);
        return isGround ? Math.Min(weight + step, 0) - weight : step;
    }
}
