using GovReportIngest.Core.Check;
using GovReportIngest.Core.Evaluate;

namespace GovReportIngest.Training.Calibrating;

/// <summary>Below which probability a person is asked, so that few errors remain silent in every condition.</summary>
internal static class ReviewThreshold
{
    /// <summary>The 95 % bound of silent errors a field: 1 in 2,000.</summary>
    public const decimal Bar = 0.0005m;

    /// <summary>No field that is more likely wrong goes unasked, whatever a fit of few fields can show.</summary>
    private const decimal Lowest = 0.99m;

    /// <summary>
    /// The least threshold that keeps every condition within the bar; a condition with too few fields to prove that must have no
    /// silent error at all, as far as asking more can help.
    /// </summary>
    public static decimal Of(ScanTrust trust, IReadOnlyList<LabelledField> fields) =>
        fields.GroupBy(field => field.Condition).Select(condition => OfCondition(trust, [.. condition])).DefaultIfEmpty(Lowest).Max();

    private static decimal OfCondition(ScanTrust trust, IReadOnlyList<LabelledField> fields)
    {
        var silent = fields.Where(field => !field.IsExact && !field.IsAsked && trust.Of(field.Grounds) is { }).ToList();
        var thresholds = silent.Select(field => Above(trust.Of(field.Grounds)!.Value)).Append(Lowest).Distinct().Order();
        return thresholds.First(threshold =>
            silent.Where(field => trust.Of(field.Grounds) >= threshold).ToList() is var left && (left.Count == 0 || IsWithin(left, fields)));
    }

    private static bool IsWithin(List<LabelledField> silent, IReadOnlyList<LabelledField> fields) =>
        ErrorBound.ClopperPearson(silent.Count, fields.Count) <= Bar
        && ErrorBound.ByDocument([.. fields.GroupBy(field => field.Document).Select(document => (silent.Count(error => error.Document == document.Key), document.Count()))]) <= Bar;

    /// <summary>The next of six decimals.</summary>
    private static decimal Above(decimal probability) => Math.Max(Lowest, Math.Ceiling(probability * 1_000_000 + 0.01m) / 1_000_000);
}
