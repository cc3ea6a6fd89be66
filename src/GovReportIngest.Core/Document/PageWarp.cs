namespace GovReportIngest.Core.Document;

/// <summary>
/// Where the points of a flattened page stood on the page as it was photographed: how far each node of a square mesh was moved, in points;
/// between nodes the way changes evenly.
/// </summary>
/// <param name="Step">Between two nodes, points; the first stands at the origin.</param>
/// <param name="Columns">Nodes in a row, at least two.</param>
/// <param name="Moves">Row by row, x and y of every node.</param>
public sealed record PageWarp(double Step, int Columns, IReadOnlyList<double> Moves)
{
    /// <summary>Rows of nodes, at least two.</summary>
    public int Rows => Moves.Count / (2 * Columns);

    public (double X, double Y) ToUnflattened(double x, double y)
    {
        var (column, fx) = Cell(x / Step, Columns);
        var (row, fy) = Cell(y / Step, Rows);
        var at = 2 * (row * Columns + column);
        return (x + Between(at, fx, fy), y + Between(at + 1, fx, fy));
    }

    private static (int Cell, double Share) Cell(double position, int nodes)
    {
        var cell = Math.Clamp((int)Math.Floor(position), 0, nodes - 2);
        return (cell, position - cell);
    }

    private double Between(int at, double fx, double fy)
    {
        var below = at + 2 * Columns;
        return (Moves[at] * (1 - fx) + Moves[at + 2] * fx) * (1 - fy) + (Moves[below] * (1 - fx) + Moves[below + 2] * fx) * fy;
    }
}
