using System.Globalization;
using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>
/// Trains the heading classifier on documents that are made up and laid out in many families, and measures it on documents,
/// words and families that it has not seen (<c>./govreport train headings</c>).
/// </summary>
public static class HeadingTraining
{
    internal const int DocumentsPerFamily = 70;
    internal const int MeasuredPerFamily = 60;

    /// <summary>Of the many lines that no one could take for headings, one in so many is enough.</summary>
    private const int PlainLines = 3;

    private const int TrainingSeed = 0;
    private const int MeasuringSeed = 100_000;
    private const int UnnumberedSeed = 200_000;

    /// <summary>Constants of the decoder and features are chosen on these; what is reported never is.</summary>
    private const int TuningSeed = 400_000;
    private const int UnnumberedTuningSeed = 500_000;

    /// <summary>
    /// Trains and measures; writes <c>headings.json</c> and its card in <c>manifest.json</c> into a folder of models. The same
    /// program gives the same bytes. The log gets precision, recall and F1 by class, and what every family that was left out got.
    /// </summary>
    public static void Run(string modelsFolder, TextWriter log, bool showsMistakes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        var (model, lines) = Train(Families.All, cancellation);
        var bytes = model.ToJson();
        File.WriteAllBytes(Path.Combine(modelsFolder, "headings.json"), bytes);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trained on {lines} lines of {DocumentsPerFamily} documents in each of {Families.All.Count} families; {bytes.Length} bytes"));
        var report = Measure(model, log, showsMistakes, isTuning: false, cancellation);
        HeadingCard.Write(modelsFolder, bytes, lines, report);
    }

    /// <summary>Measures the model that is there on documents it has not seen, and models trained without a family on that family.</summary>
    /// <param name="isTuning">On the documents that constants may be chosen on, not on those that are reported.</param>
    public static void Measure(string modelsFolder, TextWriter log, bool showsMistakes, bool isTuning, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        Measure(HeadingModel.Load(Path.Combine(modelsFolder, "headings.json")), log, showsMistakes, isTuning, cancellation);
    }

    internal static (HeadingModel Model, int Lines) Train(IReadOnlyList<string> families, CancellationToken cancellation, int documents = DocumentsPerFamily)
    {
        var samples = new List<(int[], int)>();
        foreach (var family in families)
            for (var seed = TrainingSeed; seed < TrainingSeed + documents; seed++)
            {
                cancellation.ThrowIfCancellationRequested();
                var document = Families.Document(family, seed, null, isUnseen: false);
                var features = new LineFeatures(document.Blocks);
                for (var i = 0; i < features.Lines.Count; i++)
                    if (document.Labels.TryGetValue(features.Lines[i].Block, out var label) && (features.Lines[i].IsHeadingLike || i % PlainLines == 0))
                        samples.Add(([.. features.Of(i)], (int)label.Class));
            }

        return (SoftmaxTraining.Train(samples, cancellation), samples.Count);
    }

    private static HeadingReport Measure(HeadingModel model, TextWriter log, bool showsMistakes, bool isTuning, CancellationToken cancellation)
    {
        var mistakes = showsMistakes ? new MistakeList(log) : null;
        var (seed, unnumberedSeed) = isTuning ? (TuningSeed, UnnumberedTuningSeed) : (MeasuringSeed, UnnumberedSeed);
        var seen = HeadingMeasurement.Of(model, Documents(Families.All, seed, null), mistakes);
        Write(log, "unseen documents of all families", seen);
        var unnumbered = HeadingMeasurement.Of(model, Documents(Families.All, unnumberedSeed, false), mistakes);
        Write(log, "unseen documents without any numbers", unnumbered);
        var leftOut = new List<(string, HeadingScore)>();
        foreach (var family in Families.LeftOut)
        {
            var (without, _) = Train([.. Families.All.Where(other => other != family)], cancellation);
            leftOut.Add((family, HeadingMeasurement.Of(without, Documents([family], seed, null), mistakes)));
            Write(log, $"trained without {family}, measured on it", leftOut[^1].Item2);
        }

        var report = new HeadingReport(seen, unnumbered, leftOut);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"families left out in turn: macro F1 mean {report.MeanF1:0.0000}, worst {report.WorstF1:0.0000}; outlines exact mean {report.MeanExact:0.0000}, worst {report.WorstExact:0.0000}"));
        return report;
    }

    internal static IEnumerable<LabelledDocument> Documents(IReadOnlyList<string> families, int firstSeed, bool? hasNumbers) =>
        families.SelectMany(family => Enumerable.Range(firstSeed, MeasuredPerFamily).Select(seed => Families.Document(family, seed, hasNumbers, isUnseen: true)));

    private static void Write(TextWriter log, string what, HeadingScore score)
    {
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: macro F1 {score.MacroF1:0.0000}, {score.ExactOutlines} of {score.Documents} outlines exact ({100 * score.ExactShare:0.0} %)"));
        foreach (var kind in score.Classes)
            log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {kind,-11} {score.LinesOf(kind),6} lines  precision {score.Precision(kind):0.0000}  recall {score.Recall(kind):0.0000}  F1 {score.F1(kind):0.0000}"));
    }
}
