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

    /// <summary>The point of the layout frame that stands there on the source page.</summary>
    public (double X, double Y) FromSource(double x, double y)
    {
        const int Rounds = 20;
        var area = A * E - B * D;
        var (flatX, flatY) = ((E * (x - C) - B * (y - F)) / area, (A * (y - F) - D * (x - C)) / area);
        if (Warp is null)
            return (flatX, flatY);
        // How far points were moved changes little from point to point: what is missing to the point is made up for round by round.
        var (foundX, foundY) = (flatX, flatY);
        for (var round = 0; round < Rounds; round++)
        {
            var (movedX, movedY) = Warp.ToUnflattened(foundX, foundY);
            (foundX, foundY) = (foundX + flatX - movedX, foundY + flatY - movedY);
        }

        return (foundX, foundY);
    }

    /// <summary>The bounding box, in the layout frame, of a box of the source page.</summary>
    public Box FromSource(Box box)
    {
        var (one, other) = (FromSource(box.X, box.Y), FromSource(box.Right, box.Bottom));
        var (third, fourth) = (FromSource(box.X, box.Bottom), FromSource(box.Right, box.Y));
        return Box.FromEdges(
            Math.Min(Math.Min(one.X, other.X), Math.Min(third.X, fourth.X)), Math.Min(Math.Min(one.Y, other.Y), Math.Min(third.Y, fourth.Y)),
            Math.Max(Math.Max(one.X, other.X), Math.Max(third.X, fourth.X)), Math.Max(Math.Max(one.Y, other.Y), Math.Max(third.Y, fourth.Y)));
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
