namespace GovReportIngest.Reading.Image;

/// <summary>
/// Tells an empty sheet from one whose print is too faint to read: of squares of a point, the darkest are further from the mean
/// around them than the lightest, where grain makes both alike.
/// </summary>
internal static class FaintPrint
{
    /// <summary>The paper around a square is the mean of so many squares to each side.</summary>
    private const int Around = 12;

    /// <summary>Specks of dust are fewer squares than this and than this share of the sheet; a line of characters is more.</summary>
    private const int MostDust = 100;
    private const double MostDustShare = 0.0005;

    /// <summary>Grain makes squares as much darker as lighter; paper beside print is lighter than their mean by less than this share.</summary>
    private const double Lighter = 1.5;

    /// <summary>The edges of a scan show lids and shadows, points.</summary>
    private const int Margin = 30;

    public static bool IsOn(GrayImage page, double pixelsPerPoint)
    {
        var squares = Squares(page, pixelsPerPoint);
        var (columns, rows) = (squares.GetLength(0), squares.GetLength(1));
        if (columns == 0 || rows == 0)
            return false;
        var margin = Math.Min(Margin, (Math.Min(columns, rows) - 1) / 4);
        var sums = Sums(squares);
        var against = new List<double>();
        for (var row = margin; row < rows - margin; row++)
            for (var column = margin; column < columns - margin; column++)
                against.Add(squares[column, row] - Mean(sums, column, row));
        // Deviation from the middle half, which is paper on any page (normal distribution: quartiles 1.349 deviations apart).
        var sorted = against.Order().ToList();
        var grain = Math.Max(0.05, (sorted[sorted.Count * 3 / 4] - sorted[sorted.Count / 4]) / 1.349);
        var rank = Math.Min(sorted.Count / 2, Math.Max(MostDust, (int)(MostDustShare * sorted.Count)));
        return -sorted[rank] > Lighter * sorted[^(rank + 1)] + grain;
    }

    private static double[,] Squares(GrayImage page, double pixelsPerPoint)
    {
        var squares = new double[(int)(page.Width / pixelsPerPoint), (int)(page.Height / pixelsPerPoint)];
        for (var row = 0; row < squares.GetLength(1); row++)
            for (var column = 0; column < squares.GetLength(0); column++)
            {
                var (left, top) = ((int)(column * pixelsPerPoint), (int)(row * pixelsPerPoint));
                var (right, bottom) = ((int)((column + 1) * pixelsPerPoint), (int)((row + 1) * pixelsPerPoint));
                var sum = 0;
                for (var y = top; y < bottom; y++)
                    for (var x = left; x < right; x++)
                        sum += page[x, y];
                squares[column, row] = sum / (double)Math.Max(1, (right - left) * (bottom - top));
            }

        return squares;
    }

    private static double[,] Sums(double[,] squares)
    {
        var sums = new double[squares.GetLength(0) + 1, squares.GetLength(1) + 1];
        for (var column = 0; column < squares.GetLength(0); column++)
            for (var row = 0; row < squares.GetLength(1); row++)
                sums[column + 1, row + 1] = squares[column, row] + sums[column, row + 1] + sums[column + 1, row] - sums[column, row];
        return sums;
    }

    private static double Mean(double[,] sums, int column, int row)
    {
        var (left, top) = (Math.Max(0, column - Around), Math.Max(0, row - Around));
        var (right, bottom) = (Math.Min(sums.GetLength(0) - 1, column + Around + 1), Math.Min(sums.GetLength(1) - 1, row + Around + 1));
        return (sums[right, bottom] - sums[left, bottom] - sums[right, top] + sums[left, top]) / ((right - left) * (bottom - top));
    }
}
