using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Flattens pages that were photographed at an angle or lay curled: what was level in print, rules and lines of text, is made level
/// again, and upright rules upright. Shapes are not restored beyond that; tables need no more.
/// </summary>
internal static class PageFlattening
{
    /// <summary>Lines that bend less, points, are found as they are; resampling would only blur them.</summary>
    private const double LeastBend = 1.5;

    /// <summary>Such a share of the length of all lines bends less than what is asked about.</summary>
    private const double TypicalShare = 0.8;

    /// <summary>After straightening, half of all points lie this near to their lines, points, or by this share nearer than the bend is.</summary>
    private const double LargestSpread = 0.7;
    private const double SpreadOfBend = 0.2;

    /// <summary>Fewer lines, or less of them in widths of the page, say nothing.</summary>
    private const int FewestLines = 4;
    private const double LeastLength = 0.5;

    /// <summary>Distance of the nodes of the mesh, points.</summary>
    private const double Step = 24;

    /// <summary>Rounds in which the bend at the place where a node came from is found; each is off by a tenth of the one before at most.</summary>
    private const int Rounds = 8;

    private static readonly (int, int)[] OfLevelLines = [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1), (4, 0), (4, 1)];
    private static readonly (int, int)[] OfUprightRules = [(1, 0), (1, 1), (2, 0), (2, 1)];

    /// <summary>The way back from the flat page to this one; null where it is flat, or cannot be told.</summary>
    /// <param name="binary">1 bit, ink is 1, the right way up.</param>
    public static PageWarp? Find(Pix binary, double pixelsPerPoint)
    {
        var size = (Width: binary.Width / pixelsPerPoint, Height: binary.Height / pixelsPerPoint);
        using var turned = PageOrientation.Turn(binary, 270);
        // Turned counter-clockwise, so that what was on the right is above.
        var upright = LineTraces.Rules(turned, pixelsPerPoint);
        List<LineTrace> level = [.. LineTraces.Rules(binary, pixelsPerPoint), .. LineTraces.Texts(binary, pixelsPerPoint)];
        var across = BendOf(level, size, OfLevelLines);
        var along = BendOf(upright, (size.Height, size.Width), OfUprightRules);
        if (across is null && along is null)
            return null;
        return Mesh(size, (x, y) => (-(along?.At(y, size.Width - x) ?? 0), across?.At(x, y) ?? 0));
    }

    /// <param name="frame">From the flat page to this image, points.</param>
    public static Pix Flatten(Pix grey, PageFrame frame, double pixelsPerPoint)
    {
        var source = PixImage.ToManaged(grey);
        var flat = new GrayImage(source.Width, source.Height);
        for (var y = 0; y < flat.Height; y++)
            for (var x = 0; x < flat.Width; x++)
            {
                var (fromX, fromY) = frame.ToSource((x + 0.5) / pixelsPerPoint, (y + 0.5) / pixelsPerPoint);
                flat[x, y] = Take(source, fromX * pixelsPerPoint - 0.5, fromY * pixelsPerPoint - 0.5);
            }

        return PixImage.ToNative(flat);
    }

    private static Bend? BendOf(List<LineTrace> traces, (double Along, double Across) size, (int, int)[] powers)
    {
        if (!IsEnough(traces, size.Along))
            return null;
        var bend = new Bend(traces, size, powers);
        var ranges = traces.Select(trace => (Range: bend.Range(trace), Length: LengthOf(trace))).OrderBy(trace => trace.Range).ToList();
        var (before, all) = (0.0, ranges.Sum(trace => trace.Length));
        var typical = ranges.First(trace => (before += trace.Length) >= TypicalShare * all).Range;
        return typical >= LeastBend && bend.Spread <= Math.Max(LargestSpread, SpreadOfBend * typical) ? bend : null;
    }

    private static bool IsEnough(List<LineTrace> traces, double width) => traces.Count >= FewestLines && traces.Sum(LengthOf) >= LeastLength * width;

    private static double LengthOf(LineTrace trace) => trace.Points[^1].X - trace.Points[0].X;

    private static PageWarp Mesh((double Width, double Height) size, Func<double, double, (double X, double Y)> bend)
    {
        var (columns, rows) = ((int)(size.Width / Step) + 2, (int)(size.Height / Step) + 2);
        var moves = new List<double>(2 * columns * rows);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var (dx, dy) = (0.0, 0.0);
                for (var round = 0; round < Rounds; round++)
                {
                    var (bentX, bentY) = bend(column * Step - dx, row * Step - dy);
                    (dx, dy) = (bentX, bentY);
                }

                moves.AddRange([-dx, -dy]);
            }

        return new(Step, columns, moves);
    }

    private static byte Take(GrayImage page, double x, double y)
    {
        var (left, top) = (Math.Clamp((int)Math.Floor(x), 0, page.Width - 2), Math.Clamp((int)Math.Floor(y), 0, page.Height - 2));
        var (fx, fy) = (Math.Clamp(x - left, 0, 1), Math.Clamp(y - top, 0, 1));
        var above = page[left, top] * (1 - fx) + page[left + 1, top] * fx;
        var below = page[left, top + 1] * (1 - fx) + page[left + 1, top + 1] * fx;
        return (byte)(above * (1 - fy) + below * fy + 0.5);
    }
}
