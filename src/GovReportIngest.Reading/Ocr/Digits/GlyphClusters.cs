namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Groups the digits of a page by shape (normalised correlation of 14 × 20 pixels): the same digit of one face looks the same,
/// so a reading that most of a group's members got is a vote on every member, independent of its neighbours.
/// </summary>
internal sealed class GlyphClusters
{
    private const double Alike = 0.86;

    private readonly List<(float[] Sum, double Aspect, int Count)> clusters = [];

    /// <summary>The cluster of a glyph; a new one where none is alike.</summary>
    public int Add(NumberInk ink, Blob blob)
    {
        var shape = GlyphShape.Of(ink.Image, blob, ink.Black, ink.White);
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
}
