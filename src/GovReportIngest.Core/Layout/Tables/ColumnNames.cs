namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Names of columns between two heights of a page.</summary>
/// <param name="Lowest">Those below which no rule runs across but the one above the figures, from left to right.</param>
internal readonly record struct ColumnNames(IReadOnlyList<TextRun> Lowest, IReadOnlyList<TextRun> All)
{
    /// <summary>Left and right ends, points, of the names of columns of figures: what shows these columns where no row has a figure.</summary>
    /// <param name="labels">How far the labels reach.</param>
    /// <param name="right">End of the table.</param>
    public IReadOnlyList<(double Start, double End)> Columns(double labels, double right)
    {
        if (Lowest.Count == 0)
            return [];
        // The first name may be that of the labels: a cell reaches as far to the left of its name as to the right.
        var first = Lowest[0].Box;
        var end = Lowest.Count > 1 ? (first.Right + Lowest[1].Box.X) / 2 : right;
        var isOfLabels = 2 * first.CentreX - end < labels;
        return [.. Lowest.Skip(isOfLabels ? 1 : 0).Where(run => run.Box.X > labels).Select(run => (run.Box.X, run.Box.Right))];
    }
}
