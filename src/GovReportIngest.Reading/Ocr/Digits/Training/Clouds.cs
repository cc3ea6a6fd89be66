namespace GovReportIngest.Reading.Ocr.Digits.Training;

/// <summary>Smooth random values from 0 to 1 over the unit square: a coarse grid of random numbers, interpolated.</summary>
internal sealed class Clouds
{
    private readonly int across;
    private readonly int down;
    private readonly float[] nodes;

    public Clouds(Random random, int across, int down)
    {
        (this.across, this.down) = (across, down);
        nodes = new float[(across + 2) * (down + 2)];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = random.NextSingle();
    }

    public float At(float u, float v)
    {
        var (x, y) = (u * across, v * down);
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - top);
        var at = top * (across + 2) + left;
        return (nodes[at] * (1 - fx) + nodes[at + 1] * fx) * (1 - fy) + (nodes[at + across + 2] * (1 - fx) + nodes[at + across + 3] * fx) * fy;
    }
}
