namespace GovReportIngest.Reading.Image;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    public PixelBox Grown(int by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);

    public bool Holds(int x, int y) => x >= X && x < X + Width && y >= Y && y < Y + Height;
}
