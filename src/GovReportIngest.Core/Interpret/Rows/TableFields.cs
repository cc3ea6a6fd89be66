using GovReportIngest.Core.Interpret.Forms;
using GovReportIngest.Core.Interpret.Labels;

namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>A field of a form table with the token that prints it, null where none does.</summary>
/// <param name="Match">The row's place on the page; null where the row was not found.</param>
internal sealed record TableField(
    string Path, FormRowPlace Place, FormColumn Column, RowMatch? Match, ValueToken? Token, bool IsFirstOfRow, IReadOnlyList<string> Doubts);

/// <summary>Puts the values of matched rows into the columns of the form.</summary>
internal static class TableFields
{
    /// <summary>Of so many rows more than one with too many or too few cells means that the columns of their table were not found.</summary>
    private const int RowsOfGrid = 3;

    private const string LabelDoubtful = "label-doubtful";
    internal const string RowUncertain = "row-uncertain";
    private const string IndexUnclear = "index-unclear";
    private const double SureSimilarity = 0.5;
    private const double PlainSimilarity = 0.8;

    /// <summary>All fields of the rows that this report has (a variant's in place of what it replaces), in form order.</summary>
    public static IReadOnlyList<TableField> Of(TableMatch table)
    {
        var fields = new List<TableField>();
        var matches = table.Alignment.Matches.ToDictionary(match => match.Place);
        var offsets = UsualOffsets(table);
        var mayBeShifted = MayBeShifted(table);
        var lost = new LostRows(table);
        var placed = table.Alignment.Matches.ToDictionary(match => match.Place, match => RowValues.Place(match.Segment, match.Place.Columns, offsets.GetValueOrDefault(ShapeOf(match.Segment, match.Place))));
        var isBroken = table.Alignment.Matches.Where(match => match.Segment.IsOfGrid).ToList() is var ruled
            && ruled.Count(match => placed[match.Place].Doubts.Count > 0 && !FusedRow.Is(match)) * RowsOfGrid > ruled.Count;
        foreach (var place in table.Rows)
        {
            matches.TryGetValue(place, out var match);
            var values = match is null ? null : placed[place];
            var doubts = match is null ? [] : lost.Contradict(match) ? [LabelDoubtful] : Doubts(table, match, values!, mayBeShifted);
            if (isBroken && doubts.Count == 0 && match is { Segment.IsOfGrid: true })
                doubts = [RowValues.ColumnUncertain];
            for (var column = 0; column < place.Columns; column++)
                fields.Add(new(
                    table.Table.PathOf(place.Row, place.Block.Columns[column]), place, place.ColumnAt(column), match,
                    values?.Columns[column], column == 0, doubts));
        }

        return fields;
    }

    /// <summary>
    /// A label that hardly matches is trusted only where the row's place leaves no choice: complete itself, and its neighbours
    /// on the page are the neighbouring rows of the form.
    /// </summary>
    private static IReadOnlyList<string> Doubts(TableMatch table, RowMatch match, RowValues values, bool mayBeShifted)
    {
        if (match.Segment.HasUnclearIndex)
            return [IndexUnclear];
        if (values.Doubts.Count > 0 && !FusedRow.Is(match))
            return values.Doubts;
        if (table.IsContested(match.Place.Row))
            return [TableMatch.VariantUncertain];
        if (match.Place.Row.Label.Length > 0 && (mayBeShifted || MayBeOfNext(table, match)))
            return ["rows-shifted"];
        if (HasValuesBeside(table, match))
            return ["row-cut"];
        if (SharesLabelWithNext(table, match))
            return [LabelDoubtful];
        if (HasFiguresWithoutLabelBeside(table, match))
            return [RowUncertain];
        if (IsLoose(match) && match.Similarity < PlainSimilarity)
            return GoesOnBelow(table, match) ? [] : [LabelDoubtful];
        if (match.Similarity >= SureSimilarity || match.Place.Row.Label.Length == 0)
            return [];
        // The order says which row is meant, but not whether its figures ran into a label.
        if (match.Segment.HasOnlyBlanks && match.Similarity < PlainSimilarity)
            return [RowUncertain];
        if (IsWholeGrid(table))
            return [];
        return IsHeldByNeighbours(table, match) && match.Similarity >= 0.2 ? [] : [LabelDoubtful];
    }

    /// <summary>
    /// Every row of the form stands in the grid and no other row with figures does, and most labels say so: then order alone
    /// tells which row a misread label belongs to.
    /// </summary>
    public static bool IsWholeGrid(TableMatch table)
    {
        var matches = table.Alignment.Matches;
        return matches.Count == table.Rows.Count && table.IsClosedGrid && matches.Count(match => match.Similarity >= SureSimilarity) * 4 >= matches.Count * 3;
    }

