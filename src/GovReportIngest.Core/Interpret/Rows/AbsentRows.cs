using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;
using GovReportIngest.Core.Layout;
using GovReportIngest.Core.Layout.Tables;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// Tells rows that a report does not print from rows that were not found. On a scan a row may also be lost to a misread label or a
/// broken rule: there the grid itself has to show that nothing else stands in it.
/// </summary>
internal sealed class AbsentRows(TableMatch table, LostRows lost, bool isScanned)
{
    private const double SureLabel = 0.8;

    /// <summary>Cells that share a rule are this near to each other, points.</summary>
    private const double Gap = 4;

    /// <summary>The rows of the form around the absent ones were read, and on the page nothing stands between them.</summary>
    public bool IsShown(FormRowPlace row)
    {
        var index = table.OrderOf(row);
        var before = table.Alignment.Matches.LastOrDefault(match => table.OrderOf(match.Place) < index);
        var after = table.Alignment.Matches.FirstOrDefault(match => table.OrderOf(match.Place) > index);
        // A label that still stands there has lost its values: its row is printed.
        if (after is null || HasLabelOf(row, after.Segment) || lost.IsPrinted(row))
            return false;
        // So is a row that lost its label: its values stand with those of a neighbour.
        if (after.IsDoubtful || before is { IsDoubtful: true })
            return false;
        if (isScanned && !(table.IsClosedGrid && FollowsInGrid(before, after)))
            return false;
        if (StandsWithoutLabel(before, after) || StandsAbove(row, after))
            return false;
        if (!row.Row.IsOptional && (!IsPlain(after.Segment) || (before is not null && !IsPlain(before.Segment))))
            return false;
        return before is null
            ? row.Row.IsOptional && table.OrderOf(after.Place) == index + 1
            : after.SegmentIndex == before.SegmentIndex + 1;
    }

    /// <summary>
    /// In the grid the row stands right under the one before, or under the header, on the same page, and the cells beside the values
    /// print their own labels and nothing else: no other row was lost between them or joined with one of them.
    /// </summary>
    private static bool FollowsInGrid(RowMatch? before, RowMatch after)
    {
        var first = after.Segment.Values[0].Cell!;
        if (GridOf(after) is not { } grid || !IsAlone(grid, after))
            return false;
        var above = grid.Cells.FirstOrDefault(cell => cell.Row + cell.RowSpan == first.Row && cell.Column <= first.Column && first.Column < cell.Column + cell.ColumnSpan);
        return above is not null && Adjoin(above, first)
            && (before is null ? LabelText.HasHan(above.Text) : above == before.Segment.Values[0].Cell && IsAlone(grid, before));
    }

    private static Table? GridOf(RowMatch match) =>
        match.Segment.Blocks.OfType<Block.OfTable>().Select(block => block.Table).FirstOrDefault(grid => grid.Cells.Contains(match.Segment.Values[0].Cell!));

    private static bool Adjoin(TableCell above, TableCell below) =>
        above.Regions is [.., var upper] && below.Regions is [var lower, ..] && upper.Page == lower.Page && Math.Abs(lower.Box.Y - upper.Box.Bottom) <= Gap;

    private static bool IsAlone(Table grid, RowMatch match)
    {
        var first = match.Segment.Values[0].Cell!;
        var beside = grid.Cells.LastOrDefault(cell => cell.Column < first.Column && cell.Row == first.Row && cell.RowSpan == first.RowSpan && cell.Text.Length > 0);
        return beside is not null && LabelText.Normalise(beside.Text) is var text && match.Place.Labels.Any(label => label.OfWhole(text) >= SureLabel);
    }

    /// <summary>Label and values on one line: nothing of another row can be among them.</summary>
    private static bool IsPlain(RowSegment segment) => segment is { IsBesideLabel: true, SpansLines: false, HasInheritedLabel: false };

    /// <summary>Values that no row claims stand between the neighbours, or right behind the header: their row lost its label.</summary>
    private bool StandsWithoutLabel(RowMatch? before, RowMatch after)
    {
        for (var index = after.SegmentIndex - 1; index > (before?.SegmentIndex ?? -1); index--)
            if (!table.Segments[index].HasOnlyBlanks)
                return before is not null || EndsLikeHeader(after.Place.Block, table.Segments[index]);
        return false;
    }

    /// <summary>The nearest values above print the row's label, with a figure that belongs beside it: the row is there, its cells ran together.</summary>
    private bool StandsAbove(FormRowPlace row, RowMatch after)
    {
        for (var index = after.SegmentIndex - 1; index >= 0; index--)
            if (!table.Segments[index].HasOnlyBlanks)
                return FieldReader.HasFreeCells(table, index) && HasLabelOf(row, table.Segments[index]);
        return false;
    }

    private static bool EndsLikeHeader(FormBlock block, RowSegment segment) =>
        block.Columns.Any(column => column.Aliases.Prepend(column.Label).Any(label =>
            Similarity.OfEnd(LabelText.Normalise(label), segment.Label) >= 0.7));

    private static bool HasLabelOf(FormRowPlace row, RowSegment segment) => row.Labels.Any(label =>
        label.Length > 0 && label.OfPart(segment.Label) >= (label.Length > 3 ? 0.75 : 1));
}
