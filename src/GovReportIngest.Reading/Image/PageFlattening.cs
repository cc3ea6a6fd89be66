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

    /// <summary>Pixels in a row between which places on the bent page are spaced evenly; a cell of the mesh holds three such stretches.</summary>
    private const int Stretch = 32;

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
        {
            var from = From(0, y);
            for (var x = 0; x < flat.Width; x += Stretch)
            {
                var to = From(x + Stretch, y);
                TakeStretch(source, from, to, flat.Pixels.AsSpan(y * flat.Width + x, Math.Min(Stretch, flat.Width - x)));
                from = to;
            }
        }

        return PixImage.ToNative(flat);

        (double X, double Y) From(int x, int y)
        {
            var (fromX, fromY) = frame.ToSource((x + 0.5) / pixelsPerPoint, (y + 0.5) / pixelsPerPoint);
            return (fromX * pixelsPerPoint - 0.5, fromY * pixelsPerPoint - 0.5);
        }
    }

    /// <summary>Pixels from evenly spaced places between two, the first of them included.</summary>
    private static void TakeStretch(GrayImage source, (double X, double Y) from, (double X, double Y) to, Span<byte> target)
    {
        var (stepX, stepY) = ((to.X - from.X) / Stretch, (to.Y - from.Y) / Stretch);
        for (var i = 0; i < target.Length; i++)
            target[i] = Take(source, from.X + i * stepX, from.Y + i * stepY);
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
        const int One = 256;
        var (atX, atY) = ((int)(Math.Clamp(x, 0, page.Width - 2) * One), (int)(Math.Clamp(y, 0, page.Height - 2) * One));
        var (fx, fy) = (atX & One - 1, atY & One - 1);
        var at = (atY >> 8) * page.Width + (atX >> 8);
        var pixels = page.Pixels;
        var above = pixels[at] * (One - fx) + pixels[at + 1] * fx;
        var below = pixels[at + page.Width] * (One - fx) + pixels[at + page.Width + 1] * fx;
        return (byte)((above * (One - fy) + below * fy + One * One / 2) >> 16);
    }
}
