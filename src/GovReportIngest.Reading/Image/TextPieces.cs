namespace GovReportIngest.Reading.Image;

/// <summary>
/// Cuts the ink of a region into pieces of single lines: by white that runs through from side to side, alternately across and
/// down, the widest first (recursive XY-cut, Nagy and Seth 1984). Columns of a table without rules come apart this way, too.
/// </summary>
internal static class TextPieces
{
    /// <summary>Smaller ink is dust, points.</summary>
    public const double Dust = 0.6;

    /// <summary>Ink no higher than this is no text, points.</summary>
    public const double LowestText = 2.5;

    /// <summary>White between lines, and between columns, as a share of the type size.</summary>
    private const double LineGap = 0.12;
    private const double ColumnGap = 1.1;

    /// <summary>Ink so many type sizes high is several lines; so much white parts columns where it untangles them.</summary>
    private const double Tangled = 1.6;
    private const double TangledGap = 0.35;

    /// <summary>Regions so many type sizes wide may hold several columns; others hold one label.</summary>
    private const double WidestLabel = 12;

    /// <summary>Lines are no thinner than this share of the type size; thinner ones are strokes of 二 or 三, or points.</summary>
    private const double ThinLine = 0.6;
    private const double HighestLine = 1.25;

    private const double SmallestType = 6;
    private const double LargestType = 26;

    /// <param name="shapes">Connected pieces of ink, without rules and dust.</param>
    /// <param name="untangles">Whether lines of neighbouring columns may stand at different heights, as names in the header of a table do.</param>
    /// <returns>From top to bottom, then from left to right.</returns>
    public static IReadOnlyList<PixelBox> Cut(IReadOnlyList<PixelBox> shapes, double pixelsPerPoint, bool untangles = false)
    {
        if (shapes.Count == 0)
            return [];
        var size = TypeSize(shapes, pixelsPerPoint);
        var pieces = new List<PixelBox>();
        Cut([.. shapes], size, pieces, untangles && Around([.. shapes]).Width >= WidestLabel * size);
        return [.. Mended(pieces, size).OrderBy(piece => piece.Y).ThenBy(piece => piece.X)];
    }

    /// <summary>Height of most large shapes, pixels.</summary>
    public static double TypeSize(IReadOnlyList<PixelBox> shapes, double pixelsPerPoint)
    {
        var heights = shapes.Select(shape => shape.Height).Where(height => height >= 3 * pixelsPerPoint).Order().ToList();
        return Math.Clamp(heights.Count == 0 ? 10 * pixelsPerPoint : heights[heights.Count * 4 / 5], SmallestType * pixelsPerPoint, LargestType * pixelsPerPoint);
    }

    private static void Cut(List<PixelBox> shapes, double size, List<PixelBox> pieces, bool untangles)
    {
        var (across, acrossAt) = WidestGap(shapes, shape => (shape.Y, shape.Y + shape.Height));
        var (down, downAt) = WidestGap(shapes, shape => (shape.X, shape.X + shape.Width));
        var (lines, columns) = (across / (LineGap * size), down / (ColumnGap * size));
        if (lines < 1 && columns < 1)
        {
            pieces.AddRange((untangles ? Untangled(shapes, size) : null) ?? [Around(shapes)]);
            return;
        }

        var isFirst = lines >= columns ? (Func<PixelBox, bool>)(shape => shape.Y < acrossAt) : shape => shape.X < downAt;
        Cut(shapes.FindAll(shape => isFirst(shape)), size, pieces, untangles);
        Cut(shapes.FindAll(shape => !isFirst(shape)), size, pieces, untangles);
    }

    /// <summary>
    /// Names of narrow columns, some on one line and some on two, leave no white from side to side: less white parts them, if only
    /// single lines remain. Lines that touch are not parted so; null then.
    /// </summary>
    private static List<PixelBox>? Untangled(List<PixelBox> shapes, double size)
    {
        var (down, downAt) = WidestGap(shapes, shape => (shape.X, shape.X + shape.Width));
        if (down < TangledGap * size || Around(shapes).Height <= Tangled * size)
            return null;
        var pieces = new List<PixelBox>();
        Cut(shapes.FindAll(shape => shape.X < downAt), size, pieces, untangles: true);
        Cut(shapes.FindAll(shape => shape.X >= downAt), size, pieces, untangles: true);
        return pieces.TrueForAll(piece => piece.Height <= Tangled * size) ? pieces : null;
    }

    /// <summary>The widest stretch that no shape covers, and where it ends.</summary>
    private static (int Width, int End) WidestGap(List<PixelBox> shapes, Func<PixelBox, (int From, int To)> extent)
    {
        var (widest, end, reached) = (0, 0, int.MaxValue);
        foreach (var (from, to) in shapes.Select(extent).Order())
        {
            if (reached != int.MaxValue && from - reached > widest)
                (widest, end) = (from - reached, from);
            reached = reached == int.MaxValue ? to : Math.Max(reached, to);
        }

        return (widest, end);
    }

    /// <summary>Puts strokes that were cut from their character back: thin neighbours that together are one line high.</summary>
    private static List<PixelBox> Mended(List<PixelBox> pieces, double size)
    {
        var lines = new List<PixelBox>();
        foreach (var piece in pieces)
        {
            var above = lines.FindLastIndex(line => IsThin(line, piece) && Overlap(line, piece) > 0 && Together(line, piece).Height <= HighestLine * size);
            if (above >= 0)
                lines[above] = Together(lines[above], piece);
            else
                lines.Add(piece);
        }

        return lines;

        bool IsThin(PixelBox line, PixelBox piece) => Math.Min(line.Height, piece.Height) < ThinLine * size;
    }

    private static int Overlap(PixelBox a, PixelBox b) => Math.Min(a.X + a.Width, b.X + b.Width) - Math.Max(a.X, b.X);

    private static PixelBox Together(PixelBox a, PixelBox b) => Around([a, b]);

    private static PixelBox Around(List<PixelBox> shapes)
    {
        var (left, top) = (shapes.Min(shape => shape.X), shapes.Min(shape => shape.Y));
        return new(left, top, shapes.Max(shape => shape.X + shape.Width) - left, shapes.Max(shape => shape.Y + shape.Height) - top);
    }
}
