using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Which borders between elementary cells of a grid are drawn. A border that a scan lost is put back where its row and its
/// column both support it; what is left between drawn borders is cut into rectangles.
/// </summary>
internal sealed class CellBorders
{
    /// <summary>A word may lean this far, in points, over a border.</summary>
    private const double Lean = 1.5;

    private readonly GridLines grid;
    private readonly bool[,] below;
    private readonly bool[,] right;

    public CellBorders(GridLines grid)
    {
        this.grid = grid;
        below = new bool[grid.Rows, grid.Columns];
        right = new bool[grid.Rows, grid.Columns];
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
            {
                below[row, column] = row == grid.Rows - 1 || grid.IsRuledBelow(row, column);
                right[row, column] = column == grid.Columns - 1 || grid.IsRuledRight(row, column);
            }
    }

    /// <summary>Puts back single borders that are drawn on both sides of the gap, unless a word runs over them.</summary>
    public void Mend(IReadOnlyList<Word> words)
    {
        var missing = new List<(int Row, int Column, bool IsRight)>();
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
            {
                if (IsLostRight(row, column))
                    missing.Add((row, column, true));
                if (IsLostBelow(row, column))
                    missing.Add((row, column, false));
            }

        foreach (var (row, column, isRight) in missing)
            if (isRight && !words.Any(word => RunsOverRight(word, row, column)))
                right[row, column] = true;
            else if (!isRight && !words.Any(word => RunsOverBelow(word, row, column)))
                below[row, column] = true;
    }

    /// <summary>Cells as rectangles of elementary cells, both ends included, ordered by row, then column.</summary>
    public IReadOnlyList<(int Top, int Left, int Bottom, int Right)> Cells()
    {
        var cells = new List<(int Top, int Left, int Bottom, int Right)>();
        foreach (var group in Groups())
            cells.AddRange(Fewest(Strips(group), Transposed(Strips([.. group.Select(cell => (cell.Column, cell.Row))]))));
        return [.. cells.OrderBy(cell => cell.Top).ThenBy(cell => cell.Left)];
    }

    // The rule goes on above and below, and every other border of those two rows is drawn in this one.
    private bool IsLostRight(int row, int column)
    {
        if (right[row, column] || row == 0 || row == grid.Rows - 1 || !right[row - 1, column] || !right[row + 1, column])
            return false;
        return Enumerable.Range(0, grid.Columns - 1).All(other => other == column || !right[row - 1, other] || !right[row + 1, other] || right[row, other])
            && below[row - 1, column] && below[row - 1, column + 1] && below[row, column] && below[row, column + 1];
    }

    private bool IsLostBelow(int row, int column)
    {
        if (below[row, column] || column == 0 || column == grid.Columns - 1 || !below[row, column - 1] || !below[row, column + 1])
            return false;
        return Enumerable.Range(0, grid.Columns).All(other => other == column || below[row, other] || other < column - 1)
            && right[row, column - 1] && right[row + 1, column - 1] && right[row, column] && right[row + 1, column]
            && (row == 0 || below[row - 1, column]) && below[row + 1, column];
    }

    private bool RunsOverRight(Word word, int row, int column) =>
        word.Box.CentreY > grid.Ys[row] && word.Box.CentreY < grid.Ys[row + 1]
        && word.Box.X < grid.Xs[column + 1] - Lean && word.Box.Right > grid.Xs[column + 1] + Lean;

    // Writing in the middle of two rows, or over the line between them, belongs to one cell of both.
    private bool RunsOverBelow(Word word, int row, int column) =>
        word.Box.CentreX > grid.Xs[column] && word.Box.CentreX < grid.Xs[column + 1]
        && word.Box.Y < grid.Ys[row + 1] - Lean && word.Box.Bottom > grid.Ys[row + 1] + Lean;

    private List<List<(int Row, int Column)>> Groups()
    {
        var seen = new bool[grid.Rows, grid.Columns];
        var groups = new List<List<(int Row, int Column)>>();
        for (var row = 0; row < grid.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
                if (!seen[row, column])
                    groups.Add(Fill(row, column, seen));
        return groups;
    }

    private List<(int Row, int Column)> Fill(int row, int column, bool[,] seen)
    {
        var group = new List<(int Row, int Column)>();
        var open = new Stack<(int Row, int Column)>([(row, column)]);
        seen[row, column] = true;
        while (open.TryPop(out var cell))
        {
            group.Add(cell);
            foreach (var next in Neighbours(cell.Row, cell.Column))
                if (!seen[next.Row, next.Column])
                {
                    seen[next.Row, next.Column] = true;
                    open.Push(next);
                }
        }

        return group;
    }

    private IEnumerable<(int Row, int Column)> Neighbours(int row, int column)
    {
        if (!right[row, column])
            yield return (row, column + 1);
        if (!below[row, column])
            yield return (row + 1, column);
        if (column > 0 && !right[row, column - 1])
            yield return (row, column - 1);
        if (row > 0 && !below[row - 1, column])
            yield return (row - 1, column);
    }

    /// <summary>Runs of neighbouring columns row by row; equal runs of following rows are one rectangle.</summary>
    private static List<(int Top, int Left, int Bottom, int Right)> Strips(List<(int Row, int Column)> group)
    {
        var strips = new List<(int Top, int Left, int Bottom, int Right)>();
        foreach (var row in group.GroupBy(cell => cell.Row).OrderBy(row => row.Key))
            foreach (var (left, end) in RunsOf([.. row.Select(cell => cell.Column).Order()]))
            {
                var above = strips.FindIndex(strip => strip.Bottom == row.Key - 1 && strip.Left == left && strip.Right == end);
                if (above >= 0)
                    strips[above] = strips[above] with { Bottom = row.Key };
                else
                    strips.Add((row.Key, left, row.Key, end));
            }

        return strips;
    }

    private static IEnumerable<(int Left, int Right)> RunsOf(List<int> columns)
    {
        var start = 0;
        for (var i = 1; i <= columns.Count; i++)
            if (i == columns.Count || columns[i] != columns[i - 1] + 1)
            {
                yield return (columns[start], columns[i - 1]);
                start = i;
            }
    }

    private static List<(int Top, int Left, int Bottom, int Right)> Transposed(List<(int Top, int Left, int Bottom, int Right)> strips) =>
        [.. strips.Select(strip => (strip.Left, strip.Top, strip.Right, strip.Bottom))];

    private static List<(int Top, int Left, int Bottom, int Right)> Fewest(
        List<(int Top, int Left, int Bottom, int Right)> rows, List<(int Top, int Left, int Bottom, int Right)> columns) =>
        columns.Count < rows.Count ? columns : rows;
}
