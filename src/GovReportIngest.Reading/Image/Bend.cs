namespace GovReportIngest.Reading.Image;

/// <summary>
/// How far lines that were level in print are off it: the sum of a · u^i · v^j over a page, u along the lines and v across them, each from -1 to 1. It is
/// found from traces of lines by least squares, in which each trace has a level of its own; points that do not fit count less the
/// less they fit (iteratively reweighted, Cauchy's weights: Holland and Welsch 1977).
/// </summary>
internal sealed class Bend
{
    private const int Rounds = 8;

    /// <summary>Points this far off the fit count half, at least; points of the page.</summary>
    private const double LeastSpread = 0.4;

    /// <summary>Keeps powers small that nothing speaks for; more so the higher they are.</summary>
    private const double Ridge = 0.02;
    private const double RidgeGrowth = 3;

    /// <summary>The bend goes on so far beyond the outmost traces, as a share of half the page; behind that it stays as it is there.</summary>
    private const double Beyond = 0.15;

    private readonly (int Along, int Across)[] powers;
    private readonly (double Middle, double Half) along;
    private readonly (double Middle, double Half) across;
    private readonly (double Least, double Most) alongReach;
    private readonly (double Least, double Most) acrossReach;
    private readonly double[] amounts;

    /// <param name="traces">X runs along the lines.</param>
    /// <param name="size">Of the page along and across the lines.</param>
    /// <param name="powers">Of u and v in each term; that of u is at least 1.</param>
    public Bend(IReadOnlyList<LineTrace> traces, (double Along, double Across) size, params (int Along, int Across)[] powers)
    {
        this.powers = powers;
        (along, across) = ((size.Along / 2, size.Along / 2), (size.Across / 2, size.Across / 2));
        alongReach = Reach(traces.SelectMany(trace => trace.Points).Select(point => (point.X - along.Middle) / along.Half));
        acrossReach = Reach(traces.SelectMany(trace => trace.Points).Select(point => (point.Y - across.Middle) / across.Half));
        amounts = new double[powers.Length];
        var weights = traces.Select(trace => Enumerable.Repeat(trace.Weight, trace.Points.Count).ToArray()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            amounts = Solve(traces, weights);
            Spread = Reweigh(traces, weights);
        }
    }

    /// <summary>Half of the points are nearer to their lines than this after straightening, points of the page.</summary>
    public double Spread { get; private set; }

    /// <summary>What is to be added to the position across the lines, points of the page.</summary>
    public double At(double x, double y)
    {
        Span<double> terms = stackalloc double[powers.Length];
        Terms(x, y, terms);
        var sum = 0.0;
        for (var i = 0; i < terms.Length; i++)
            sum += terms[i] * amounts[i];
        return sum;
    }

    /// <summary>How much the bend lifts or lowers one part of the trace against another.</summary>
    public double Range(LineTrace trace)
    {
        var levels = trace.Points.Select(point => At(point.X, point.Y)).ToList();
        return levels.Max() - levels.Min();
    }

    private static (double, double) Reach(IEnumerable<double> positions)
    {
        var all = positions.ToList();
        return (Math.Max(-1, all.Min() - Beyond), Math.Min(1, all.Max() + Beyond));
    }

    private void Terms(double x, double y, Span<double> terms)
    {
        var u = Math.Clamp((x - along.Middle) / along.Half, alongReach.Least, alongReach.Most);
        var v = Math.Clamp((y - across.Middle) / across.Half, acrossReach.Least, acrossReach.Most);
        for (var i = 0; i < powers.Length; i++)
            terms[i] = Power(u, powers[i].Along) * Power(v, powers[i].Across);
    }

    private static double Power(double value, int exponent)
    {
        var power = 1.0;
        for (; exponent > 0; exponent--)
            power *= value;
        return power;
    }

    /// <summary>The normal equations of all traces, each less its own mean.</summary>
    private double[] Solve(IReadOnlyList<LineTrace> traces, List<double[]> weights)
    {
        var count = powers.Length;
        var matrix = new double[count, count + 1];
        for (var i = 0; i < count; i++)
            matrix[i, i] = Ridge * Math.Pow(RidgeGrowth, powers[i].Along + powers[i].Across - 1);
        Span<double> terms = stackalloc double[count];
        var means = new double[count + 1];
        foreach (var (trace, weight) in traces.Zip(weights))
        {
            Array.Clear(means);
            var total = weight.Sum();
            for (var n = 0; n < weight.Length; n++)
            {
                Terms(trace.Points[n].X, trace.Points[n].Y, terms);
                for (var i = 0; i < count; i++)
                    means[i] += weight[n] / total * terms[i];
                means[count] += weight[n] / total * trace.Points[n].Y;
            }

            for (var n = 0; n < weight.Length; n++)
            {
                Terms(trace.Points[n].X, trace.Points[n].Y, terms);
                for (var i = 0; i < count; i++)
                {
                    var own = weight[n] * (terms[i] - means[i]);
                    for (var j = 0; j < count; j++)
                        matrix[i, j] += own * (terms[j] - means[j]);
                    matrix[i, count] -= own * (trace.Points[n].Y - means[count]);
                }
            }
        }

        return Eliminated(matrix, count);
    }

    /// <summary>Gauss with the diagonal as pivots, which the ridge keeps from zero.</summary>
    private static double[] Eliminated(double[,] matrix, int count)
    {
        for (var pivot = 0; pivot < count; pivot++)
            for (var row = pivot + 1; row < count; row++)
            {
                var share = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column <= count; column++)
                    matrix[row, column] -= share * matrix[pivot, column];
            }

        var solution = new double[count];
        for (var row = count - 1; row >= 0; row--)
        {
            var sum = matrix[row, count];
            for (var column = row + 1; column < count; column++)
                sum -= matrix[row, column] * solution[column];
            solution[row] = sum / matrix[row, row];
        }

        return solution;
    }

    /// <returns>The median distance from the straightened lines.</returns>
    private double Reweigh(IReadOnlyList<LineTrace> traces, List<double[]> weights)
    {
        var offsets = traces.Zip(weights, Offsets).ToList();
        var sorted = offsets.SelectMany(own => own).Select(Math.Abs).Order().ToList();
        var median = sorted[sorted.Count / 2];
        var spread = Math.Max(LeastSpread, 2 * median);
        for (var k = 0; k < offsets.Count; k++)
            for (var n = 0; n < offsets[k].Length; n++)
                weights[k][n] = traces[k].Weight / (1 + offsets[k][n] * offsets[k][n] / (spread * spread));
        return median;
    }

    private double[] Offsets(LineTrace trace, double[] weight)
    {
        var levels = trace.Points.Select(point => point.Y + At(point.X, point.Y)).ToArray();
        var mean = levels.Zip(weight, (level, own) => level * own).Sum() / weight.Sum();
        return [.. levels.Select(level => level - mean)];
    }
}
