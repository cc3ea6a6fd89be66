using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Connected components (8 neighbours) of the pixels darker than a threshold, by flood fill.</summary>
internal static class Blobs
{
    public static List<Blob> Find(GrayImage page, int left, int top, int right, int bottom, double threshold)
    {
        var (width, height) = (right - left, bottom - top);
        var isInk = new bool[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                isInk[y * width + x] = page.Pixels[(top + y) * page.Width + left + x] < threshold;
        var found = new List<Blob>();
        var open = new Stack<int>();
        for (var i = 0; i < isInk.Length; i++)
            if (isInk[i])
                found.Add(Fill(isInk, width, height, i, open, left, top));
        return found;
    }

    private static Blob Fill(bool[] isInk, int width, int height, int start, Stack<int> open, int left, int top)
    {
        var (x1, y1, x2, y2, count) = (width, height, 0, 0, 0);
        isInk[start] = false;
        open.Push(start);
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % width, at / width);
            (x1, y1, x2, y2, count) = (Math.Min(x1, x), Math.Min(y1, y), Math.Max(x2, x), Math.Max(y2, y), count + 1);
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                    if (isInk[ny * width + nx])
                    {
                        isInk[ny * width + nx] = false;
                        open.Push(ny * width + nx);
                    }
        }

        return new(left + x1, top + y1, left + x2 + 1, top + y2 + 1, count);
    }
}
