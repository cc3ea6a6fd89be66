using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>The runs of text at one height of a page, from left to right. Cells in the middle of higher rows have a band of their own.</summary>
internal sealed record OpenBand(double CentreY, IReadOnlyList<TextRun> Runs)
{
    /// <summary>Pieces within so many ems of height stand on one line.</summary>
    private const double SameLine = 0.35;

    /// <summary>White narrower than so many ems is inside a cell: between words, or where a number parts its thousands.</summary>
    private const double WithinCell = 0.42;

    /// <summary>Several cells may stand here.</summary>
    public bool IsParted => Runs.Count > 1;

    public double Left => Runs[0].Box.X;

    public double Right => Runs[^1].Box.Right;

    public static IReadOnlyList<OpenBand> Of(IReadOnlyList<TextPiece> pieces, double em)
    {
        var bands = new List<(double Sum, List<TextPiece> Pieces)>();
        foreach (var piece in pieces.OrderBy(piece => piece.Box.CentreY))
            if (bands.Count > 0 && piece.Box.CentreY - bands[^1].Sum / bands[^1].Pieces.Count <= SameLine * em)
            {
                bands[^1].Pieces.Add(piece);
                bands[^1] = (bands[^1].Sum + piece.Box.CentreY, bands[^1].Pieces);
            }
            else
                bands.Add((piece.Box.CentreY, [piece]));
        return [.. bands.Select(band => new OpenBand(band.Sum / band.Pieces.Count, TextRun.Apart(band.Pieces, WithinCell * em)))];
    }

    /// <summary>The width of a Han character, points: what distances are measured by, since boxes of a text layer may be of any height.</summary>
    public static double EmOf(IReadOnlyList<TextPiece> pieces)
    {
        var widths = pieces.Where(piece => piece.Text.Length > 0 && piece.Text.All(HanSpacing.IsHan)).Select(piece => piece.Box.Width / piece.Text.Length).Order().ToList();
        if (widths.Count > 0)
            return widths[widths.Count / 2];
        var heights = pieces.Select(piece => piece.Box.Height).Order().ToList();
        return heights.Count == 0 ? 1 : heights[heights.Count / 2];
    }
}
