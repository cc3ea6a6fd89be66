using System.Text.Json.Nodes;
using GovReportIngest.Core.Check;
using GovReportIngest.Core.Document.Record;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;
using GovReportIngest.Training.Reviews;

namespace GovReportIngest.Training.Calibrating;

/// <summary>The same fit on what reviewers accepted: fields that nobody was asked about count as right, samples read blind tell how far that holds.</summary>
public static class ReviewedCalibration
{
    /// <summary>Writes <c>calibration.json</c> into a folder; the models in force stay as they are.</summary>
    /// <param name="modelsFolder">Holds those in force.</param>
    /// <param name="target">Folder to write to.</param>
    /// <param name="fit">Reports as they are read, to fit on.</param>
    /// <param name="held">Reports of other documents, to measure on.</param>
    /// <exception cref="InvalidDataException">A model is broken; the message names it.</exception>
    public static void Run(string modelsFolder, string target, IReadOnlyList<ReviewedReading> fit, IReadOnlyList<ReviewedReading> held, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var (known, unseen) = (Labelled(fit), Labelled(held));
        var path = Path.Combine(modelsFolder, "calibration.json");
        if (known.Select(field => field.Document).Distinct().Count() is var scans && scans < CalibrationTraining.FewestScans)
        {
            log.WriteLine(FormattableString.Invariant($"{scans} scanned documents to learn from: {CalibrationTraining.FewestScans} are needed to weigh a doubt"));
            return;
        }

        if (Calibration.Load(path).Scans is { } now)
            log.Write($"before, on documents that are held out\n{CalibrationText.ToPlainText(CalibrationTraining.Measure(now, unseen))}");
        var trust = CalibrationTraining.Fit(known);
        log.Write($"after, on the same\n{CalibrationText.ToPlainText(CalibrationTraining.Measure(trust, unseen))}");
        var json = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        json["scans"] = CalibrationTraining.Json(trust);
        Directory.CreateDirectory(target);
        File.WriteAllBytes(Path.Combine(target, "calibration.json"), ModelManifest.Text(json));
        log.WriteLine($"written to {Path.Combine(target, "calibration.json")}; nothing is in force before it takes the place of {path}");
    }

    private static List<LabelledField> Labelled(IEnumerable<ReviewedReading> readings) => [.. readings.SelectMany(Labelled)];

    private static IEnumerable<LabelledField> Labelled(ReviewedReading reading)
    {
        var truth = reading.Truth.Fields.ToDictionary(StringComparer.Ordinal);
        foreach (var (path, field) in reading.Read.Fields)
            if (field.Grounds is { } grounds && truth.TryGetValue(path, out var accepted))
                yield return new("reviewed", reading.Document, grounds, field.State == accepted.State && field.Value == accepted.Value, LabelledScans.IsAsked(grounds, field.Review is ReviewState.Open));
    }
}
