using System.Buffers.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Path data and the straight shapes in it.</summary>
internal static class SvgPath
{
    /// <summary>Points a line may lean from its axis, less than the width of a hairline at 300 dpi a centimetre.</summary>
    private const double Straight = 0.3;

    internal static List<SvgPoint> Points(ReadOnlySpan<byte> data)
    {
        var points = new List<SvgPoint>();
        var command = 'M';
        while ((data = data.TrimStart((byte)' ')).Length > 0)
        {
            if (char.IsAsciiLetter((char)data[0]))
            {
                command = (char)data[0];
                data = data[1..];
                if (command == 'Z')
                    points.Add(new('Z', 0, 0));
                continue;
            }

            if (!Take(ref data, out var x) || !Take(ref data, out var y))
                break;
            points.Add(new(command, x, y));
        }

        return points;
    }

    /// <summary>Straight segments, the closing ones included.</summary>
    internal static IEnumerable<(SvgPoint From, SvgPoint To)> Segments(List<SvgPoint> points)
    {
        SvgPoint start = default, last = default;
        foreach (var point in points)
        {
            if (point.Command == 'M')
                start = point;
            else if (point.Command == 'L')
                yield return (last, point);
            else if (point.Command == 'Z')
                yield return (last, start);
            last = point.Command == 'Z' ? start : point;
        }
    }

    /// <summary>The box of a stroke along an axis; null for a slanted line or a dot.</summary>
    internal static Box? AlongAxis(SvgPoint from, SvgPoint to, double width)
    {
        var (across, down) = (Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
        var half = Math.Max(width, 0.05) / 2;
        if (down <= Straight && across > Straight)
            return new(Math.Min(from.X, to.X), (from.Y + to.Y) / 2 - half, across, 2 * half);
        return across <= Straight && down > Straight
            ? new(((from.X + to.X) / 2) - half, Math.Min(from.Y, to.Y), 2 * half, down)
            : null;
    }

    /// <summary>Every sub-path that is a rectangle along the axes.</summary>
    internal static IEnumerable<Box> Rectangles(List<SvgPoint> points)
    {
        var start = 0;
        for (var index = 1; index <= points.Count; index++)
        {
            if (index < points.Count && points[index].Command != 'M')
                continue;
            if (RectangleOf(points[start..index]) is { } box)
                yield return box;
            start = index;
        }
    }

    /// <summary>A filled shape that may be an outlined character, not a rule, a shade or an arrow.</summary>
    internal static bool IsCurvedOrComplex(List<SvgPoint> points) =>
        points.Count > 8 && (points.Count > 14 || points.Any(point => point.Command == 'C')) && !Rectangles(points).Any();

    private static Box? RectangleOf(List<SvgPoint> path)
    {
        var corners = path.Where(point => point.Command is 'M' or 'L').ToList();
        if (path.Any(point => point.Command == 'C') || corners.Count is < 4 or > 5)
            return null;
        var box = Box.FromEdges(corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
        return corners.All(corner => IsOn(corner.X, box.X, box.Right) && IsOn(corner.Y, box.Y, box.Bottom)) ? box : null;
    }

    private static bool IsOn(double value, double low, double high) => value - low < 0.05 || high - value < 0.05;

    private static bool Take(ref ReadOnlySpan<byte> data, out double value)
    {
        data = data.TrimStart((byte)' ');
        var isNumber = Utf8Parser.TryParse(data, out value, out var consumed);
        data = data[consumed..];
        return isNumber;
    }
}
