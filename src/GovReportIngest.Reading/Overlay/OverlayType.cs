using GovReportIngest.Reading.Interop;
using static GovReportIngest.Reading.Interop.Cairo;

namespace GovReportIngest.Reading.Overlay;

/// <summary>
/// Writes labels with a white rim, so that they can be read on any ground. Cairo's toy interface takes a text from one font
/// alone, so one with Han characters is looked for; where none is installed they are left out.
/// </summary>
internal sealed unsafe class OverlayType(CairoContext context, double pageWidth)
{
    private const string Latin = "sans-serif";
    private const double Rim = 1.4;
    private const double Margin = 1.5;

    private static readonly string[] HanFaces = ["Noto Sans CJK SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Noto Serif CJK SC", "AR PL UMing CN", "AR PL UKai CN"];

    private readonly string? hanFace = HanFaces.FirstOrDefault(face => HasHan(context, face));

    public bool IsBold { get; set; }

    /// <summary>Height of the type, points.</summary>
    public double Size { get; set; } = 5;

    public double WidthOf(string text)
    {
        Select(ref text);
        CairoText.Measure(context, text, out var extents);
        return extents.AdvanceX;
    }

    /// <summary>From x on; further left where the edge of the page would cut the text off.</summary>
    public void Write(string text, double x, double baseline, (double Red, double Green, double Blue) colour)
    {
        Select(ref text);
        CairoText.Measure(context, text, out var extents);
        var left = Math.Max(Margin, Math.Min(x, pageWidth - extents.AdvanceX - Margin));
        CairoText.MoveTo(context, left, baseline);
        CairoText.Outline(context, text);
        cairo_set_dash(context, null, 0, 0);
        cairo_set_source_rgba(context, 1, 1, 1, 0.9);
        cairo_set_line_width(context, Rim);
        cairo_stroke(context);
        cairo_set_source_rgb(context, colour.Red, colour.Green, colour.Blue);
        CairoText.MoveTo(context, left, baseline);
        CairoText.Show(context, text);
    }

    private void Select(ref string text)
    {
        var isHan = text.Any(IsHan);
        if (isHan && hanFace is null)
            text = string.Concat(text.Where(character => !IsHan(character)));
        CairoText.SelectFace(context, isHan && hanFace is not null ? hanFace : Latin, 0, IsBold ? 1 : 0);
        CairoText.SetSize(context, Size);
    }

    /// <summary>Characters that a font lacks all look the same.</summary>
    private static bool HasHan(CairoContext context, string face)
    {
        CairoText.SelectFace(context, face, 0, 0);
        CairoText.SetSize(context, 10);
        CairoText.Measure(context, "一", out var flat);
        CairoText.Measure(context, "国", out var square);
        return Math.Abs(flat.Height - square.Height) > 1;
    }

    private static bool IsHan(char character) => character >= '\u2E80';
}
