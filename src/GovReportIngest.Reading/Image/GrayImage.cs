namespace GovReportIngest.Reading.Image;

/// <summary>An 8-bit grey image in managed memory, row by row without padding; 0 is black, 255 white.</summary>
internal sealed class GrayImage
{
    public GrayImage(int width, int height)
        : this(width, height, new byte[checked(width * height)])
    {
    }

    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, checked(width * height));
        Width = width;
        Height = height;
        Pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    public byte this[int x, int y]
    {
        get => Pixels[y * Width + x];
        set => Pixels[y * Width + x] = value;
    }
}
