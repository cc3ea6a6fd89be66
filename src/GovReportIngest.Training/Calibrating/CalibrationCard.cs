using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovReportIngest.Core.Evaluate;

namespace GovReportIngest.Training.Calibrating;

/// <summary>What <c>manifest.json</c> says about the probabilities of scanned fields: fitted how, on what, and how they did on others.</summary>
internal static class CalibrationCard
{
    private const string FileName = "calibration.json";
    private const int Version = 1;

    private const string Limits =
        "Printed and degraded by the sample generator, not real scans. Doubts about the place of a row are asked about whatever the probability. "
        + "Probabilities of text layers and text files are still assumed counts.";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Text(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Readable) + "\n");

    /// <summary>Replaces the model's entry; those of other models stay as they are.</summary>
    public static void Write(string modelsFolder, byte[] model, IReadOnlyList<CalibrationScore> seen, IReadOnlyList<CalibrationScore> unseen)
    {
        var path = Path.Combine(modelsFolder, "manifest.json");
        var manifest = File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path))!.AsObject() : new() { ["schema"] = "govreport.models/1", ["models"] = new JsonArray() };
        var models = manifest["models"]!.AsArray();
        var card = Of(model, seen, unseen);
        var index = models.ToList().FindIndex(entry => (string?)entry?["file"] == FileName);
        if (index < 0)
            models.Add(card);
        else
            models[index] = card;
        File.WriteAllBytes(path, Text(manifest));
    }

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
