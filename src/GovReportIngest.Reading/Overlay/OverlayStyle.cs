using GovReportIngest.Core.Read;

namespace GovReportIngest.Reading.Overlay;

/// <summary>
/// How a kind of shape is drawn. Colours are of Okabe and Ito's palette (2008), which colour-blind people can tell apart, and
/// a dark violet; kinds of fields differ in stroke, filling and label as well.
/// </summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="Colour">0xRRGGBB.</param>
/// <param name="Width">Of the stroke, points.</param>
/// <param name="Filling">Opacity of the filling, 0–1.</param>
/// <param name="IsDashed">Strokes of dashes.</param>
/// <param name="Growth">By how much a box is drawn larger than it is, points, so that its stroke does not hide the ink.</param>
internal sealed record OverlayStyle(string Name, uint Colour, double Width, double Filling, bool IsDashed, double Growth)
{
    private static readonly Dictionary<OverlayKind, OverlayStyle> Styles = new()
    {
        [OverlayKind.Word] = new("word", 0x8A8A8A, 0.3, 0, false, 0),
        [OverlayKind.Ruling] = new("ruling", 0xCC79A7, 1.0, 0, false, 0),
        [OverlayKind.Cell] = new("table cell", 0x56B4E9, 0.5, 0, false, -1.0),
        [OverlayKind.Heading] = new("heading", 0x0072B2, 1.0, 0.10, false, 1.5),
        [OverlayKind.Sure] = new("field read", 0x009E73, 0.7, 0.08, false, 1.2),
        [OverlayKind.Flagged] = new("field to be checked", 0xD55E00, 1.4, 0.18, false, 1.6),
        [OverlayKind.Blank] = new("field blank", 0x009E73, 0.6, 0, true, -2.2),
        [OverlayKind.Placeholder] = new("field placeholder", 0xE69F00, 0.9, 0.12, true, 1.2),
        [OverlayKind.Finding] = new("does not add up as printed", 0x6A1B9A, 1.2, 0.10, false, 3.4),
    };

    public (double Red, double Green, double Blue) Channels =>
        ((Colour >> 16 & 255) / 255.0, (Colour >> 8 & 255) / 255.0, (Colour & 255) / 255.0);

    /// <summary>Thin type needs more contrast than a stroke of the same colour.</summary>
    public (double Red, double Green, double Blue) TextChannels => (Channels.Red * 0.75, Channels.Green * 0.75, Channels.Blue * 0.75);

    public static OverlayStyle Of(OverlayKind kind) => Styles[kind];

    /// <summary>Deeper headings are drawn in weaker strokes.</summary>
    public double WidthAt(int level) => level <= 1 ? Width : Width / level;
}
