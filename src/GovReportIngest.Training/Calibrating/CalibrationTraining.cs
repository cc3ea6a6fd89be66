using System.Text.Json.Nodes;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Training.Calibrating;

/// <summary>Fits the probabilities of scanned fields on labelled scans and measures them on others (<c>./govreport train calibration</c>).</summary>
public static class CalibrationTraining
{
    /// <summary>Grounds that were seen in fewer scans of documents are weighed together; where these are as few, fields with them are asked about.</summary>
    internal const int FewestScans = 8;

    /// <summary>
    /// Reads the corpora, fits, measures; writes <c>calibration.json</c> and its card in <c>manifest.json</c> into a folder of models.
    /// The same corpora in any order give the same bytes.
    /// </summary>
    /// <param name="modelsFolder">Holds <c>calibration.json</c>, of which only the part for scans is replaced.</param>
    /// <param name="fit">Corpora with <c>expected/</c> and <c>grounds.jsonl</c>.</param>
    /// <param name="test">Others, of other seeds and layouts, to measure on.</param>
    /// <param name="onlyMeasures">Measures the constants that are there and writes nothing.</param>
    /// <exception cref="InvalidDataException">A corpus or model is missing or broken; the message names it.</exception>
    public static void Run(string modelsFolder, IReadOnlyList<string> fit, IReadOnlyList<string> test, bool onlyMeasures, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var path = Path.Combine(modelsFolder, "calibration.json");
        var fitted = Read(fit);
        var trust = onlyMeasures
            ? Calibration.Load(path).Scans ?? throw new InvalidDataException($"{path} has no part for scans; fit one first")
            : Fit(fitted);
        Tell(log, trust);
        var (seen, unseen) = (Measure(trust, fitted), Measure(trust, Read(test)));
        log.Write($"fitted on\n{CalibrationText.ToPlainText(seen)}\nmeasured on\n{CalibrationText.ToPlainText(unseen)}");
        if (onlyMeasures)
            return;
        var json = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        json["scans"] = Json(trust);
        var bytes = ModelManifest.Text(json);
        File.WriteAllBytes(path, bytes);
        CalibrationCard.Write(modelsFolder, bytes, seen, unseen);
    }

    internal static ScanTrust Fit(IReadOnlyList<LabelledField> fields)
    {
        var seen = OftenSeen(fields, field => field.Grounds.Against);
        FieldGrounds Pooled(FieldGrounds grounds) => grounds with { Against = [.. ScanTrust.Weighed(grounds.Against, seen.Contains)] };
        var pooled = fields.Select(field => field with { Grounds = Pooled(field.Grounds) }).ToList();
        var judged = OftenSeen(pooled, field => field.Grounds.Against);
        var trust = MonotoneLogit.Fit(pooled.Select(field => (field.Grounds, field.IsExact)), judged, 0);
        return trust with { OpenBelow = ReviewThreshold.Of(trust, fields) };
    }

    /// <summary>What enough scans have.</summary>
    private static HashSet<string> OftenSeen(IReadOnlyList<LabelledField> fields, Func<LabelledField, IEnumerable<string>> codesOf) =>
        fields.SelectMany(field => codesOf(field).Select(code => (code, field.Condition, field.Document))).Distinct()
            .CountBy(seen => seen.code).Where(code => code.Value >= FewestScans).Select(code => code.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>All conditions together, then each.</summary>
    internal static IReadOnlyList<CalibrationScore> Measure(ScanTrust trust, IReadOnlyList<LabelledField> fields) =>
        [Score("all", trust, fields), .. fields.GroupBy(field => field.Condition).OrderBy(condition => condition.Key, StringComparer.Ordinal).Select(condition => Score(condition.Key, trust, [.. condition]))];

    private static CalibrationScore Score(string name, ScanTrust trust, IReadOnlyList<LabelledField> fields) => CalibrationScore.Of(
        name, [.. fields.GroupBy(field => (field.Document, field.Condition)).Select(document => new TrustedDocument(
            [.. document.Select(field => (trust.Of(field.Grounds) ?? ScanTrust.Unjudged, field.IsExact))],
            document.Count(), document.Count(field => !field.IsExact && !IsOpen(trust, field)), document.Count(field => IsOpen(trust, field))))]);

    private static bool IsOpen(ScanTrust trust, LabelledField field) => field.IsAsked || trust.Of(field.Grounds) is not { } p || p < trust.OpenBelow;

    private static List<LabelledField> Read(IReadOnlyList<string> corpora) =>
        [.. corpora.Order(StringComparer.Ordinal).SelectMany(LabelledScans.Read).OrderBy(field => field.Document, StringComparer.Ordinal).ThenBy(field => field.Condition, StringComparer.Ordinal)];

    private static void Tell(TextWriter log, ScanTrust trust)
    {
        log.WriteLine(FormattableString.Invariant($"open below {trust.OpenBelow}"));
        foreach (var (kind, odds) in trust.Kinds)
            log.WriteLine(FormattableString.Invariant($"  {kind,-24} {odds,9:0.0000}"));
        foreach (var (code, weight) in trust.Against.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            log.WriteLine(FormattableString.Invariant($"  {code,-24} {-weight,9:0.0000}"));
    }

    internal static JsonObject Json(ScanTrust trust) => new()
    {
        ["openBelow"] = trust.OpenBelow,
        ["kinds"] = Numbers(trust.Kinds),
        ["against"] = Numbers(trust.Against),
    };

    private static JsonObject Numbers(IReadOnlyDictionary<string, decimal> numbers) =>
        new(numbers.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
}
