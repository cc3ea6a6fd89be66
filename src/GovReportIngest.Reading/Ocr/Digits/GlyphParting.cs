using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Cuts ink of several digits that touch where the least ink stands, near equal widths.</summary>
internal static class GlyphParting
{
    /// <summary>Fewer parts than asked for where a part would have no ink.</summary>
    public static IReadOnlyList<Blob> Part(GrayImage image, Blob glyph, int count, double threshold)
    {
        var darkness = Columns(image, glyph);
        var parts = new List<Blob>();
        var left = 0;
        for (var k = 1; k <= count; k++)
        {
            var right = k == count ? glyph.Width : Lightest(darkness, left, glyph.Width * k / count, Math.Max(1, glyph.Width / count / 3));
            if (Shrink(image, glyph, left, right, threshold) is { } part)
                parts.Add(part);
            left = right;
        }

        return parts;
    }

    private static int Lightest(int[] darkness, int after, int centre, int reach)
    {
        var best = centre;
        for (var x = Math.Max(after + 2, centre - reach); x <= Math.Min(darkness.Length - 2, centre + reach); x++)
            if (darkness[x] < darkness[best])
                best = x;
        return best;
    }

    private static int[] Columns(GrayImage image, Blob glyph)
    {
        var darkness = new int[glyph.Width];
        for (var y = glyph.Top; y < glyph.Bottom; y++)
            for (var x = 0; x < glyph.Width; x++)
                darkness[x] += 255 - image[glyph.Left + x, y];
        return darkness;
    }

    private static Blob? Shrink(GrayImage image, Blob glyph, int from, int to, double threshold)
    {
        Blob? part = null;
        for (var y = glyph.Top; y < glyph.Bottom; y++)
            for (var x = glyph.Left + from; x < glyph.Left + to; x++)
                if (image[x, y] < threshold)
                    part = part?.With(new(x, y, x + 1, y + 1, 1)) ?? new(x, y, x + 1, y + 1, 1);
        return part is { Height: var height } && height > glyph.Height / 2 ? part : null;
    }
}
