using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Specks of dust, which copiers print all over a page. Only where specks stand alone on bare paper all over the page are those beside
/// print and in cells taken for dust too. Points of numbers and punctuation stand close to other ink; dots that are printed for their own
/// sake stand in line with each other or in the middle of their cell: these stay.
/// </summary>
internal static class Dust
{
    /// <summary>Points.</summary>
    private const double Largest = 1.8;

    /// <summary>To all other ink, points.</summary>
    private const double Apart = 3;

    /// <summary>So many specks outside of tables make a page dusty.</summary>
    private const int FewestOnPaper = 12;

    /// <summary>Beyond this the page is a halftone picture.</summary>
    private const int Most = 5000;

    /// <summary>Dots are in line that differ by no more than this; two neighbours that are as near as this along it make a line; points.</summary>
    private const double SameLine = 0.5;
    private const double Neighbours = 40;

    /// <summary>From a cell's middle to its side, as shares.</summary>
    private const double MiddleAcross = 0.3;
    private const double MiddleDown = 0.5;

    /// <summary>A scan's blur around a speck, points.</summary>
    private const double Rim = 0.5;

    /// <summary>Paints dust over with the paper around it, on the page and on <paramref name="ink"/>.</summary>
    /// <param name="page">In points of which dust is measured.</param>
    /// <param name="ink">The page's ink without its rules, 1 bit.</param>
    /// <param name="cells">Of its tables.</param>
    /// <returns>The shapes of the ink that is left, in raster order.</returns>
    public static IReadOnlyList<PixelBox> Clear(RepairedPage page, Pix ink, IReadOnlyList<PixelBox> cells)
    {
        var scale = page.PixelsPerPoint;
        List<PixelBox> shapes = [.. PixImage.Components(ink, 8).Select(shape => new PixelBox(shape.X, shape.Y, shape.Width, shape.Height))];
        var specks = shapes.FindAll(shape => shape.Width <= Largest * scale && shape.Height <= Largest * scale);
        if (specks.Count is < FewestOnPaper or > Most)
            return shapes;
        var dust = specks.Where(speck => !IsInLine(speck, specks, scale) && IsAlone(ink, speck, scale))
            .Select(speck => (Speck: speck, Cell: cells.Cast<PixelBox?>().FirstOrDefault(cell => cell!.Value.Holds(speck.X + speck.Width / 2, speck.Y + speck.Height / 2)))).ToList();
        if (dust.Count(speck => speck.Cell is null) < FewestOnPaper)
            return shapes;
        var rim = (int)Math.Ceiling(Rim * scale);
        var cleared = dust.Where(speck => speck.Cell is null || !IsInMiddle(speck.Speck, speck.Cell.Value)).Select(speck => speck.Speck).ToHashSet();
        foreach (var speck in cleared)
        {
            var whole = speck.Grown(rim);
            PixelPaint.Paper(page.Grey, whole);
            PixelPaint.Erase(page.Binary, whole);
            PixelPaint.Erase(ink, whole);
        }

        return [.. shapes.Where(shape => !cleared.Contains(shape))];
    }

    private static bool IsAlone(Pix ink, PixelBox speck, double scale)
    {
        var around = speck.Grown((int)(Apart * scale));
        using var part = PixImage.Clip(ink, Math.Max(0, around.X), Math.Max(0, around.Y), around.Width, around.Height);
        return part is not null && PixImage.Components(part, 8).Count == 1;
    }

    private static bool IsInLine(PixelBox speck, List<PixelBox> specks, double scale)
    {
        var (x, y) = (speck.X + speck.Width / 2.0, speck.Y + speck.Height / 2.0);
        var (inRow, inColumn) = (0, 0);
        foreach (var other in specks)
        {
            var (dx, dy) = (Math.Abs(other.X + other.Width / 2.0 - x), Math.Abs(other.Y + other.Height / 2.0 - y));
            inRow += dy <= SameLine * scale && dx <= Neighbours * scale ? 1 : 0;
            inColumn += dx <= SameLine * scale && dy <= Neighbours * scale ? 1 : 0;
        }

        // Itself among them.
        return inRow > 2 || inColumn > 2;
    }

    private static bool IsInMiddle(PixelBox speck, PixelBox cell) =>
        Math.Abs(speck.X + speck.Width / 2.0 - cell.X - cell.Width / 2.0) < MiddleAcross * cell.Width / 2
        && Math.Abs(speck.Y + speck.Height / 2.0 - cell.Y - cell.Height / 2.0) < MiddleDown * cell.Height / 2;
}
