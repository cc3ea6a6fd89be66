using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Groups the digits of a page by shape (normalised correlation of 14 × 20 pixels): the same digit of one face looks the same,
/// so a reading that most of a group's members got is a vote on every member, independent of its neighbours.
/// </summary>
internal sealed class GlyphClusters
{
    private const int Across = 14;
    private const int Down = 20;
    private const double Alike = 0.86;

    private readonly List<(float[] Sum, double Aspect, int Count)> clusters = [];

    /// <summary>The cluster of a glyph; a new one where none is alike.</summary>
    public int Add(GrayImage page, Blob blob, NumberInk ink)
    {
        var shape = Shape(page, blob, ink);
        var aspect = (double)blob.Width / blob.Height;
        var (best, bestLikeness) = (-1, Alike);
        for (var i = 0; i < clusters.Count; i++)
            if (Math.Abs(Math.Log(clusters[i].Aspect / aspect)) < 0.35 && Likeness(clusters[i].Sum, shape) is var likeness && likeness > bestLikeness)
                (best, bestLikeness) = (i, likeness);
        if (best < 0)
        {
            clusters.Add((shape, aspect, 1));
            return clusters.Count - 1;
        }

        var (sum, old, count) = clusters[best];
        for (var i = 0; i < sum.Length; i++)
            sum[i] += shape[i];
        clusters[best] = (sum, (old * count + aspect) / (count + 1), count + 1);
        return best;
    }

    private static double Likeness(float[] sum, float[] shape)
    {
        double product = 0, square = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            product += sum[i] * shape[i];
            square += sum[i] * sum[i];
        }

        return product / Math.Sqrt(square + 1e-9);
    }

    /// <summary>Area-sampled darkness without its mean, length 1.</summary>
    private static float[] Shape(GrayImage page, Blob blob, NumberInk ink)
    {
        var shape = new float[Across * Down];
        for (var j = 0; j < Down; j++)
            for (var i = 0; i < Across; i++)
                shape[j * Across + i] = Darkness(page, ink,
                    blob.Left + (double)i * blob.Width / Across, blob.Left + (double)(i + 1) * blob.Width / Across,
                    blob.Top + (double)j * blob.Height / Down, blob.Top + (double)(j + 1) * blob.Height / Down);
        var mean = shape.Average();
        double square = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] -= mean;
            square += shape[i] * shape[i];
        }

        var length = (float)Math.Sqrt(square + 1e-9);
        for (var i = 0; i < shape.Length; i++)
            shape[i] /= length;
        return shape;
    }

    private static float Darkness(GrayImage page, NumberInk ink, double x0, double x1, double y0, double y1)
    {
        var (sum, count) = (0.0, 0);
        for (var y = (int)y0; y < Math.Max((int)y0 + 1, (int)Math.Ceiling(y1)); y++)
            for (var x = (int)x0; x < Math.Max((int)x0 + 1, (int)Math.Ceiling(x1)); x++)
            {
                var grey = page.Pixels[Math.Min(y, page.Height - 1) * page.Width + Math.Min(x, page.Width - 1)];
                sum += Math.Clamp((ink.White - grey) / (double)Math.Max(1, ink.White - ink.Black), 0, 1);
                count++;
            }

        return (float)(sum / count);
    }
}
