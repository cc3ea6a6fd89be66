using System.Diagnostics;

namespace GovReportIngest.Core.Document;

/// <summary>
/// Turns a page of <see cref="Width"/> × <see cref="Height"/> points clockwise by <see cref="Degrees"/> (0, 90, 180 or 270),
/// so that text that runs up or down it can be read; the origin stays top left.
/// </summary>
public readonly record struct QuarterTurn(int Degrees, double Width, double Height)
{
    /// <summary>Of the page after turning.</summary>
    public (double Width, double Height) Size => Degrees is 90 or 270 ? (Height, Width) : (Width, Height);

    /// <summary>From the turned page back to the page.</summary>
    public PageFrame Back => Degrees switch
    {
        0 => PageFrame.Identity,
        90 => new(0, 1, 0, -1, 0, Height),
        180 => new(-1, 0, Width, 0, -1, Height),
        270 => new(0, -1, Width, 1, 0, 0),
        _ => throw new UnreachableException(),
    };

    public (double X, double Y) Of(double x, double y) => Degrees switch
    {
        0 => (x, y),
        90 => (Height - y, x),
        180 => (Width - x, Height - y),
        270 => (y, Width - x),
        _ => throw new UnreachableException(),
    };

    public Box Of(Box box)
    {
        var (x, y) = Of(box.X, box.Y);
        var (right, bottom) = Of(box.Right, box.Bottom);
        return Box.FromEdges(Math.Min(x, right), Math.Min(y, bottom), Math.Max(x, right), Math.Max(y, bottom));
    }

    public Ruling Of(Ruling rule)
    {
        var isAcross = rule.Direction is RulingDirection.Horizontal;
        var line = Of(isAcross ? Box.FromEdges(rule.Start, rule.Position, rule.End, rule.Position) : Box.FromEdges(rule.Position, rule.Start, rule.Position, rule.End));
        return isAcross == Degrees is 0 or 180
            ? new(RulingDirection.Horizontal, line.Y, line.X, line.Right, rule.Thickness)
            : new(RulingDirection.Vertical, line.X, line.Y, line.Bottom, rule.Thickness);
    }
}
