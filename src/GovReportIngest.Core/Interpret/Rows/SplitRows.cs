using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// A row without a label that is printed as several tables, side by side or one below the other: each holds whole groups of its
/// columns and names them in its header, so that the parts are put together only in the order of the form.
/// </summary>
internal static class SplitRows
{
    private const double Named = 0.75;

    /// <summary>The segments with the parts of such a row as one; unchanged where the row is printed in one piece.</summary>
    public static IReadOnlyList<RowSegment> Join(FormTable table, IReadOnlyList<RowSegment> segments)
    {
        if (table.Blocks is not [{ Rows: [{ Label.Length: 0 }] } block] || segments.Any(segment => segment.Values.Count == block.Columns.Count))
            return segments;
        for (var first = 0; first < segments.Count; first++)
            if (PartsFrom(first, segments, block.Columns) is ({ Count: > 1 } parts, var behind))
                return [.. segments.Take(first), One(parts), .. segments.Skip(behind)];
        return segments;
    }

    /// <summary>The parts that fill all columns, headers with blank cells between them left out, and what follows; none where they do not.</summary>
    private static (IReadOnlyList<RowSegment> Parts, int Behind) PartsFrom(int first, IReadOnlyList<RowSegment> segments, IReadOnlyList<FormColumn> columns)
    {
        var parts = new List<RowSegment>();
        var column = 0;
        for (var index = first; index < segments.Count; index++)
        {
            var end = column + segments[index].Values.Count;
            if (end <= columns.Count && Names(segments[index].Label, columns, column, end))
            {
                parts.Add(segments[index]);
                column = end;
            }
            else if (parts.Count == 0 || !segments[index].HasOnlyBlanks)
                break;
            if (column == columns.Count)
                return (parts, index + 1);
        }

        return ([], first);
    }

    /// <summary>The label names the groups of the columns from <paramref name="from"/> to <paramref name="to"/>, and no others.</summary>
    private static bool Names(string label, IReadOnlyList<FormColumn> columns, int from, int to)
    {
        var inside = columns.Skip(from).Take(to - from).Select(GroupOf).ToHashSet();
        var outside = columns.Take(from).Concat(columns.Skip(to)).Select(GroupOf).ToHashSet();
        return !inside.Overlaps(outside)
            && inside.All(group => group.Length > 0 && Similarity.OfPart(group, label) >= Named)
            && outside.All(group => Similarity.OfPart(group, label) < Named);
    }

    private static string GroupOf(FormColumn column) => column.Group.Count == 0 ? "" : LabelText.Normalise(column.Group[^1]);

    private static RowSegment One(IReadOnlyList<RowSegment> parts) => parts[^1] with
    {
        Label = string.Concat(parts.Select(part => part.Label)),
        Values = [.. parts.SelectMany(part => part.Values)],
        Blocks = [.. parts.SelectMany(part => part.Blocks).Distinct()],
        ShowsBlanks = parts.Any(part => part.ShowsBlanks),
    };
}
