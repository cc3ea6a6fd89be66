using System.Globalization;

namespace GovReportIngest.Reading.Pdf;

/// <summary>x' = A·x + C·y + E, y' = B·x + D·y + F, as SVG writes it.</summary>
internal readonly record struct SvgMatrix(double A, double B, double C, double D, double E, double F)
{
    /// <summary>How much a length grows, as a mean of both directions.</summary>
    internal double Scale => Math.Sqrt(Math.Abs(A * D - B * C));

    /// <summary>The identity where there are not six numbers.</summary>
    internal static SvgMatrix Parse(ReadOnlySpan<byte> text)
    {
        Span<double> parts = stackalloc double[6];
        var count = 0;
        foreach (var range in text.TrimEnd((byte)')').Split((byte)','))
        {
            if (count == 6 || !double.TryParse(text[range].Trim(")"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out parts[count++]))
                return new(1, 0, 0, 1, 0, 0);
        }

        return count == 6 ? new(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) : new(1, 0, 0, 1, 0, 0);
    }

    internal SvgPoint Map(SvgPoint point) => point with { X = A * point.X + C * point.Y + E, Y = B * point.X + D * point.Y + F };
}
