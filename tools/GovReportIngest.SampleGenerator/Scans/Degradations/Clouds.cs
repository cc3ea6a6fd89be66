namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>Smooth random values from 0 to 1 over the unit square: a coarse grid of random numbers, interpolated.</summary>
internal sealed class Clouds
{
    private readonly int _cells;
    private readonly double[] _values;

    public Clouds(Dice dice, int cells)
    {
        _cells = cells;
        _values = [.. Enumerable.Range(0, (cells + 2) * (cells + 2)).Select(_ => dice.NextDouble())];
    }

    public double At(double u, double v)
    {
        var (x, y) = (Math.Clamp(u, 0, 1) * _cells, Math.Clamp(v, 0, 1) * _cells);
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (Smooth(x - left), Smooth(y - top));
        var upper = Node(left, top) * (1 - fx) + Node(left + 1, top) * fx;
        var lower = Node(left, top + 1) * (1 - fx) + Node(left + 1, top + 1) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    private double Node(int x, int y) => _values[y * (_cells + 2) + x];

    private static double Smooth(double t) => t * t * (3 - 2 * t);
}
