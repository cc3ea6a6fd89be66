namespace GovReportIngest.Core.Interpret.Rows;

/// <summary>
/// The values of a matched row in the columns of the form; null where no token could be tied to a column.
/// </summary>
/// <param name="Doubts">Codes that open every field of the row.</param>
internal sealed record RowValues(IReadOnlyList<ValueToken?> Columns, IReadOnlyList<string> Doubts)
{
    public const string Incomplete = "row-incomplete";
    public const string Overfull = "row-overfull";
    public const string ColumnUncertain = "column-uncertain";

    /// <summary>
    /// <paramref name="usualOffset"/>: how many cells before the first value the sibling rows of the same shape have
    /// (<see cref="OffsetOf"/>); decides where blanks make several placements possible.
    /// </summary>
    public static RowValues Place(RowSegment segment, int columns, int? usualOffset)
    {
        var values = segment.Values;
        if (values.Count == columns)
            return new([.. values], []);
        if (values.Count < columns)
            return new(new ValueToken?[columns], [Incomplete]);
        var offsets = Offsets(values, columns);
        if (offsets.Count == 0)
            return new(new ValueToken?[columns], [Overfull]);
        if (offsets.Count == 1 || (usualOffset is { } usual && offsets.Contains(usual)))
            return new([.. values.Skip(offsets.Count == 1 ? offsets[0] : usualOffset!.Value).Take(columns)], []);
        return new([.. values.Skip(offsets[0]).Take(columns)], [ColumnUncertain]);
    }

    /// <summary>The offset of a row whose placement is certain, else null.</summary>
    public static int? OffsetOf(RowSegment segment, int columns)
    {
        var offsets = segment.Values.Count >= columns ? Offsets(segment.Values, columns) : [];
        return offsets.Count == 1 ? offsets[0] : null;
    }

    // All windows of the right width outside of which nothing is printed.
    private static List<int> Offsets(IReadOnlyList<ValueToken> values, int columns)
    {
        var offsets = new List<int>();
        for (var offset = 0; offset + columns <= values.Count; offset++)
        {
            var isOutsideBlank = true;
            for (var i = 0; i < values.Count; i++)
                if ((i < offset || i >= offset + columns) && !values[i].IsBlank)
                    isOutsideBlank = false;
            if (isOutsideBlank)
                offsets.Add(offset);
        }

        return offsets;
    }
}
