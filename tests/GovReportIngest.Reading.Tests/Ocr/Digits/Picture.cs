using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Tests.Ocr.Digits;

/// <summary>A page in memory, white with black strokes.</summary>
internal static class Picture
{
    public static GrayImage White(int width, int height, byte paper = 255)
    {
        var image = new GrayImage(width, height);
        Array.Fill(image.Pixels, paper);
        return image;
    }

    public static GrayImage Fill(this GrayImage image, int left, int top, int width, int height, byte grey = 0)
    {
        for (var y = top; y < top + height; y++)
            for (var x = left; x < left + width; x++)
                image[x, y] = grey;
        return image;
    }

    /// <summary>A straight stroke of a pen.</summary>
    public static GrayImage Stroke(this GrayImage image, double x1, double y1, double x2, double y2, double thickness, byte grey = 0)
    {
        var (dx, dy) = (x2 - x1, y2 - y1);
        var length = dx * dx + dy * dy;
        for (var y = (int)(Math.Min(y1, y2) - thickness); y <= Math.Max(y1, y2) + thickness; y++)
            for (var x = (int)(Math.Min(x1, x2) - thickness); x <= Math.Max(x1, x2) + thickness; x++)
            {
                var along = Math.Clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
                var (offX, offY) = (x - x1 - along * dx, y - y1 - along * dy);
                if (offX * offX + offY * offY <= thickness * thickness / 4 && x >= 0 && y >= 0 && x < image.Width && y < image.Height)
                    image[x, y] = grey;
            }

        return image;
    }
}
