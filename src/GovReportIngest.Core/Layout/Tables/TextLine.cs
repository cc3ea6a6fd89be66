using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>Words beside each other on a page.</summary>
/// <param name="Runs">From left to right, at least one.</param>
internal sealed record TextLine(Box Box, IReadOnlyList<TextRun> Runs)
{
    /// <summary>From top to bottom; ink that was not read is left out.</summary>
    public static IReadOnlyList<TextLine> Of(IEnumerable<TextPiece> pieces)
    {
        var lines = new List<(Box Box, List<TextPiece> Pieces)>();
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0).OrderBy(piece => piece.Box.CentreY).ThenBy(piece => piece.Box.X))
            if (lines.Count > 0 && piece.Box.CentreY - lines[^1].Box.CentreY < Math.Min(piece.Box.Height, lines[^1].Box.Height) / 2)
            {
                lines[^1].Pieces.Add(piece);
                lines[^1] = (lines[^1].Box.Union(piece.Box), lines[^1].Pieces);
            }
            else
                lines.Add((piece.Box, [piece]));
        return [.. lines.Select(line => new TextLine(line.Box, TextRun.Of(line.Pieces)))];
    }
}
