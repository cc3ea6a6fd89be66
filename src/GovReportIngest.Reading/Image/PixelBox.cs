namespace GovReportIngest.Reading.Image;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct PixelBox(int X, int Y, int Width, int Height);
