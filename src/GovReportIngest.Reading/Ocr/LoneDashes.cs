using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Dashes that stand for numbers. The engine drops a dash that stands alone, or takes it for 一, so that a row of nothing else
/// would show no figure.
/// </summary>
internal static class LoneDashes
{
    /// <summary>A dash is one shape so many times as wide as high, and so wide, points.</summary>
    private const double Ratio = 2;
    private const double Shortest = 2;
    private const double Longest = 24;

    /// <summary>一 is nearly as wide as the type is high; what is shorter than this share of it is none.</summary>
    private const double ShortShare = 0.6;

    /// <summary>So many on one line are not 一 either; their heights differ by no more than this, points.</summary>
    private const int FewestInRow = 3;
    private const double SameHeight = 1.5;

    public static bool IsDash(InkPiece piece, double pixelsPerPoint) => piece.Shapes.Count == 1 && piece.Box.Width >= Ratio * piece.Box.Height
        && piece.Box.Width >= Shortest * pixelsPerPoint && piece.Box.Width <= Longest * pixelsPerPoint;

    /// <summary>It is no 一.</summary>
    /// <param name="region">All pieces of the closed region that it stands in.</param>
    /// <param name="typeSize">Of the page, pixels.</param>
    public static bool IsSure(InkPiece piece, IReadOnlyList<InkPiece> region, double typeSize, double pixelsPerPoint) => IsDash(piece, pixelsPerPoint)
        && (piece.Box.Width < ShortShare * typeSize
            || region.Count(other => IsDash(other, pixelsPerPoint) && Math.Abs(MiddleOf(other) - MiddleOf(piece)) <= SameHeight * pixelsPerPoint) >= FewestInRow);

    private static double MiddleOf(InkPiece piece) => piece.Box.Y + piece.Box.Height / 2.0;
}
