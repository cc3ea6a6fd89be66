using System.Globalization;
using System.Text;

namespace GovReportIngest.Core.Evaluate;

/// <summary>Reliability tables for people.</summary>
public static class CalibrationText
{
    public static string ToPlainText(IReadOnlyList<CalibrationScore> scores)
    {
        var text = new StringBuilder();
        foreach (var score in scores)
        {
            text.Append(Invariant($"{score.Name}: {score.Documents} documents, {score.Fields} fields\n"));
            text.Append(Invariant($"  flagged      {score.Flagged}{(score.Fields > 0 ? Invariant($" ({100m * score.Flagged / score.Fields:0.00} %)") : "")}\n"));
            text.Append(Invariant($"  silent       {score.SilentWrong} wrong, 95 % bound {score.SilentBound:0.000000}{(score.SilentBound > 0 ? Invariant($" (1 in {1 / score.SilentBound:0})") : "")}\n"));
            text.Append(Invariant($"  log loss     {score.LogLoss:0.000000}, constant rate {score.BaseLogLoss:0.000000}{(score.BaseLogLoss > 0 ? Invariant($" ({100 * score.LogLoss / score.BaseLogLoss:0.0} %)") : "")}\n"));
            text.Append(score.CalibrationError is { } error
                ? Invariant($"  calibration  error {error:0.0000} over {score.Doubtful} fields with p < 0.99\n") : "  calibration  no field with p < 0.99\n");
            foreach (var bin in score.Bins)
                text.Append(Invariant($"    {bin.From:0.0000}-{bin.To:0.0000}  {bin.Fields,6} fields  said {bin.MeanProbability:0.0000}  were {(decimal)bin.Exact / bin.Fields:0.0000}\n"));
        }

        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
