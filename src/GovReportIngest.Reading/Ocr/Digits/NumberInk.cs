using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>A connected piece of ink, or several that belong to one character; pixels of the page, half-open.</summary>
internal readonly record struct Blob(int Left, int Top, int Right, int Bottom, int Pixels)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public Blob With(Blob other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom), Pixels + other.Pixels);
}

/// <summary>
/// The ink of one number cell: characters from left to right, and the cell's own black and white (a local threshold between the
/// cell's background and its darkest ink copes with shade and with thin faces).
/// </summary>
internal sealed class NumberInk
{
    private const double InkShare = 0.45;
    private const int LeastContrast = 28;

    /// <summary>The darkest pixels of empty paper lie this many deviations of its grain below its white.</summary>
    private const double PureGrain = 3.8;

    private NumberInk(IReadOnlyList<Blob> characters, IReadOnlyList<Blob> dots, int black, int white, bool touchesEdge)
    {
        Characters = characters;
        Dots = dots;
        Black = black;
        White = white;
        TouchesEdge = touchesEdge;
    }

    /// <summary>At least as high as a small digit, or a dash.</summary>
    public IReadOnlyList<Blob> Characters { get; }

    /// <summary>Marks too small for a digit: decimal points, or dirt.</summary>
    public IReadOnlyList<Blob> Dots { get; }

    public int Black { get; }

    public int White { get; }

    /// <summary>Pixels darker than this are ink.</summary>
    public double Threshold => White - (White - Black) * InkShare;

    /// <summary>Ink runs over the border of the cell.</summary>
    public bool TouchesEdge { get; }

    public Blob Extent => Characters.Concat(Dots).Aggregate((all, blob) => all.With(blob));

    /// <summary>Looks into the cell (pixels), leaving out its border where rules run.</summary>
    public static NumberInk Of(GrayImage page, int left, int top, int right, int bottom, double pixelsPerPoint)
    {
        left = Math.Max(0, left);
        top = Math.Max(0, top);
        right = Math.Min(page.Width, right);
        bottom = Math.Min(page.Height, bottom);
        if (right - left < 5 || bottom - top < 5)
            return Nothing;
        var (black, white, grain) = Levels(page, left, top, right, bottom, pixelsPerPoint);
        if (white - black < Math.Max(LeastContrast, PureGrain * grain))
            return Nothing;
        var threshold = white - (white - black) * InkShare;
        var blobs = Blobs.Find(page, left, top, right, bottom, threshold)
            .Where(blob => blob.Pixels >= pixelsPerPoint * pixelsPerPoint * 0.2)
            .Where(blob => !IsRule(blob, left, top, right, bottom))
            .ToList();
        var touches = blobs.Any(blob => blob.Left <= left || blob.Right >= right || blob.Top <= top || blob.Bottom >= bottom);
        var merged = Merge(blobs, pixelsPerPoint);
        var characters = merged.Where(blob => IsCharacter(blob, pixelsPerPoint)).ToList();
        var dots = merged.Except(characters).Where(blob => blob.Height < 2.8 * pixelsPerPoint && blob.Width < 2.8 * pixelsPerPoint).ToList();
        return new(characters, dots, black, white, touches);
    }

    private static NumberInk Nothing { get; } = new([], [], 0, 255, false);

    private static bool IsCharacter(Blob blob, double scale) =>
        (blob.Height >= 2.8 * scale && blob.Height < 16 * scale) || (blob.Width >= 2.2 * scale && blob.Width > 2 * blob.Height);

    // A piece of a rule along the cell's border.
    private static bool IsRule(Blob blob, int left, int top, int right, int bottom) =>
        (blob.Height > 0.8 * (bottom - top) && blob.Width < 0.12 * blob.Height && (blob.Left <= left + 2 || blob.Right >= right - 2))
        || (blob.Width > 0.8 * (right - left) && blob.Height < 0.12 * blob.Width && (blob.Top <= top + 2 || blob.Bottom >= bottom - 2));

    private static (int Black, int White, double Grain) Levels(GrayImage page, int left, int top, int right, int bottom, double scale)
    {
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        for (var y = top; y < bottom; y++)
            foreach (var pixel in page.Pixels.AsSpan(y * page.Width + left, right - left))
                histogram[pixel]++;
        var total = (right - left) * (bottom - top);
        // Ink never covers a third of a cell, so that these two ranks are paper: 0.385 deviations apart.
        var grain = (Level(histogram, total * 0.5) - Level(histogram, total * 0.35)) / 0.385;
        return (Level(histogram, total * Math.Min(0.002, 0.7 * scale * scale / total)), Level(histogram, total * 0.6), grain);
    }

    private static int Level(ReadOnlySpan<int> histogram, double rank)
    {
        var count = 0;
        for (var level = 0; level < 256; level++)
            if ((count += histogram[level]) > rank)
                return level;
        return 255;
    }

    private static List<Blob> Merge(List<Blob> blobs, double scale)
    {
        var merged = blobs.OrderBy(blob => blob.Left).ThenBy(blob => blob.Top).ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            var highest = merged.Count == 0 ? 0 : merged.Max(blob => blob.Height);
            for (var i = 0; i < merged.Count && !changed; i++)
                for (var j = i + 1; j < merged.Count && !changed; j++)
                    if (AreOne(merged[i], merged[j], highest, scale))
                    {
                        merged[i] = merged[i].With(merged[j]);
                        merged.RemoveAt(j);
                        changed = true;
                    }
        }

        return [.. merged.OrderBy(blob => blob.Left).ThenBy(blob => blob.Top)];
    }

    /// <summary>Pieces of a broken stroke lie over one another, or side by side with one of them clearly too short.</summary>
    private static bool AreOne(Blob a, Blob b, int highest, double scale)
    {
        var common = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        var together = a.With(b);
        if (together.Height > 10 * scale)
            return false;
        if (common > 0.4 * Math.Min(a.Width, b.Width))
            return true;
        var isPiece = Math.Min(a.Height, b.Height) < 0.85 * highest && Math.Min(a.Height, b.Height) > 0.3 * highest;
        return isPiece && together.Width <= 0.8 * highest && -common <= 0.12 * highest;
    }
}
