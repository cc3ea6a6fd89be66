using GovReportIngest.Core.Layout.Headings;

namespace GovReportIngest.Training.Headings;

/// <summary>Decodes labelled documents, without a form that would know their sections or tables, and counts.</summary>
internal static class HeadingMeasurement
{
    /// <param name="mistakes">Gets every document whose outline is not exact; null for none.</param>
    public static HeadingScore Of(HeadingModel model, IEnumerable<LabelledDocument> documents, MistakeList? mistakes = null)
    {
        var score = new HeadingScore();
        var decoder = new OutlineDecoder(model);
        foreach (var document in documents)
        {
            var features = new LineFeatures(document.Blocks);
            var decisions = decoder.Decode(features, [.. features.Lines.Select(_ => true)], new int[features.Lines.Count]);
            var isExact = true;
            for (var i = 0; i < decisions.Count; i++)
                if (document.Labels.TryGetValue(features.Lines[i].Block, out var truth))
                {
                    score.Add(truth.Class, decisions[i].Class);
                    isExact &= IsRight(truth, decisions[i]);
                }

            foreach (var heading in document.Swallowed)
                score.Add(heading, LineClass.Table);
            score.AddOutline(isExact && document.Swallowed.Count == 0);
            if (!isExact || document.Swallowed.Count > 0)
                mistakes?.Write(document, features, decisions);
        }

        return score;
    }

    /// <summary>Nothing of the outline is wrong with the line: the level, and whether a heading begins with it.</summary>
    public static bool IsRight(LineLabel truth, LineDecision decision)
    {
        var level = new LineDecision(truth.Class, default, false).Level;
        return decision.Level == level && (level == 0 || decision.GoesOn != truth.Begins);
    }
}
