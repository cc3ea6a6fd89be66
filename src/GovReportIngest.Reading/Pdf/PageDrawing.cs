using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Pdf;

/// <summary>What is drawn on a page, points: straight pieces, glyphs, and the boxes of other filled shapes.</summary>
internal sealed record PageDrawing(IReadOnlyList<PathPiece> Pieces, IReadOnlyList<DrawnGlyph> Glyphs, IReadOnlyList<Box> Shapes)
{
    internal static PageDrawing Empty { get; } = new([], [], []);

    internal bool IsEmpty => Pieces.Count + Glyphs.Count + Shapes.Count == 0;

    /// <summary>Glyphs that can be seen, by y: white ones only on a shade.</summary>
    internal DrawnGlyph[] VisibleGlyphs() =>
        [.. Glyphs.Where(glyph => !glyph.IsWhite || Pieces.Any(piece => !piece.IsWhite && piece.Box.Contains(glyph.X, glyph.Y))).OrderBy(glyph => glyph.Y)];
}
