using System.Globalization;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>
/// Trains the digit model on drawn and degraded sheets and measures it on families it has never seen
/// (<c>./govreport train digits</c>).
/// </summary>
public static class DigitTraining
{
    private const int HiddenUnits = 64;
    private const int Epochs = 6;
    private const int Seed = 5;
    private const int ConditionStride = 3;
    private const int MeasureSeed = 50_000;

    /// <summary>Writes <c>digits.json</c> into a folder of models; the log gets what was trained and the held-out accuracy.</summary>
    /// <exception cref="InvalidOperationException">Training faces are not installed.</exception>
    public static void Run(string modelsFolder, TextWriter log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        var samples = Samples(DigitFaces.Training, cancellation);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{samples.Count} glyphs of {DigitFaces.Training.Count} families"));
        var bytes = new PerceptronTraining(HiddenUnits, Epochs, Seed).Train(samples).ToJson();
        var path = Path.Combine(modelsFolder, "digits.json");
        File.WriteAllBytes(path, bytes);
        var model = DigitModel.Load(path);
        foreach (var condition in ScanCondition.All)
            log.WriteLine(Accuracy(model, condition));
    }

    /// <summary>Reads sheets of the held-out families with all readers and writes exact, flagged and silently wrong cells by condition.</summary>
    public static void Measure(string modelsFolder, TextWriter log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var reader = new CellReader(DigitModel.Load(Path.Combine(modelsFolder, "digits.json")));
        foreach (var condition in ScanCondition.All)
        {
            var (score, seed) = (CellScore.None, MeasureSeed);
            foreach (var face in DigitFaces.HeldOut)
            {
                cancellation.ThrowIfCancellationRequested();
                score += CellEvaluation.Measure(reader, CellSheet.Draw(face, false, condition, seed++));
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{condition.Name,-12} cells {score.Cells} exact {score.Exact} flagged {score.Flagged} silently wrong {score.Silent}"));
            foreach (var failure in score.Failures)
                log.WriteLine("    " + failure);
        }
    }

    private static List<GlyphSample> Samples(IReadOnlyList<string> faces, CancellationToken cancellation)
    {
        var samples = new List<GlyphSample>();
        var seed = 1000;
        foreach (var face in faces)
        {
            RequireInstalled(face);
            // Every condition is seen on a third of the faces, and each face under three or four conditions.
            for (var k = seed % ConditionStride; k < ScanCondition.All.Count; k += ConditionStride)
            {
                cancellation.ThrowIfCancellationRequested();
                samples.AddRange(GlyphSamples.Of(CellSheet.Draw(face, (k + seed) % 3 == 0, ScanCondition.All[k], seed++)));
            }

            if (DigitFaces.HasHan(face))
                foreach (var condition in ScanCondition.All.Where((_, k) => k % 2 == 0))
                    samples.AddRange(GlyphSamples.OfOthers(face, condition, seed++));
        }

        return samples;
    }

    private static string Accuracy(DigitModel model, ScanCondition condition)
    {
        var (right, count, seed) = (0, 0, 90_000);
        foreach (var face in DigitFaces.HeldOut)
            foreach (var sample in GlyphSamples.Of(CellSheet.Draw(face, false, condition, seed++)))
            {
                var probabilities = model.Classify(sample.Features);
                right += Array.IndexOf(probabilities, probabilities.Max()) == sample.Class ? 1 : 0;
                count++;
            }

        return string.Create(CultureInfo.InvariantCulture, $"{condition.Name,-12} {right}/{count} glyphs of held-out families right");
    }

    /// <summary>Cairo replaces an absent family silently: then it draws what it draws for a name that nobody has.</summary>
    private static void RequireInstalled(string face)
    {
        var clean = ScanCondition.All[0];
        if (face != "DejaVu Sans" && CellSheet.Draw(face, false, clean, 1).Page.Pixels.AsSpan()
            .SequenceEqual(CellSheet.Draw("no such family", false, clean, 1).Page.Pixels))
            throw new InvalidOperationException($"The font family {face} is not installed; training needs all of its faces.");
    }
}
