namespace GovReportIngest.Reading.Image;

/// <summary>Squares of a page with ink of one hue that lie near one another, and how full of it they are.</summary>
internal sealed class InkGroup
{
    /// <summary>Seals of offices are 38 to 58 mm wide; a little more for worn and uneven ones, points.</summary>
    private const double LeastSeal = 85;
    private const double LargestSeal = 190;

    /// <summary>The ring of a seal lies between these shares of its radius and is seen in so many of its sectors.</summary>
    private const double RingInside = 0.82;
    private const double RingOutside = 1.12;
    private const int Sectors = 24;
    private const int SectorsSeen = 15;

    /// <summary>Shades of cells fill their squares; strokes do not, and lines of a pen are thin.</summary>
    private const double Full = 0.8;
    private const int ThickShade = 4;

    private readonly int left;
    private readonly int top;
    private readonly int right;
    private readonly int bottom;
    private readonly double fullness;

    private InkGroup(List<(int Column, int Row)> squares, double fullness)
    {
        (Squares, this.fullness) = (squares, fullness);
        (left, right) = (squares.Min(square => square.Column), squares.Max(square => square.Column));
        (top, bottom) = (squares.Min(square => square.Row), squares.Max(square => square.Row));
    }

    public IReadOnlyList<(int Column, int Row)> Squares { get; }

    public bool IsShade => fullness > Full && Math.Min(right - left, bottom - top) + 1 >= ThickShade;

    /// <param name="shares">Share of ink by hue, column and row.</param>
    /// <param name="hue">Of the groups.</param>
    /// <param name="reach">Squares so far from each other belong together.</param>
    public static IEnumerable<InkGroup> Of(float[,,] shares, int hue, int reach)
    {
        var (columns, rows) = (shares.GetLength(1), shares.GetLength(2));
        var seen = new bool[columns, rows];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (shares[hue, column, row] > 0 && !seen[column, row])
                    yield return Around(shares, hue, reach, (column, row), seen);
    }

    /// <summary>Whether it is a round or oval seal, by its ring.</summary>
    /// <param name="side">Of a square, points.</param>
    public bool IsSeal(double side)
    {
        var (width, height) = (right - left + 1, bottom - top + 1);
        if (Math.Min(width, height) * side < LeastSeal || Math.Max(width, height) * side > LargestSeal)
            return false;
        var sectors = new HashSet<int>();
        foreach (var (column, row) in Squares)
        {
            var (x, y) = ((column - left + 0.5) / width * 2 - 1, (row - top + 0.5) / height * 2 - 1);
            if (Math.Sqrt(x * x + y * y) is > RingInside and < RingOutside)
                sectors.Add((int)((Math.Atan2(y, x) / Math.Tau + 0.5) * Sectors) % Sectors);
        }

        return sectors.Count >= SectorsSeen;
    }

    public bool IsWithin(InkGroup other) => left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;

    private static InkGroup Around(float[,,] shares, int hue, int reach, (int Column, int Row) first, bool[,] seen)
    {
        var squares = new List<(int Column, int Row)> { first };
        seen[first.Column, first.Row] = true;
        var sum = 0.0;
        for (var i = 0; i < squares.Count; i++)
        {
            var (column, row) = squares[i];
            sum += Math.Min(1, shares[hue, column, row]);
            for (var y = Math.Max(0, row - reach); y <= Math.Min(shares.GetLength(2) - 1, row + reach); y++)
                for (var x = Math.Max(0, column - reach); x <= Math.Min(shares.GetLength(1) - 1, column + reach); x++)
                    if (shares[hue, x, y] > 0 && !seen[x, y])
                    {
                        seen[x, y] = true;
                        squares.Add((x, y));
                    }
        }

        return new(squares, sum / squares.Count);
    }
}
