using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Heals cells that a page break cut: a label that spans rows on both sides, and one row printed half here and half there.
/// Only what is evident is joined; two numbers are never made one.
/// </summary>
internal static class CutCells
{
    /// <param name="above">Cells of the first part.</param>
    /// <param name="below">Cells of the second part, already counted on from the first.</param>
    /// <param name="break">Index of the first row below the break.</param>
    /// <param name="rowsBelow">Rows of the second part.</param>
    /// <returns>All cells, and how many rows the second part adds.</returns>
    public static (IReadOnlyList<TableCell> Cells, int RowsBelow) Heal(
        IReadOnlyList<TableCell> above, IReadOnlyList<TableCell> below, int @break, int rowsBelow)
    {
        var pairs = Pairs(above, below, @break);
        var row = IsOneRow(above, below, pairs, @break);
        // A row without any label is one of values: what is blank in it is no rest of the header above.
        var hasLabel = below.Any(cell => cell.Row == @break && IsLabel(cell));
        var joined = row ? pairs : [.. pairs.Where(pair => IsOneLabel(pair) && (hasLabel || pair.Below.Text.Length > 0))];
        var (ends, begins) = (joined.ToDictionary(pair => pair.Above), joined.Select(pair => pair.Below).ToHashSet());
        var lost = row ? 1 : 0;
        var cells = above.Select(cell => ends.TryGetValue(cell, out var pair) ? One(pair.Above, pair.Below, lost) : cell)
            .Concat(below.Where(cell => !begins.Contains(cell)).Select(cell => cell with { Row = cell.Row - lost }));
        return ([.. cells], rowsBelow - lost);
    }

    internal static string Compact(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static List<(TableCell Above, TableCell Below)> Pairs(IReadOnlyList<TableCell> above, IReadOnlyList<TableCell> below, int @break) =>
        [.. above.Where(cell => cell.Row + cell.RowSpan == @break)
            .Join(below.Where(cell => cell.Row == @break), cell => (cell.Column, cell.ColumnSpan), cell => (cell.Column, cell.ColumnSpan), (a, b) => (a, b))];

    /// <summary>
    /// The last row above and the first below are one where every cell has its counterpart, the numbers stand on one side only,
    /// and the label below goes on without a number of its own while the one above has one.
    /// </summary>
    private static bool IsOneRow(
        IReadOnlyList<TableCell> above, IReadOnlyList<TableCell> below, List<(TableCell Above, TableCell Below)> pairs, int @break)
    {
        if (pairs.Count != below.Count(cell => cell.Row == @break) || pairs.Count != above.Count(cell => cell.Row + cell.RowSpan == @break))
            return false;
        var single = pairs.Where(pair => pair.Above.RowSpan == 1 && pair.Below.RowSpan == 1).ToList();
        var labels = single.Where(pair => IsLabel(pair.Above) || IsLabel(pair.Below)).ToList();
        var values = single.Except(labels).ToList();
        var onOneSide = (values.All(pair => pair.Below.IsBlank) && values.Any(pair => !pair.Above.IsBlank))
            || (values.All(pair => pair.Above.IsBlank) && values.Any(pair => !pair.Below.IsBlank));
        return onOneSide && labels.Any(GoesOn) && labels.All(pair => GoesOn(pair) || pair.Above.Text.Length == 0 || pair.Below.Text.Length == 0);
    }

    private static bool IsOneLabel((TableCell Above, TableCell Below) pair)
    {
        if (pair.Above.RowSpan == 1 && pair.Below.RowSpan == 1)
            return false;
        // A label printed again beside its rest, printed on one side only, or going on.
        return IsLabel(pair.Above) && (pair.Below.Text.Length == 0 || GoesOn(pair) || Compact(pair.Above.Text) == Compact(pair.Below.Text))
            || (pair.Above.Text.Length == 0 && IsLabel(pair.Below));
    }

    private static bool GoesOn((TableCell Above, TableCell Below) pair) =>
        IsLabel(pair.Above) && IsLabel(pair.Below)
        && Numbering.Of(pair.Above.Text).Style is not NumberingStyle.None
        && Numbering.Of(pair.Below.Text).Style is NumberingStyle.None;

    private static bool IsLabel(TableCell cell) => cell.Text.Any(HanSpacing.IsHan);

    private static TableCell One(TableCell above, TableCell below, int lost)
    {
        var isRepeated = Compact(above.Text) == Compact(below.Text);
        IReadOnlyList<LayoutLine> lines = isRepeated ? above.Lines : [.. above.Lines, .. below.Lines];
        return above with
        {
            RowSpan = above.RowSpan + below.RowSpan - lost,
            HasUnreadInk = above.HasUnreadInk || below.HasUnreadInk,
            Lines = lines,
            Text = GridTable.Join(lines),
            Regions = [.. above.Regions, .. below.Regions],
        };
    }
}
