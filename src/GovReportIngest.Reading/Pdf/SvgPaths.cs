using System.Buffers.Text;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>
/// Takes strokes and filled rectangles along the axes, glyphs and other shapes out of the SVG that Cairo 1.16 writes: one element a line,
/// paths of absolute M, L, C and Z, a matrix for strokes, clip paths referred to by id.
/// </summary>
internal sealed class SvgPaths
{
    private static readonly Group Everything = new(new(-1e6, -1e6, 2e6, 2e6), false);

    private readonly List<PathPiece> pieces = [];
    private readonly List<DrawnGlyph> glyphs = [];
    private readonly List<Box> shapes = [];
    private readonly Dictionary<string, Box> clips = new(StringComparer.Ordinal);
    private readonly Stack<Group> groups = new();

    /// <summary>What holds inside a group: where it is cut off, and whether its glyphs are white.</summary>
    private readonly record struct Group(Box Clip, bool IsWhite);

    internal static PageDrawing Read(ReadOnlySpan<byte> svg)
    {
        var paths = new SvgPaths();
        paths.ReadLines(svg);
        return new(paths.pieces, paths.glyphs, paths.shapes);
    }

    private void ReadLines(ReadOnlySpan<byte> svg)
    {
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
                ReadDrawn(line);
        }
    }

    private void ReadDrawn(ReadOnlySpan<byte> line)
    {
        var outer = groups.Count > 0 ? groups.Peek() : Everything;
        if (line.StartsWith("<g"u8) && !line.EndsWith("/>"u8))
            groups.Push(Inner(line, outer));
        else if (line.StartsWith("</g"u8) && groups.Count > 0)
            groups.Pop();
        else if (line.StartsWith("<path"u8))
            Add(line, Inner(line, outer).Clip);
        else if (line.StartsWith("<use xlink:href=\"#glyph"u8))
            glyphs.Add(new(Number(line, " x=\""u8), Number(line, " y=\""u8), outer.IsWhite));
    }

    private Group Inner(ReadOnlySpan<byte> element, Group outer)
    {
        var paint = Attribute(element, " style=\""u8);
        var isWhite = paint.IndexOf("fill:rgb("u8) >= 0 ? Paint(paint, "fill:rgb("u8) is not false : outer.IsWhite;
        var id = Text(Attribute(element, " clip-path=\"url(#"u8));
        return new(clips.TryGetValue(id.TrimEnd(')'), out var clip) ? outer.Clip.Intersect(clip) : outer.Clip, isWhite);
    }

    private void Add(ReadOnlySpan<byte> line, Box clip)
    {
        var style = Attribute(line, " style=\""u8);
        var isStroke = style.IndexOf("fill:none"u8) >= 0;
        if (Paint(style, isStroke ? "stroke:rgb("u8 : "fill:rgb("u8) is not { } isWhite)
            return;
        var points = SvgPath.Points(Attribute(line, " d=\""u8));
        if (!isStroke)
        {
            foreach (var box in SvgPath.Rectangles(points))
                AddClipped(new(box, false, isWhite), clip);
            if (SvgPath.IsCurvedOrComplex(points))
                shapes.Add(Bounds(points).Intersect(clip));
            return;
        }

        var matrix = SvgMatrix.Parse(Attribute(line, " transform=\"matrix("u8));
        var width = Number(style, "stroke-width:"u8) * matrix.Scale;
        foreach (var (from, to) in SvgPath.Segments(points))
        {
            if (SvgPath.AlongAxis(matrix.Map(from), matrix.Map(to), width) is { } box)
                AddClipped(new(box, true, isWhite), clip);
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

    private void AddClipped(PathPiece piece, Box clip)
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
