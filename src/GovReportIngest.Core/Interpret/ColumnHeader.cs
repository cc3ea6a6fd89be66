using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Interpret.Rows;

namespace GovReportIngest.Core.Interpret;

/// <summary>Tells by the header which of its column variants a table prints.</summary>
internal static class ColumnHeader
{
    /// <summary>Characters between the labels of two columns (<c>（个）</c>).</summary>
    private const int WidestGap = 8;

    /// <summary>
    /// The variants all of whose labels stand there in order, those with most columns first. The name of a group of columns
    /// (统计数 over 政府, 部门 …) may be the name of a column, too, so that several may fit.
    /// </summary>
    public static IReadOnlyList<ColumnVariant> Named(FormTable table, IReadOnlyList<RowSegment> segments) => [.. table.ColumnVariants
        .Where(variant => segments.Any(segment => Names(variant.Columns, segment.Label)))
        .OrderByDescending(variant => variant.Columns.Count)];

    private static bool Names(IReadOnlyList<FormColumn> columns, string label)
    {
        for (var start = 0; start >= 0 && start < label.Length; start++)
            if (LabelAt(columns[0], label, start, label.Length) is var first && first.Start >= 0)
            {
                if (columns.Skip(1).Aggregate(first.End, (end, column) => end < 0 ? -1 : LabelAt(column, label, end, WidestGap).End) >= 0)
                    return true;
                start = first.Start;
            }
            else
                return false;
        return false;
    }

    /// <summary>The first place of a label of the column at or behind <paramref name="from"/>; -1 where there is none near enough.</summary>
    private static (int Start, int End) LabelAt(FormColumn column, string text, int from, int gap) => column.Aliases.Prepend(column.Label)
        .Select(LabelText.Normalise)
        .Select(label => (Start: text.IndexOf(label, from, StringComparison.Ordinal), label.Length))
        .Where(place => place.Start >= 0 && place.Start - from <= gap)
        .OrderBy(place => place.Start).ThenByDescending(place => place.Length)
        .Select(place => (place.Start, place.Start + place.Length))
        .FirstOrDefault((-1, -1));
}
