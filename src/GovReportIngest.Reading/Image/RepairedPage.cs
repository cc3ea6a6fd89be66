using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>A page image made upright, straight and of even scale, with the way back to its source page.</summary>
internal sealed class RepairedPage(Pix grey, Pix binary) : IDisposable
{
    /// <summary>8 bits a pixel.</summary>
    public Pix Grey { get; } = grey;

    /// <summary>1 bit a pixel, ink is 1; rules are still in it.</summary>
    public Pix Binary { get; } = binary;

    /// <summary>Native memory of both images.</summary>
    public long Bytes { get; } = grey.Bytes + binary.Bytes;

    public required double PixelsPerPoint { get; init; }

    public required PageFrame Frame { get; init; }

    /// <summary>Of the source page after turning, points.</summary>
    public required (double Width, double Height) SourceSize { get; init; }

    public required (int X, int Y) Dpi { get; init; }

    public required bool DpiIsAssumed { get; init; }

    /// <summary>Turned clockwise by 0, 90, 180 or 270.</summary>
    public required int Rotation { get; init; }

    public required double SkewDegrees { get; init; }

    /// <summary>Coloured strokes that were taken off; null where there are none.</summary>
    public PenInk? Pen { get; init; }

    public void Dispose()
    {
        Grey.Dispose();
        Binary.Dispose();
    }
}
