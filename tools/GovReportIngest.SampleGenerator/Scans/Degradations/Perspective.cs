namespace GovReportIngest.SampleGenerator.Scans.Degradations;

/// <summary>Plane perspective as nine numbers, row by row (Heckbert 1989, Fundamentals of Texture Mapping and Image Warping, 2.2.3).</summary>
internal static class Perspective
{
    /// <summary>From a quadrilateral (upper left, upper right, lower right, lower left) to the unit square.</summary>
    public static double[] ToUnitSquare(ReadOnlySpan<(double X, double Y)> corners) => Adjoint(FromUnitSquare(corners));

    public static (double X, double Y) Apply(double[] m, double x, double y)
    {
        var w = m[6] * x + m[7] * y + m[8];
        return ((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w);
    }

    private static double[] FromUnitSquare(ReadOnlySpan<(double X, double Y)> p)
    {
        var (dx1, dx2, dx3) = (p[1].X - p[2].X, p[3].X - p[2].X, p[0].X - p[1].X + p[2].X - p[3].X);
        var (dy1, dy2, dy3) = (p[1].Y - p[2].Y, p[3].Y - p[2].Y, p[0].Y - p[1].Y + p[2].Y - p[3].Y);
        var area = dx1 * dy2 - dx2 * dy1;
        var (g, h) = ((dx3 * dy2 - dx2 * dy3) / area, (dx1 * dy3 - dx3 * dy1) / area);
        return
        [
            p[1].X - p[0].X + g * p[1].X, p[3].X - p[0].X + h * p[3].X, p[0].X,
            p[1].Y - p[0].Y + g * p[1].Y, p[3].Y - p[0].Y + h * p[3].Y, p[0].Y,
            g, h, 1,
        ];
    }

    /// <summary>The inverse but for a factor, which perspective does not see.</summary>
    private static double[] Adjoint(double[] m) =>
    [
        m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
    ];
}
