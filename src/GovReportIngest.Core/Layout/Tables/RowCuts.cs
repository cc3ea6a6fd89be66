using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Shares lines of wrapped labels among rows of figures: the lines of a label are centred on its figures, or begin beside them.
/// The assignment that keeps the order and misses least is found by dynamic programming; lines above the first row and below
/// the last may belong to neither.
/// </summary>
internal static class RowCuts
{
    /// <summary>What a row without a label, and a line without a row, cost, in points of distance.</summary>
    private const double NoLabel = 5;

    private const double NoRow = 4;

    /// <param name="centres">Of the figures of each row, points, falling down the page.</param>
    /// <param name="lines">Top and bottom of each line of the labels, points, in the same order.</param>
    /// <returns>For each line the index of its row; −1 above the first, the number of rows below the last.</returns>
    public static IReadOnlyList<int> Share(IReadOnlyList<double> centres, IReadOnlyList<(double Top, double Bottom)> lines)
    {
        var centred = Best(centres, lines, (first, last) => (first.Top + last.Bottom) / 2);
        var beside = Best(centres, lines, (first, _) => (first.Top + first.Bottom) / 2);
        return centred.Cost <= beside.Cost ? centred.Rows : beside.Rows;
    }

    private static (double Cost, IReadOnlyList<int> Rows) Best(
        IReadOnlyList<double> centres, IReadOnlyList<(double Top, double Bottom)> lines,
        Func<(double Top, double Bottom), (double Top, double Bottom), double> middle)
    {
        var (rows, count) = (centres.Count, lines.Count);
        var cost = new double[rows + 1, count + 1];
        var from = new int[rows + 1, count + 1];
        for (var line = 1; line <= count; line++)
            cost[0, line] = cost[0, line - 1] + NoRow;
        for (var row = 1; row <= rows; row++)
            for (var line = 0; line <= count; line++)
            {
                (cost[row, line], from[row, line]) = (cost[row - 1, line] + NoLabel, line);
                for (var first = line - 1; first >= 0; first--)
                {
                    var way = cost[row - 1, first] + Math.Abs(middle(lines[first], lines[line - 1]) - centres[row - 1]);
                    if (way < cost[row, line] - 1e-9)
                        (cost[row, line], from[row, line]) = (way, first);
                }
            }

        var end = Enumerable.Range(0, count + 1).MinBy(line => cost[rows, line] + (count - line) * NoRow);
        return (cost[rows, end] + (count - end) * NoRow, Trace(from, rows, count, end));
    }

    private static int[] Trace(int[,] from, int rows, int count, int end)
    {
        var shares = new int[count];
        Array.Fill(shares, rows, end, count - end);
        for (var row = rows; row > 0; row--)
        {
            var first = from[row, end];
            Array.Fill(shares, row - 1, first, end - first);
            end = first;
        }

        Array.Fill(shares, -1, 0, end);
        return shares;
    }
}
