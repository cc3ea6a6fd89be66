using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Labels with a digit among their words (<c>不同渠道公开相同信息计1条</c>) that a narrow cell wraps at the digit: it looks like a value
/// between two labels. Put together where the form has just such a label.
/// </summary>
internal static class LabelDigits
{
    private const double Plain = 0.85;

    /// <summary>The segments with the parts of such labels as one; unchanged where the form has no such label.</summary>
    public static IReadOnlyList<RowSegment> Join(FormTable table, IReadOnlyList<RowSegment> segments)
    {
        var labels = table.Blocks.SelectMany(block => block.Rows).SelectMany(row => row.Aliases.Prepend(row.Label))
            .Select(LabelText.Normalise).Where(label => label.Skip(1).Any(char.IsAsciiDigit)).Distinct().ToList();
        if (labels.Count == 0)
            return segments;
        var joined = new List<RowSegment>();
        foreach (var segment in segments)
            if (joined.Count > 0 && IsCutAtDigit(labels, joined[^1], segment))
                joined[^1] = segment with
                {
                    Label = joined[^1].Label + LabelText.Normalise(joined[^1].Values[0].Text) + segment.Label,
                    Blocks = [.. joined[^1].Blocks.Concat(segment.Blocks).Distinct()],
                };
            else
                joined.Add(segment);
        return joined;
    }

    private static bool IsCutAtDigit(List<string> labels, RowSegment above, RowSegment below)
    {
        if (above.Values is not [{ Cell: null } value] || !ValueText.IsDigits(value.Text) || below.Label.Length == 0)
            return false;
        var digits = LabelText.Normalise(value.Text);
        return labels.Any(label => label.Contains(digits, StringComparison.Ordinal)
            && Similarity.OfEnd(label, above.Label + digits + below.Label) is >= Plain and var whole
            && whole > Similarity.OfEnd(label, above.Label) && whole > Similarity.OfEnd(label, below.Label));
    }
}
