using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GovReportIngest.Core.Export;
using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>What <c>manifest.json</c> says about the heading model: how it was trained, on what, and how it did on what it never saw.</summary>
internal static class HeadingCard
{
    private const string FileName = "headings.json";
    private const int Version = 1;

    private const string Limits =
        "Made-up reports, laid out by the training itself; measured without a form definition, which in a record also knows sections and tables. "
        + "Levels of headings without numbers in files without looks are told by their words and order alone.";

    /// <summary>Replaces the model's entry; those of other models stay as they are.</summary>
    public static void Write(string modelsFolder, byte[] model, int lines, HeadingReport report) =>
        ModelManifest.Replace(modelsFolder, Of(model, lines, report));

    private static JsonObject Of(byte[] model, int lines, HeadingReport report) => new()
    {
        ["file"] = FileName,
        ["version"] = Version,
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(model)),
        ["trainedBy"] = $"./govreport train headings: softmax regression, {LineFeatures.Buckets} hashed features, {HeadingModel.Classes} classes, L-BFGS, 8-bit weights, fixed seeds",
        ["trainedOn"] = $"{lines} lines of {HeadingTraining.DocumentsPerFamily} made-up reports in each family",
        ["families"] = Names(Families.All),
        ["measuredOn"] = $"{HeadingTraining.MeasuredPerFamily} other reports in each family, partly in words that training has not seen, decoded without a form",
        ["unseenDocuments"] = Of(report.Unseen),
        ["withoutNumbers"] = Of(report.Unnumbered),
        ["leftOutFamilies"] = new JsonObject(report.LeftOut.Select(left => KeyValuePair.Create(left.Family, (JsonNode?)Of(left.Score)))),
        ["limits"] = Limits,
    };

    private static JsonObject Of(HeadingScore score) => new()
    {
        ["macroF1"] = Math.Round(score.MacroF1, 4),
        ["outlinesExact"] = $"{score.ExactOutlines}/{score.Documents}",
        ["f1"] = new JsonObject(score.Classes.Select(kind => KeyValuePair.Create(kind.ToString(), (JsonNode?)Math.Round(score.F1(kind), 4)))),
    };

    private static JsonArray Names(IEnumerable<string> families) => [.. families.Select(family => JsonValue.Create(family))];
}
