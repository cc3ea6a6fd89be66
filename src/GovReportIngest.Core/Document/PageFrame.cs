namespace GovReportIngest.Core.Document;

/// <summary>
/// Maps the layout frame of a page (upright, deskewed, flattened, split from a spread; points) back to the source page
/// (turned by multiples of 90° only; points): x' = A·x + B·y + C, y' = D·x + E·y + F, of a flattened page after undoing its warp.
/// </summary>
public readonly record struct PageFrame(double A, double B, double C, double D, double E, double F)
{
    public static PageFrame Identity { get; } = new(1, 0, 0, 0, 1, 0);

    /// <summary>Of a page that was curled or photographed at an angle; null of others.</summary>
    public PageWarp? Warp { get; init; }

    public (double X, double Y) ToSource(double x, double y)
    {
        if (Warp is not null)
            (x, y) = Warp.ToUnflattened(x, y);
        return (A * x + B * y + C, D * x + E * y + F);
    }

    /// <summary>The bounding box, on the source page, of a box of the layout frame; rounded to 0.1 point.</summary>
    public Box ToSource(Box box)
    {
        Span<(double X, double Y)> corners =
        [
            ToSource(box.X, box.Y), ToSource(box.Right, box.Y), ToSource(box.X, box.Bottom), ToSource(box.Right, box.Bottom),
        ];
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        foreach (var (x, y) in corners)
        {
            left = Math.Min(left, x);
            right = Math.Max(right, x);
            top = Math.Min(top, y);
            bottom = Math.Max(bottom, y);
        }

        var (roundLeft, roundTop) = (Round(left), Round(top));
        return new(roundLeft, roundTop, Round(Round(right) - roundLeft), Round(Round(bottom) - roundTop));
    }

    private static double Round(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
