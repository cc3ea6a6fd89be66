using GovReportIngest.Core.Document.Record;

namespace GovReportIngest.Core.Evaluate;

/// <summary>
/// How alike two tables are, 0 to 1: TEDS, the tree edit distance of their rows and cells over the larger number of nodes (Zhong et al.,
/// "Image-based table recognition: data, model, and evaluation", 2020). A cell of another span costs 1, of another text the
/// share of characters that differ; white space counts for nothing.
/// </summary>
internal static class TableSimilarity
{
    public static double Of(RecordTable truth, RecordTable found)
    {
        var (left, right) = (RowsOf(truth), RowsOf(found));
        var nodes = Math.Max(left.Sum(row => row.Count + 1), right.Sum(row => row.Count + 1)) + 1;
        return 1 - RowDistance(left, right) / nodes;
    }

    /// <summary>The same cells at the same places with the same spans and texts.</summary>
    public static bool AreSame(RecordTable truth, RecordTable found) => truth.Rows == found.Rows && truth.Columns == found.Columns
        && truth.Cells.Select(Described).ToHashSet().SetEquals(found.Cells.Select(Described));

    internal static (int Row, int Column, int RowSpan, int ColumnSpan, string Text) Described(RecordCell cell) =>
        (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, ProseEvaluation.WithoutSpaces(cell.Text));

    // All trees are three levels high: the edit distance of tables is that of their rows, with the distance of two rows' cells as
    // the cost of changing one into the other (Selkow 1977; a node is only changed into one of its own level).
    private static double RowDistance(IReadOnlyList<IReadOnlyList<RecordCell>> left, IReadOnlyList<IReadOnlyList<RecordCell>> right) =>
        Distance(left, right, row => row.Count + 1, CellDistance);

    private static double CellDistance(IReadOnlyList<RecordCell> left, IReadOnlyList<RecordCell> right) => Distance(left, right, _ => 1, Change);

    private static double Distance<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Func<T, double> weight, Func<T, T, double> change)
    {
        var above = new double[right.Count + 1];
        for (var j = 1; j <= right.Count; j++)
            above[j] = above[j - 1] + weight(right[j - 1]);
        foreach (var item in left)
        {
            var current = new double[right.Count + 1];
            current[0] = above[0] + weight(item);
            for (var j = 1; j <= right.Count; j++)
                current[j] = Math.Min(above[j - 1] + change(item, right[j - 1]), Math.Min(above[j] + weight(item), current[j - 1] + weight(right[j - 1])));
            above = current;
        }

        return above[^1];
    }

    private static double Change(RecordCell left, RecordCell right)
    {
        if (left.RowSpan != right.RowSpan || left.ColumnSpan != right.ColumnSpan)
            return 1;
        var (one, other) = (ProseEvaluation.WithoutSpaces(left.Text), ProseEvaluation.WithoutSpaces(right.Text));
        return one == other ? 0 : (double)EditDistance.Between(one, other) / Math.Max(one.Length, other.Length);
    }

    private static List<IReadOnlyList<RecordCell>> RowsOf(RecordTable table)
    {
        var rows = table.Cells.ToLookup(cell => cell.Row);
        return [.. Enumerable.Range(0, table.Rows).Select(row => (IReadOnlyList<RecordCell>)[.. rows[row].OrderBy(cell => cell.Column)])];
    }
}
