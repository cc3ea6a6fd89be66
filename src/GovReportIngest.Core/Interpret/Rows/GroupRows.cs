using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Rows that print nothing but the label of a group, and marks where values would stand (<c>一、主动公开情况 —— ——</c>): they lead
/// the rows below them and are no rows of the form.
/// </summary>
internal static class GroupRows
{
    private const double Plain = 0.75;

    /// <summary>The segments without such rows; their text goes to the row below.</summary>
    public static IReadOnlyList<RowSegment> Join(FormTable table, IReadOnlyList<RowSegment> segments)
    {
        var groups = table.Blocks.SelectMany(block => block.Rows).SelectMany(row => row.Group).Distinct().Select(LabelText.Normalise).ToList();
        if (groups.Count == 0 || !segments.Any(segment => IsGroup(segment, groups)))
            return segments;
        var joined = new List<RowSegment>();
        var above = new List<RowSegment>();
        foreach (var segment in segments)
            if (IsGroup(segment, groups))
                above.Add(segment);
            else
            {
                joined.Add(above.Count == 0 ? segment : segment with
                {
                    Label = string.Concat(above.Select(group => group.Label)) + segment.Label,
                    Blocks = [.. above.SelectMany(group => group.Blocks).Concat(segment.Blocks).Distinct()],
                });
                above.Clear();
            }

        return joined;
    }

    private static bool IsGroup(RowSegment segment, List<string> groups) =>
        !segment.HasOnlyBlanks && segment.Values.All(value => value.IsBlank || (value.Text.Length > 0 && ValueText.IsPlaceholder(value.Text)))
        && groups.Any(group => Similarity.OfEnd(group, segment.Label) >= Plain);
}
