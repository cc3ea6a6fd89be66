using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>The look of one glyph without its size, place and contrast: 14 × 20 area-sampled darknesses without their mean, length 1.</summary>
internal static class GlyphShape
{
    public const int Across = 14;
    public const int Down = 20;
    public const int Size = Across * Down;

    public static float[] Of(GrayImage image, Blob blob, int black, int white)
    {
        var shape = new float[Size];
        for (var j = 0; j < Down; j++)
            for (var i = 0; i < Across; i++)
                shape[j * Across + i] = Darkness(image, black, white,
                    blob.Left + (double)i * blob.Width / Across, blob.Left + (double)(i + 1) * blob.Width / Across,
                    blob.Top + (double)j * blob.Height / Down, blob.Top + (double)(j + 1) * blob.Height / Down);
        Normalise(shape);
        return shape;
    }

    private static void Normalise(float[] shape)
    {
        var mean = shape.Average();
        double square = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] -= mean;
            square += shape[i] * shape[i];
        }

        var length = (float)Math.Sqrt(square + 1e-9);
        for (var i = 0; i < shape.Length; i++)
            shape[i] /= length;
    }

    private static float Darkness(GrayImage image, int black, int white, double x0, double x1, double y0, double y1)
    {
        var (sum, count) = (0.0, 0);
        for (var y = (int)y0; y < Math.Max((int)y0 + 1, (int)Math.Ceiling(y1)); y++)
            for (var x = (int)x0; x < Math.Max((int)x0 + 1, (int)Math.Ceiling(x1)); x++)
            {
                var grey = image.Pixels[Math.Min(y, image.Height - 1) * image.Width + Math.Min(x, image.Width - 1)];
                sum += Math.Clamp((white - grey) / (double)Math.Max(1, white - black), 0, 1);
                count++;
            }

        return (float)(sum / count);
    }
}
