using GovReportIngest.Core.Layout.Headings;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GovReportIngest.Training.Headings;

/// <summary>
/// Fits the softmax regression with MathNet's L-BFGS (Liu and Nocedal, Mathematical Programming 45, 1989) and a quadratic penalty.
/// Sums run over fixed parts in a fixed order: the same samples give the same weights on any number of cores.
/// </summary>
internal sealed class SoftmaxTraining
{
    private const int Parts = 4;
    private const double Penalty = 2e-6;
    private const int MostIterations = 160;

    /// <summary>Buckets of fewer lines say nothing that holds elsewhere.</summary>
    private const int FewestLines = 4;

    private readonly IReadOnlyList<(int[] Features, int Class)> samples;
    private readonly int[] columns = new int[LineFeatures.Buckets];
    private readonly int used;

    private SoftmaxTraining(IReadOnlyList<(int[] Features, int Class)> samples)
    {
        var counts = new int[LineFeatures.Buckets];
        foreach (var (features, _) in samples)
            foreach (var bucket in features)
                counts[bucket]++;
        Array.Fill(columns, -1);
        for (var bucket = 0; bucket < counts.Length; bucket++)
            if (counts[bucket] >= FewestLines)
                columns[bucket] = used++;
        this.samples = [.. samples.Select(sample => (sample.Features.Where(bucket => columns[bucket] >= 0).Select(bucket => columns[bucket]).ToArray(), sample.Class))];
    }

    /// <param name="samples">Buckets of a line's features, and its class.</param>
    public static HeadingModel Train(IReadOnlyList<(int[] Features, int Class)> samples, CancellationToken cancellation)
    {
        MathNet.Numerics.Control.UseSingleThread();
        var training = new SoftmaxTraining(samples);
        var objective = ObjectiveFunction.Gradient(weights =>
        {
            cancellation.ThrowIfCancellationRequested();
            return training.Loss(weights);
        });
        var start = Vector<double>.Build.Dense(training.used * HeadingModel.Classes);
        Vector<double> weights;
        try
        {
            weights = new LimitedMemoryBfgsMinimizer(1e-6, 1e-9, 1e-7, 8, MostIterations).FindMinimum(objective, start).MinimizingPoint;
        }
        catch (MaximumIterationsException)
        {
            // Enough: what more steps change is below the rounding of the weights.
            weights = objective.Point;
        }

        return training.Rounded(weights);
    }

    private (double, Vector<double>) Loss(Vector<double> point)
    {
        var weights = point.AsArray() ?? point.ToArray();
        var losses = new double[Parts];
        var gradients = new double[Parts][];
        Parallel.For(0, Parts, part => (losses[part], gradients[part]) = Part(weights, part));
        var (loss, gradient) = (0.0, new double[weights.Length]);
        for (var part = 0; part < Parts; part++)
        {
            loss += losses[part];
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] += gradients[part][i];
        }

        var squares = 0.0;
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = gradient[i] / samples.Count + Penalty * weights[i];
            squares += weights[i] * weights[i];
        }

        return (loss / samples.Count + Penalty / 2 * squares, Vector<double>.Build.Dense(gradient));
    }

    private (double Loss, double[] Gradient) Part(double[] weights, int part)
    {
        var classes = HeadingModel.Classes;
        var gradient = new double[weights.Length];
        var scores = new double[classes];
        var loss = 0.0;
        for (var s = part; s < samples.Count; s += Parts)
        {
            var (features, kind) = samples[s];
            Array.Clear(scores);
            foreach (var column in features)
                for (var k = 0; k < classes; k++)
                    scores[k] += weights[column * classes + k];
            loss += ToProbabilities(scores, kind);
            scores[kind] -= 1;
            foreach (var column in features)
                for (var k = 0; k < classes; k++)
                    gradient[column * classes + k] += scores[k];
        }

        return (loss, gradient);
    }

    /// <summary>Softmax in place; the loss of the right class.</summary>
    private static double ToProbabilities(double[] scores, int kind)
    {
        var highest = scores.Max();
        var right = scores[kind] - highest;
        var sum = 0.0;
        for (var k = 0; k < scores.Length; k++)
            sum += scores[k] = Math.Exp(scores[k] - highest);
        for (var k = 0; k < scores.Length; k++)
            scores[k] /= sum;
        return Math.Log(sum) - right;
    }

    private HeadingModel Rounded(Vector<double> weights)
    {
        var classes = HeadingModel.Classes;
        // A few digits are enough in the file, and the same everywhere.
        var scale = Math.Round(weights.AbsoluteMaximum() / sbyte.MaxValue, 6);
        var rounded = new sbyte[LineFeatures.Buckets * classes];
        for (var bucket = 0; bucket < columns.Length; bucket++)
            if (columns[bucket] >= 0)
                for (var k = 0; k < classes; k++)
                    rounded[bucket * classes + k] = (sbyte)Math.Clamp(Math.Round(weights[columns[bucket] * classes + k] / scale), -127, 127);
        return new(rounded, scale);
    }
}