    /// <summary>The rest of a label that is wrapped around its values stands behind them.</summary>
    private static bool GoesOnBelow(TableMatch table, RowMatch match)
    {
        const double Whole = 0.75;
        var next = match.SegmentIndex + 1;
        var below = next < table.Segments.Count ? table.Segments[next].Label : "";
        // A label that stands below as a whole is that of a row which lost its values.
        return match.Place.Labels.Any(label =>
            label.OfPart(match.Segment.Label + below) >= Whole && label.OfPart(below) < Whole);
    }

    /// <summary>
    /// Where labels and values stand on lines of their own, a missing row, a row with too many values, or values that no label
    /// claims beside a label that matches badly, mean that values may have moved to a neighbour's label.
    /// </summary>
    private static bool MayBeShifted(TableMatch table)
    {
        var loose = table.Alignment.Matches.Where(IsLoose).ToList();
        if (loose.Count * 2 <= table.Alignment.Matches.Count)
            return false;
        var found = table.Alignment.Matches.Select(match => match.Place).ToHashSet();
        if (table.Rows.Any(row => !row.Row.IsOptional && !found.Contains(row)) || loose.Any(match => match.IsOverfull))
            return true;
        var widths = table.Rows.Select(row => row.Columns).ToHashSet();
        return loose.Any(match => match.Similarity < PlainSimilarity) && table.Segments.Where((_, index) => table.HasFreeValues(index))
            .Any(segment => !segment.IsBesideLabel && widths.Contains(segment.Values.Count));
    }

    /// <summary>
    /// Values below a label, not only beside it, are those of the next row where that one lost its label and this one its values.
    /// </summary>
    private static bool MayBeOfNext(TableMatch table, RowMatch match)
    {
        if (match.Segment.HasInheritedLabel)
            return true;
        var next = table.Rows.SkipWhile(row => row != match.Place).Skip(1).FirstOrDefault();
        return (IsLoose(match) || match.Segment.SpansLines) && next is { Row.IsOptional: false } && table.Alignment.Matches.All(other => other.Place != next);
    }

    /// <summary>A row of blank cells next to values that no row claims: a page break may have parted them.</summary>
    private static bool HasValuesBeside(TableMatch table, RowMatch match)
    {
        if (!match.Segment.HasOnlyBlanks)
            return false;
        bool HasFreeRow(int index) => table.HasFreeValues(index) && table.Segments[index].Values.Count == match.Place.Columns;
        return HasFreeRow(match.SegmentIndex - 1) || HasFreeRow(match.SegmentIndex + 1);
    }

    /// <summary>A rule between two labels of a grid was lost: the figures below, which no row claims, are of one of them, and these of the other.</summary>
    private static bool SharesLabelWithNext(TableMatch table, RowMatch match)
    {
        var next = match.SegmentIndex + 1;
        return match.Segment.IsOfGrid && match.Place.Row.Label.Length > 0 && table.HasFreeValues(next)
            && table.Segments[next] is { Label.Length: 0, IsOfGrid: true } below && below.Values.Count >= match.Segment.Values.Count;
    }

    /// <summary>Figures without any label right above or below in the grid, which no row claims, may be a part of this row's.</summary>
    private static bool HasFiguresWithoutLabelBeside(TableMatch table, RowMatch match)
    {
        bool IsLoosePart(int index) => FieldReader.HasFreeCells(table, index) && table.Segments[index] is { Label.Length: 0 } part
            && part.Values.Count(value => value.Text.Any(char.IsAsciiDigit)) is > 1 and var figures && figures < match.Segment.Values.Count;
        return match.Segment.IsOfGrid && match.Place.Row.Label.Length > 0 && (IsLoosePart(match.SegmentIndex - 1) || IsLoosePart(match.SegmentIndex + 1));
    }

    private static bool IsLoose(RowMatch match) => !match.Segment.IsBesideLabel && match.Place.Row.Label.Length > 0;

    private static bool IsHeldByNeighbours(TableMatch table, RowMatch match)
    {
        var index = table.OrderOf(match.Place);
        bool IsNeighbour(int rowStep) => index + rowStep < 0 || index + rowStep >= table.Rows.Count ||
            table.Alignment.Matches.Any(other => other.Place == table.Rows[index + rowStep]
                && other.SegmentIndex == match.SegmentIndex + rowStep && other.Similarity >= SureSimilarity);
        return IsNeighbour(-1) && IsNeighbour(1);
    }

    // Rows with the same number of cells behind the label begin their values in the same place.
    private static Dictionary<(int Cells, int Columns), int?> UsualOffsets(TableMatch table) => table.Alignment.Matches
        .Select(match => (Shape: ShapeOf(match.Segment, match.Place), Offset: RowValues.OffsetOf(match.Segment, match.Place.Columns)))
        .Where(row => row.Offset is not null)
        .GroupBy(row => row.Shape)
        .Where(shape => shape.Select(row => row.Offset).Distinct().Count() == 1)
        .ToDictionary(shape => shape.Key, shape => shape.First().Offset);

    private static (int Cells, int Columns) ShapeOf(RowSegment segment, FormRowPlace place) => (segment.Values.Count, place.Columns);
}
