using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Finds glyphs by place in an array ordered by y.</summary>
internal static class GlyphIndex
{
    internal static bool HasGlyph(DrawnGlyph[] glyphs, Box box) => Lowest(glyphs, box) is not null;

    /// <summary>
    /// The lowest glyph whose origin is near the left edge of the box: a box that is too tall reaches into the lines above.
    /// Turned text has its origin at another corner, so that the whole width counts for its box.
    /// </summary>
    internal static DrawnGlyph? Lowest(DrawnGlyph[] glyphs, Box box)
    {
        var reach = Math.Max(0.35 * box.Width, 0.5);
        for (var index = First(glyphs, box.Bottom + 1) - 1; index >= 0 && glyphs[index].Y >= box.Y - 1; index--)
        {
            if (glyphs[index].X >= box.X - reach && glyphs[index].X <= box.Right + 0.5)
                return glyphs[index];
        }

        return null;
    }

    /// <summary>Index of the first glyph below <paramref name="y"/>.</summary>
    internal static int First(DrawnGlyph[] glyphs, double y)
    {
        int low = 0, high = glyphs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = glyphs[middle].Y <= y ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
