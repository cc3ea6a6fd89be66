using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Connected components (8 neighbours) of the pixels darker than a threshold, by flood fill.</summary>
internal sealed class Blobs
{
    private readonly int width;
    private readonly int height;
    private readonly int[] labels;
    private readonly Stack<int> open = new();

    private Blobs(GrayImage image, double threshold)
    {
        (width, height) = (image.Width, image.Height);
        labels = new int[width * height];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = image.Pixels[i] < threshold ? -1 : 0;
        for (var i = 0; i < labels.Length; i++)
            if (labels[i] < 0)
                All.Add(Fill(i, All.Count + 1));
    }

    public List<Blob> All { get; } = [];

    public static Blobs Find(GrayImage image, double threshold) => new(image, threshold);

    /// <summary>The component that a darker piece is the core of; null where it is none's.</summary>
    public Blob? PieceAround(Blob core)
    {
        for (var y = core.Top; y < core.Bottom; y++)
            for (var x = core.Left; x < core.Right; x++)
                if (labels[y * width + x] is > 0 and var label && All[label - 1] is var piece && piece.Contains(core))
                    return piece;
        return null;
    }

    /// <summary>Paints the components that are not kept, with their rims.</summary>
    public void Erase(GrayImage image, Func<Blob, bool> isKept, byte white)
    {
        var kept = All.Select(isKept).ToArray();
        for (var k = 0; k < kept.Length; k++)
            if (!kept[k])
                Erase(image, All[k], k + 1, kept, white);
    }

    private void Erase(GrayImage image, Blob blob, int label, bool[] kept, byte white)
    {
        const int Rim = 2;
        for (var y = blob.Top; y < blob.Bottom; y++)
            for (var x = blob.Left; x < blob.Right; x++)
                if (labels[y * width + x] == label)
                    for (var ny = Math.Max(0, y - Rim); ny <= Math.Min(height - 1, y + Rim); ny++)
                        for (var nx = Math.Max(0, x - Rim); nx <= Math.Min(width - 1, x + Rim); nx++)
                            if (labels[ny * width + nx] is var other && (other == 0 || !kept[other - 1]))
                                image[nx, ny] = white;
    }

    private Blob Fill(int start, int label)
    {
        var (x1, y1, x2, y2, count) = (width, height, 0, 0, 0);
        labels[start] = label;
        open.Push(start);
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % width, at / width);
            (x1, y1, x2, y2, count) = (Math.Min(x1, x), Math.Min(y1, y), Math.Max(x2, x), Math.Max(y2, y), count + 1);
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                    if (labels[ny * width + nx] < 0)
                    {
                        labels[ny * width + nx] = label;
                        open.Push(ny * width + nx);
                    }
        }

        return new(x1, y1, x2 + 1, y2 + 1, count);
    }
}
