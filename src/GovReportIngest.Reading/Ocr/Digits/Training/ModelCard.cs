using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GovReportIngest.Core.Export;

namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Glyphs of held-out families that the model named rightly under one condition.</summary>
internal readonly record struct GlyphScore(string Condition, int Right, int Glyphs);

/// <summary>What <c>manifest.json</c> says about the digit model: how it was trained, on what, and how it did on faces it never saw.</summary>
internal static class ModelCard
{
    private const string FileName = "digits.json";
    private const int Version = 2;

    private const string Limits =
        "Drawn and degraded sheets, not real scans. Flagged are cells that a person is asked about; silently wrong ones are not flagged. "
        + "Handwriting and digits of other scripts are not known and are flagged as unusual ink.";

    /// <summary>Replaces the model's entry; those of other models stay as they are.</summary>
    public static void Write(string modelsFolder, byte[] model, int glyphs, IReadOnlyList<GlyphScore> glyphScores, IReadOnlyList<(string Condition, CellScore Score)> cells) =>
        ModelManifest.Replace(modelsFolder, Of(model, glyphs, glyphScores, cells));

    private static JsonObject Of(byte[] model, int glyphs, IReadOnlyList<GlyphScore> glyphScores, IReadOnlyList<(string Condition, CellScore Score)> cells) => new()
    {
        ["file"] = FileName,
        ["version"] = Version,
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(model)),
        ["trainedBy"] = $"./govreport train digits: {DigitTraining.Architecture}",
        ["trainedOn"] = $"{glyphs} glyphs, drawn by Cairo under {ScanCondition.All.Count} conditions of scanning, cut by the reader's own segmentation",
        ["families"] = new JsonObject
        {
            ["trained"] = Names(DigitFaces.Training),
            ["calibrated"] = Names(DigitFaces.Calibration),
            ["heldOut"] = Names(DigitFaces.HeldOut),
        },
        ["measuredOn"] = "held-out families only",
        ["glyphsRight"] = new JsonObject(glyphScores.Select(score => KeyValuePair.Create(score.Condition, (JsonNode?)$"{score.Right}/{score.Glyphs}"))),
        ["cells"] = new JsonObject(cells.Select(entry => KeyValuePair.Create(entry.Condition, (JsonNode?)Of(entry.Score)))),
        ["limits"] = Limits,
    };

    private static JsonObject Of(CellScore score) => new()
    {
        ["cells"] = score.Cells,
        ["exact"] = score.Exact,
        ["flagged"] = score.Flagged,
        ["silentlyWrong"] = score.Silent,
    };

    private static JsonArray Names(IEnumerable<string> families) => [.. families.Select(family => JsonValue.Create(family))];
}
