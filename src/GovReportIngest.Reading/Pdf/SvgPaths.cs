using System.Buffers.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Takes strokes and filled rectangles along the axes out of the SVG that Cairo 1.16 writes: one element a line,
/// paths of absolute M, L, C and Z, a matrix for strokes, clip paths referred to by id.
/// </summary>
internal static class SvgPaths
{
    private static readonly Box Everything = new(-1e6, -1e6, 2e6, 2e6);

    internal static IReadOnlyList<PathPiece> Read(ReadOnlySpan<byte> svg)
    {
        var pieces = new List<PathPiece>();
        var clips = new Dictionary<string, Box>(StringComparer.Ordinal);
        var groups = new Stack<Box>();
        string? clip = null;
        var definitions = 0;
        foreach (var range in svg.Split((byte)'\n'))
        {
            var line = svg[range].TrimStart((byte)' ');
            if (line.StartsWith("<defs"u8))
                definitions++;
            else if (line.StartsWith("</defs"u8))
                definitions--;
            else if (line.StartsWith("<clipPath"u8))
                clip = Text(Attribute(line, " id=\""u8));
            else if (line.StartsWith("</clipPath"u8))
                clip = null;
            else if (clip is not null && line.StartsWith("<path"u8))
                clips[clip] = Bounds(SvgPath.Points(Attribute(line, " d=\""u8)));
            else if (definitions == 0)
                ReadDrawn(line, clips, groups, pieces);
        }

        return pieces;
    }

    private static void ReadDrawn(ReadOnlySpan<byte> line, Dictionary<string, Box> clips, Stack<Box> groups, List<PathPiece> pieces)
    {
        var outer = groups.Count > 0 ? groups.Peek() : Everything;
        if (line.StartsWith("<g"u8) && !line.EndsWith("/>"u8))
            groups.Push(Inner(line, clips, outer));
        else if (line.StartsWith("</g"u8) && groups.Count > 0)
            groups.Pop();
        else if (line.StartsWith("<path"u8))
            Add(line, Inner(line, clips, outer), pieces);
    }

    private static Box Inner(ReadOnlySpan<byte> element, Dictionary<string, Box> clips, Box outer)
    {
        var id = Text(Attribute(element, " clip-path=\"url(#"u8));
        return clips.TryGetValue(id.TrimEnd(')'), out var clip) ? outer.Intersect(clip) : outer;
    }

    private static void Add(ReadOnlySpan<byte> line, Box clip, List<PathPiece> pieces)
    {
        var style = Attribute(line, " style=\""u8);
        var isStroke = style.IndexOf("fill:none"u8) >= 0;
        if (Paint(style, isStroke ? "stroke:rgb("u8 : "fill:rgb("u8) is not { } isWhite)
            return;
        var points = SvgPath.Points(Attribute(line, " d=\""u8));
        if (!isStroke)
        {
            foreach (var box in SvgPath.Rectangles(points))
                AddClipped(new(box, false, isWhite), clip, pieces);
            return;
        }

        var matrix = SvgMatrix.Parse(Attribute(line, " transform=\"matrix("u8));
        var width = Number(style, "stroke-width:"u8) * matrix.Scale;
        foreach (var (from, to) in SvgPath.Segments(points))
        {
            if (SvgPath.AlongAxis(matrix.Map(from), matrix.Map(to), width) is { } box)
                AddClipped(new(box, true, isWhite), clip, pieces);
        }
    }

    /// <summary>Null for nothing that can be seen: no paint of its own colour, or fully transparent.</summary>
    private static bool? Paint(ReadOnlySpan<byte> style, ReadOnlySpan<byte> key)
    {
        var start = style.IndexOf(key);
        if (start < 0 || style.IndexOf("opacity:0;"u8) >= 0)
            return null;
        var rest = style[(start + key.Length)..];
        return rest.StartsWith("100%,100%,100%"u8);
    }

    private static void AddClipped(PathPiece piece, Box clip, List<PathPiece> pieces)
    {
        var box = piece.Box.Intersect(clip);
        if (box.Width > 0 && box.Height > 0)
            pieces.Add(piece with { Box = box });
    }

    private static double Number(ReadOnlySpan<byte> style, ReadOnlySpan<byte> key)
    {
        var start = style.IndexOf(key);
        return start >= 0 && Utf8Parser.TryParse(style[(start + key.Length)..], out double value, out _) ? value : 1;
    }

    private static Box Bounds(List<SvgPoint> path)
    {
        var points = path.Where(point => point.Command != 'Z').ToList();
        return points.Count == 0
            ? default
            : Box.FromEdges(points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y));
    }

    private static ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name)
    {
        var start = element.IndexOf(name);
        if (start < 0)
            return default;
        var rest = element[(start + name.Length)..];
        var end = rest.IndexOf((byte)'"');
        return end < 0 ? default : rest[..end];
    }

    private static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
