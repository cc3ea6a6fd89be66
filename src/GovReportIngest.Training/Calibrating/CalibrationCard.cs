using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GovReportIngest.Core.Evaluate;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Training.Calibrating;

/// <summary>What <c>manifest.json</c> says about the probabilities of scanned fields: fitted how, on what, and how they did on others.</summary>
internal static class CalibrationCard
{
    private const string FileName = "calibration.json";
    private const int Version = 1;

    private const string Limits =
        "Printed and degraded by the sample generator, not real scans. Doubts about the place of a row are asked about whatever the probability. "
        + "Probabilities of text layers and text files are still assumed counts.";

    /// <summary>Replaces the model's entry; those of other models stay as they are.</summary>
    public static void Write(string modelsFolder, byte[] model, IReadOnlyList<CalibrationScore> seen, IReadOnlyList<CalibrationScore> unseen) =>
        ModelManifest.Replace(modelsFolder, Of(model, seen, unseen));

    private static JsonObject Of(byte[] model, IReadOnlyList<CalibrationScore> seen, IReadOnlyList<CalibrationScore> unseen) => new()
    {
        ["file"] = FileName,
        ["version"] = Version,
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(model)),
        ["trainedBy"] = "./govreport train calibration: logistic regression over grounds, every weight of one sign, coordinate descent",
        ["fittedOn"] = Of(seen),
        ["measuredOn"] = Of(unseen),
        ["limits"] = Limits,
    };

    private static JsonObject Of(IReadOnlyList<CalibrationScore> scores) => new(scores.Select(score => KeyValuePair.Create(score.Name, (JsonNode?)Of(score))));

    private static JsonObject Of(CalibrationScore score) => new()
    {
        ["documents"] = score.Documents,
        ["fields"] = score.Fields,
        ["flagged"] = score.Flagged,
        ["silentWrong"] = score.SilentWrong,
        ["silentBound95"] = score.SilentBound,
        ["calibrationError"] = score.CalibrationError is { } error ? Math.Round(error, 5) : null,
        ["logLoss"] = Math.Round(score.LogLoss, 6),
        ["constantRateLogLoss"] = Math.Round(score.BaseLogLoss, 6),
        ["reliability"] = new JsonArray([.. score.Bins.Select(bin => (JsonNode)new JsonObject
        {
            ["fields"] = bin.Fields, ["said"] = Math.Round(bin.MeanProbability, 5), ["were"] = Math.Round((decimal)bin.Exact / bin.Fields, 5),
        })]),
    };
}
