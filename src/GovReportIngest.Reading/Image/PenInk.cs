using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Where a page bears coloured ink that is no seal and no shade: strokes of a pen, which are taken off the picture before it is
/// read. A figure that somebody wrote or corrected would be lost with them, so that its cell must know. Kept as squares of the page
/// as it was scanned.
/// </summary>
internal sealed class PenInk
{
    /// <summary>Side of a square, points: about a stroke of a pen.</summary>
    private const double Square = 2;

    /// <summary>Channels of a stroke lie this far apart, as a share of the paper's light.</summary>
    private const double Saturated = 0.22;

    /// <summary>A square with so much coloured ink bears a stroke.</summary>
    private const double LeastInk = 0.1;

    /// <summary>Squares this near to each other belong to one seal, or one note.</summary>
    private const int Reach = 4;

    /// <summary>Black print has rims of colour in many scanners: beside a coloured pixel nothing is darker by so many levels.</summary>
    private const int Darker = 30;

    /// <summary>So many points of a cell, one a point of its width and height, lie on strokes.</summary>
    private const int LeastInCell = 6;

    /// <summary>Strokes of the row above or below may end inside the cell's edge, points.</summary>
    private const double Edge = 1;

    private readonly bool[,] squares;
    private readonly int rotation;
    private readonly (double Width, double Height) page;

    private PenInk(bool[,] squares, int rotation, (double Width, double Height) page) =>
        (this.squares, this.rotation, this.page) = (squares, rotation, page);

    /// <summary>Null where the page has no such ink.</summary>
    /// <param name="colour">The page as scanned, 32 bits a pixel.</param>
    /// <param name="dpi">Of <paramref name="colour"/>.</param>
    public static PenInk? Find(Pix colour, (int X, int Y) dpi)
    {
        var hues = Coloured(colour, dpi);
        var strokes = new bool[hues.GetLength(1), hues.GetLength(2)];
        var isAny = false;
        for (var hue = 0; hue < 3; hue++)
        {
            var groups = InkGroup.Of(hues, hue, Reach).ToList();
            var seals = groups.Where(group => group.IsSeal(Square)).ToList();
            // The star and the characters of a seal stand apart from its ring.
            foreach (var group in groups.Where(group => !group.IsShade && !seals.Any(group.IsWithin)))
                foreach (var (column, row) in group.Squares)
                    isAny = strokes[column, row] = true;
        }

        return isAny ? new(strokes, 0, (colour.Width * 72.0 / dpi.X, colour.Height * 72.0 / dpi.Y)) : null;
    }

    /// <summary>The same page turned clockwise by a multiple of 90 degrees.</summary>
    public PenInk Turned(int degrees) => new(squares, degrees, page);

    /// <summary>Whether pen strokes run through a box of the layout frame, points.</summary>
    public bool IsIn(Box box, PageFrame frame)
    {
        var found = 0;
        for (var y = box.Y + Edge; y < box.Bottom - Edge; y++)
            for (var x = box.X + Edge; x < box.Right - Edge; x++)
                if (IsAt(frame.ToSource(x, y)) && ++found >= LeastInCell)
                    return true;
        return false;
    }

    private bool IsAt((double X, double Y) point)
    {
        var (x, y) = rotation switch
        {
            90 => (point.Y, page.Height - point.X),
            180 => (page.Width - point.X, page.Height - point.Y),
            270 => (page.Width - point.Y, point.X),
            _ => point,
        };
        var (column, row) = ((int)Math.Floor(x / Square), (int)Math.Floor(y / Square));
        return column >= 0 && row >= 0 && column < squares.GetLength(0) && row < squares.GetLength(1) && squares[column, row];
    }

    /// <summary>Share of coloured pixels by the channel that they are brightest in, column and row of their square.</summary>
    private static unsafe float[,,] Coloured(Pix colour, (int X, int Y) dpi)
    {
        var paper = PaperLight.Of(colour);
        var pixels = Leptonica.pixGetData(colour);
        var stride = Leptonica.pixGetWpl(colour);
        var (wide, high) = (Square * dpi.X / 72, Square * dpi.Y / 72);
        var shares = new float[3, (int)(colour.Width / wide) + 1, (int)(colour.Height / high) + 1];
        var one = (float)(1 / Math.Max(1, wide * high));
        for (var y = 2; y < colour.Height - 2; y++)
            for (var x = 2; x < colour.Width - 2; x++)
            {
                var pixel = pixels[(long)y * stride + x];
                if (HueOf(pixel, paper) is not (>= 0 and var hue))
                    continue;
                var least = Brightness(pixel) - Darker;
                if (Brightness(pixels[(long)y * stride + x - 2]) >= least && Brightness(pixels[(long)y * stride + x + 2]) >= least
                    && Brightness(pixels[(long)(y - 2) * stride + x]) >= least && Brightness(pixels[(long)(y + 2) * stride + x]) >= least)
                    shares[hue, (int)(x / wide), (int)(y / high)] += one;
            }

        for (var hue = 0; hue < 3; hue++)
            for (var column = 0; column < shares.GetLength(1); column++)
                for (var row = 0; row < shares.GetLength(2); row++)
                    if (shares[hue, column, row] < LeastInk)
                        shares[hue, column, row] = 0;
        return shares;
    }

    /// <summary>The brightest channel of a coloured pixel; less than 0 of a grey one.</summary>
    private static int HueOf(uint pixel, PaperLight paper)
    {
        var (red, green, blue) = ((double)(pixel >> 24) / paper.Red, (double)(pixel >> 16 & 255) / paper.Green, (double)(pixel >> 8 & 255) / paper.Blue);
        var highest = Math.Max(red, Math.Max(green, blue));
        if (highest - Math.Min(red, Math.Min(green, blue)) < Saturated)
            return -1;
        return highest == red ? 0 : highest == green ? 1 : 2;
    }

    // The brightest channel: a coloured stroke is bright in its own, print in none.
    private static int Brightness(uint pixel) => (int)Math.Max(pixel >> 24, Math.Max(pixel >> 16 & 255, pixel >> 8 & 255));
}
