using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>How patches are set in one line: heights and distances in pixels.</summary>
internal readonly record struct MontageStyle(int InkHeight, int Gap, int Border)
{
    /// <summary>What measured best on 300 to 150 dpi.</summary>
    public static MontageStyle Row { get; } = new(32, 14, 10);

    /// <summary>Other size and rhythm, so that the engine's errors are not the same.</summary>
    public static MontageStyle Second { get; } = new(40, 30, 20);
}

/// <summary>
/// Sets the ink of several cells side by side in one line, each stretched to full contrast and one ink height, reads the line
/// with one call, and gives every symbol back to the cell it stands in. Tesseract reads such lines far better than single cells.
/// </summary>
internal sealed class Montage(TesseractEngine engine)
{
    /// <summary>One text a cell, in the order given; empty where nothing was read.</summary>
    public IReadOnlyList<string> Read(IReadOnlyList<NumberInk> cells, MontageStyle style)
    {
        var patches = cells.Select(cell => Patch(cell, style.InkHeight)).ToList();
        var places = new List<(int Left, int Right)>();
        using var line = Compose(patches, style, places);
        var texts = Enumerable.Range(0, cells.Count).Select(_ => new System.Text.StringBuilder()).ToList();
        foreach (var symbol in engine.Recognise(line, PageSegmentation.SingleLine, 300))
            texts[Nearest(places, (symbol.Left + symbol.Right) / 2.0)].Append(symbol.Text.Trim());
        return [.. texts.Select(text => text.ToString())];
    }

    private static int Nearest(List<(int Left, int Right)> places, double x)
    {
        var (best, bestDistance) = (0, double.MaxValue);
        for (var i = 0; i < places.Count; i++)
        {
            var distance = Math.Max(0, Math.Max(places[i].Left - x, x - places[i].Right));
            if (distance < bestDistance)
                (best, bestDistance) = (i, distance);
        }

        return best;
    }

    private static Pix Compose(List<GrayImage> patches, MontageStyle style, List<(int Left, int Right)> places)
    {
        var width = patches.Sum(patch => patch.Width) + style.Gap * (patches.Count - 1) + 2 * style.Border;
        var height = patches.Max(patch => patch.Height) + 2 * style.Border;
        var line = new GrayImage(width, height);
        Array.Fill(line.Pixels, (byte)255);
        var left = style.Border;
        foreach (var patch in patches)
        {
            var top = (height - patch.Height) / 2;
            for (var y = 0; y < patch.Height; y++)
                Array.Copy(patch.Pixels, y * patch.Width, line.Pixels, (top + y) * width + left, patch.Width);
            places.Add((left, left + patch.Width));
            left += patch.Width + style.Gap;
        }

        return PixImage.ToNative(line);
    }

    /// <summary>The ink with a small margin, scaled to one height (bilinear), black to white over the whole range.</summary>
    private static GrayImage Patch(NumberInk ink, int inkHeight)
    {
        const int Margin = 3;
        var extent = ink.Extent;
        var tallest = Math.Max(1, ink.Characters.Count > 0 ? ink.Characters.Max(blob => blob.Height) : extent.Height);
        var scale = (double)inkHeight / tallest;
        var (left, top) = (extent.Left - Margin, extent.Top - Margin);
        var width = Math.Max(1, (int)Math.Round((extent.Width + 2 * Margin) * scale));
        var height = Math.Max(1, (int)Math.Round((extent.Height + 2 * Margin) * scale));
        var patch = new GrayImage(width, height);
        double range = Math.Max(1, ink.White - 8 - ink.Black);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var grey = Sample(ink.Image, left + (x + 0.5) / scale - 0.5, top + (y + 0.5) / scale - 0.5);
                patch[x, y] = (byte)Math.Clamp((grey - ink.Black) * 255 / range, 0, 255);
            }

        return patch;
    }

    private static double Sample(GrayImage image, double x, double y)
    {
        var (x0, y0) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = (x - x0, y - y0);
        double At(int px, int py) => image.Pixels[Math.Clamp(py, 0, image.Height - 1) * image.Width + Math.Clamp(px, 0, image.Width - 1)];
        return At(x0, y0) * (1 - fx) * (1 - fy) + At(x0 + 1, y0) * fx * (1 - fy) + At(x0, y0 + 1) * (1 - fx) * fy + At(x0 + 1, y0 + 1) * fx * fy;
    }
}
