using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// The picture of one cell, cut from its page, with the rules along its sides painted over with the cell's paper. Where a side
/// has no rule, the picture ends at the cell's edge.
/// </summary>
internal sealed class CellInside
{
    private readonly int[] tops;
    private readonly int[] bottoms;
    private readonly int[] lefts;
    private readonly int[] rights;

    private CellInside(GrayImage image, int x, int y, (int[] Tops, int[] Bottoms, int[] Lefts, int[] Rights) bounds)
    {
        (Image, X, Y) = (image, x, y);
        (tops, bottoms, lefts, rights) = bounds;
    }

    public GrayImage Image { get; }

    /// <summary>Where the picture begins on the page, pixels.</summary>
    public int X { get; }

    public int Y { get; }

    /// <summary>Counts of the grey levels between the rules.</summary>
    public int[] Histogram { get; } = new int[256];

    /// <summary>Null where the cell is smaller than any character.</summary>
    public static CellInside? Of(GrayImage page, Box box, double scale)
    {
        var margin = (int)Math.Round(RuleEdge.Outside * scale);
        var (left, top) = (Math.Max(0, (int)Math.Round(box.X * scale) - margin), Math.Max(0, (int)Math.Round(box.Y * scale) - margin));
        var (right, bottom) = (Math.Min(page.Width, (int)Math.Round(box.Right * scale) + margin), Math.Min(page.Height, (int)Math.Round(box.Bottom * scale) + margin));
        var (width, height) = (right - left, bottom - top);
        if (width - 2 * margin < 2 * scale || height - 2 * margin < 2 * scale)
            return null;
        var image = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
            Array.Copy(page.Pixels, (top + y) * page.Width + left, image.Pixels, y * width, width);
        var white = Paper(image, 2 * margin);
        var inside = new CellInside(image, left, top, BoundsOf(image, white, margin, scale));
        inside.PaintRules((byte)white);
        return inside;
    }

    /// <summary>Ink runs into a rule or over the border.</summary>
    public bool IsAtBorder(Blob blob)
    {
        for (var x = blob.Left; x < blob.Right; x++)
            if (blob.Top <= tops[x] || blob.Bottom >= bottoms[x])
                return true;
        for (var y = blob.Top; y < blob.Bottom; y++)
            if (blob.Left <= lefts[y] || blob.Right >= rights[y])
                return true;
        return false;
    }

    private static (int[] Tops, int[] Bottoms, int[] Lefts, int[] Rights) BoundsOf(GrayImage image, int white, int margin, double scale)
    {
        var (width, height) = (image.Width, image.Height);
        var edge = margin + (int)Math.Ceiling(0.3 * scale);
        int[] Ends(int length, int depth, Func<int, int, byte> grey) =>
            RuleEdge.Find(length, depth, grey, white, scale) ?? [.. Enumerable.Repeat(edge, length)];
        return (
            Ends(width, height, (along, inwards) => image[along, inwards]),
            [.. Ends(width, height, (along, inwards) => image[along, height - 1 - inwards]).Select(end => height - end)],
            Ends(height, width, (along, inwards) => image[inwards, along]),
            [.. Ends(height, width, (along, inwards) => image[width - 1 - inwards, along]).Select(end => width - end)]);
    }

    private void PaintRules(byte white)
    {
        for (var y = 0; y < Image.Height; y++)
            for (var x = 0; x < Image.Width; x++)
                if (y < tops[x] || y >= bottoms[x] || x < lefts[y] || x >= rights[y])
                    Image[x, y] = white;
                else
                    Histogram[Image[x, y]]++;
    }

    private static int Paper(GrayImage image, int inset)
    {
        var (insetX, insetY) = (Math.Min(inset, image.Width / 3), Math.Min(inset, image.Height / 3));
        var counts = new int[256];
        for (var y = insetY; y < image.Height - insetY; y++)
            for (var x = insetX; x < image.Width - insetX; x++)
                counts[image[x, y]]++;
        return GreyHistogram.AtRank(counts, 0.6 * counts.Sum());
    }
}
