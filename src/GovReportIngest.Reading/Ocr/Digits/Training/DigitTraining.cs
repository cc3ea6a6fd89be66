using System.Globalization;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>
/// Trains the digit model on drawn and degraded sheets and measures it on families it has never seen
/// (<c>./govreport train digits</c>).
/// </summary>
public static class DigitTraining
{
    private const int HiddenUnits = 128;
    private const int Epochs = 10;
    private const int Seed = 5;
    private const int TrainingSeed = 1000;
    private const int CalibrationSeed = 20_000;

    /// <summary>Sheets a calibrating face and condition.</summary>
    private const int CalibrationSheets = 4;

    private const int GlyphSeed = 90_000;
    private const int MeasureSeed = 50_000;

    /// <summary>Each face is drawn under every condition whose number leaves the face's remainder.</summary>
    private const int ConditionStride = 3;

    /// <summary>For people.</summary>
    internal static string Architecture => string.Create(CultureInfo.InvariantCulture,
        $"perceptron, {DigitModel.Inputs} inputs, {HiddenUnits} hidden units, {DigitModel.Classes.Length} classes, Adam, {Epochs} epochs, fixed seeds");

    /// <summary>
    /// Trains, calibrates and measures; writes <c>digits.json</c> and its card in <c>manifest.json</c> into a folder of models.
    /// The same faces give the same bytes. The log gets what was trained on and the figures of the held-out families.
    /// </summary>
    /// <exception cref="MissingFacesException"/>
    public static void Run(string modelsFolder, TextWriter log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        RequireInstalled(DigitFaces.Training.Concat(DigitFaces.Calibration).Concat(DigitFaces.HeldOut));
        var samples = Samples(DigitFaces.Training, cancellation);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{samples.Count} glyphs of {DigitFaces.Training.Count} families"));
        var model = Train(samples, cancellation);
        var glyphs = ScanCondition.All.Select(condition => AccuracyOf(model, condition, log, cancellation)).ToList();
        var cells = Measure(model, log, cancellation);
        var bytes = model.ToJson();
        File.WriteAllBytes(Path.Combine(modelsFolder, "digits.json"), bytes);
        ModelCard.Write(modelsFolder, bytes, samples.Count, glyphs, cells);
    }

    /// <summary>Trains on glyphs that people accepted beside those that are drawn, and writes <c>digits.json</c> into a folder; the model in force stays.</summary>
    /// <exception cref="MissingFacesException"/>
    public static void Propose(string target, ReviewedGlyphs reviewed, TextWriter log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(log);
        RequireInstalled(DigitFaces.Training.Concat(DigitFaces.Calibration));
        var drawn = Samples(DigitFaces.Training, cancellation);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reviewed.Count} reviewed glyphs beside {drawn.Count} drawn ones of {DigitFaces.Training.Count} families"));
        var model = Train([.. drawn, .. reviewed.Samples], cancellation);
        Directory.CreateDirectory(target);
        File.WriteAllBytes(Path.Combine(target, "digits.json"), model.ToJson());
    }

    /// <summary>As it will be read: with the weights' precision of the file.</summary>
    private static DigitModel Train(IReadOnlyList<GlyphSample> samples, CancellationToken cancellation) =>
        Calibrate(DigitModel.Parse(new PerceptronTraining(HiddenUnits, Epochs, Seed).Train(samples, cancellation).ToJson()), cancellation);

    /// <summary>Reads sheets of the held-out families with all readers and writes exact, flagged and silently wrong cells by condition.</summary>
    /// <exception cref="MissingFacesException"/>
    public static void Measure(string modelsFolder, TextWriter log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        RequireInstalled(DigitFaces.HeldOut);
        Measure(DigitModel.Load(Path.Combine(modelsFolder, "digits.json")), log, cancellation);
    }

    internal static List<(string Condition, CellScore Score)> Measure(DigitModel model, TextWriter log, CancellationToken cancellation, int firstSeed = MeasureSeed)
    {
        var scores = new List<(string, CellScore)>();
        using var reader = new CellReader(model);
        foreach (var condition in ScanCondition.All)
        {
            var (score, seed) = (CellScore.None, firstSeed);
            foreach (var face in DigitFaces.HeldOut)
            {
                cancellation.ThrowIfCancellationRequested();
                score += CellEvaluation.Measure(reader, CellSheet.Draw(face, seed % 4 == 0, condition, seed++));
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{condition.Name,-16} cells {score.Cells} exact {score.Exact} flagged {score.Flagged} silently wrong {score.Silent}"));
            foreach (var failure in score.Failures)
                log.WriteLine("    " + failure);
            scores.Add((condition.Name, score));
        }

        return scores;
    }

    private static List<GlyphSample> Samples(IReadOnlyList<string> faces, CancellationToken cancellation)
    {
        var samples = new List<GlyphSample>();
        var seed = TrainingSeed;
        for (var f = 0; f < faces.Count; f++)
        {
            for (var k = f % ConditionStride; k < ScanCondition.All.Count; k += ConditionStride)
            {
                cancellation.ThrowIfCancellationRequested();
                samples.AddRange(GlyphSamples.Of(CellSheet.Draw(faces[f], (k + f) % 4 == 0, ScanCondition.All[k], seed++)));
            }

            if (DigitFaces.HasHan(faces[f]))
                foreach (var condition in ScanCondition.All.Where((_, k) => (k + f) % ConditionStride == 0))
                    samples.AddRange(GlyphSamples.OfOthers(faces[f], condition, seed++));
        }

        return samples;
    }

    internal static DigitModel Calibrate(DigitModel model, CancellationToken cancellation)
    {
        var counting = new AgreementCounting();
        using var reader = new CellReader(model);
        var seed = CalibrationSeed;
        foreach (var condition in Enumerable.Repeat(ScanCondition.All, CalibrationSheets).SelectMany(conditions => conditions))
            foreach (var face in DigitFaces.Calibration)
            {
                cancellation.ThrowIfCancellationRequested();
                counting.Add(reader, CellSheet.Draw(face, seed % 5 == 0, condition, seed++));
            }

        return model.With(counting.Result);
    }

    private static GlyphScore AccuracyOf(DigitModel model, ScanCondition condition, TextWriter log, CancellationToken cancellation)
    {
        var (right, count, seed) = (0, 0, GlyphSeed);
        foreach (var face in DigitFaces.HeldOut)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var sample in GlyphSamples.Of(CellSheet.Draw(face, false, condition, seed++)))
            {
                var probabilities = model.Classify(sample.Features);
                right += Array.IndexOf(probabilities, probabilities.Max()) == sample.Class ? 1 : 0;
                count++;
            }
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{condition.Name,-16} {right}/{count} glyphs of held-out families right"));
        return new(condition.Name, right, count);
    }

    /// <summary>Cairo replaces an absent family silently: the model would learn one face under two names.</summary>
    private static void RequireInstalled(IEnumerable<string> faces)
    {
        if (faces.Where(face => !Fontconfig.IsInstalled(face)).ToList() is [_, ..] absent)
            throw new MissingFacesException(absent, DigitFaces.Packages);
    }
}
