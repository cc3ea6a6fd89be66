using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>Decodes labelled documents, without a form that would know their sections or tables, and counts.</summary>
internal static class HeadingMeasurement
{
    /// <param name="mistakes">Gets each line that was misclassified, for people; null for none.</param>
    public static HeadingScore Of(HeadingModel model, IEnumerable<LabelledDocument> documents, TextWriter? mistakes = null)
    {
        var score = new HeadingScore();
        var decoder = new OutlineDecoder(model);
        foreach (var document in documents)
        {
            var features = new LineFeatures(document.Blocks);
            var decisions = decoder.Decode(features, [.. features.Lines.Select(_ => true)], new int[features.Lines.Count]);
            var isExact = true;
            for (var i = 0; i < decisions.Count; i++)
            {
                if (!document.Labels.TryGetValue(features.Lines[i].Block, out var truth))
                    continue;
                score.Add(truth.Class, decisions[i].Class);
                var level = LevelOf(truth.Class);
                isExact &= decisions[i].Level == level && (level == 0 || decisions[i].GoesOn != truth.Begins);
                if (decisions[i].Class != truth.Class || (level > 0 && decisions[i].GoesOn == truth.Begins))
                    mistakes?.WriteLine($"{document.Family} {document.Labels.Count} {truth.Class}{(truth.Begins ? "^" : "")} taken for {decisions[i].Class}{(decisions[i].GoesOn ? "+" : "")}: {Shown(features, i)}");
            }

            score.AddOutline(isExact);
        }

        return score;
    }

    private static string Shown(LineFeatures features, int index) => string.Join(" ¦ ", Enumerable.Range(index - 1, 3)
        .Select(at => at >= 0 && at < features.Lines.Count ? Cut(features.Lines[at].Block.Line.Text) : ""));

    private static string Cut(string text) => text.Length <= 30 ? text : text[..24] + "…" + text[^4..];

    private static int LevelOf(LineClass kind) => new LineDecision(kind, default, false).Level;
}
