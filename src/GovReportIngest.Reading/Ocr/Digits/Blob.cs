namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>A connected piece of ink, or several that belong to one character; pixels of the cell's picture, half-open.</summary>
internal readonly record struct Blob(int Left, int Top, int Right, int Bottom, int Pixels)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public Blob With(Blob other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom), Pixels + other.Pixels);

    public bool Contains(Blob other) => other.Left >= Left && other.Top >= Top && other.Right <= Right && other.Bottom <= Bottom;
}
