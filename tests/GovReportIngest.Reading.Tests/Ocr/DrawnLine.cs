using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;
using GovReportIngest.Reading.Ocr.Digits.Training;

namespace GovReportIngest.Reading.Tests.Ocr;

/// <summary>A line of text drawn at 200 dpi, and where each stretch of it stands.</summary>
internal sealed class DrawnLine : IDisposable
{
    public const double PixelsPerPoint = 200 / 72d;
    public const int Border = 12;

    private readonly double[] ends;

    /// <param name="face">A family that is installed.</param>
    /// <param name="points">Type size.</param>
    /// <param name="stretches">Drawn one behind the other.</param>
    public DrawnLine(string face, double points, params string[] stretches)
    {
        var size = points * PixelsPerPoint;
        var (width, height) = ((int)(stretches.Sum(text => text.Length) * size * 1.1) + 2 * Border, (int)(1.2 * size) + 2 * Border);
        using var surface = Cairo.cairo_image_surface_create(Cairo.FormatRgb24, width, height);
        using (var context = Cairo.cairo_create(surface))
        {
            Cairo.cairo_set_source_rgb(context, 1, 1, 1);
            Cairo.cairo_paint(context);
            Cairo.cairo_set_source_rgb(context, 0, 0, 0);
            CairoText.SelectFace(context, face, 0, 0);
            CairoText.SetSize(context, size);
            ends = new double[stretches.Length + 1];
            ends[0] = Border;
            for (var i = 0; i < stretches.Length; i++)
            {
                CairoText.MoveTo(context, ends[i], Border + size);
                CairoText.Show(context, stretches[i]);
                CairoText.Measure(context, stretches[i], out var extents);
                ends[i + 1] = ends[i] + extents.AdvanceX;
            }
        }

        Cairo.cairo_surface_flush(surface);
        Image = PixImage.ToNative(SheetDrawing.Grey(surface, width, height));
    }

    /// <summary>8 bits a pixel, with a white border.</summary>
    public Pix Image { get; }

    /// <summary>The room of a stretch, from its pen's start to its end, pixels.</summary>
    public (double Left, double Right) RoomOf(int stretch) => (ends[stretch], ends[stretch + 1]);

    public void Dispose() => Image.Dispose();
}
