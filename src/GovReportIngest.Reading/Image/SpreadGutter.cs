using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Finds the gutter between two pages that were scanned beside each other: white from the head to the foot of a sheet in its middle,
/// with print on both sides, and a sign that these are two pages, namely the fold of a book or a sheet of their size. A single wide page, whose table
/// leaves its middle white, has neither.
/// </summary>
internal static class SpreadGutter
{
    /// <summary>A sheet so many times as wide as high may hold two pages.</summary>
    private const double LeastRatio = 1.2;
    private const double MostRatio = 1.9;

    /// <summary>Two pages of A4 are 16.5 inches wide, two of 16开 14.5; one page lying on its side is at most 14.</summary>
    private const double LeastInches = 14.2;

    /// <summary>Dots per inch of the view in which it is looked for.</summary>
    private const double ViewDpi = 75;

    /// <summary>Ink is darker than this share of the paper.</summary>
    private const double InkShare = 0.6;

    /// <summary>
    /// A clear column has less ink than this share of the height; a fold runs from edge to edge, which no side of a table does, and is
    /// no wider than this share of the width.
    /// </summary>
    private const double MostInk = 0.004;
    private const double LeastFold = 0.92;
    private const double WidestFold = 0.02;

    /// <summary>The gutter is at least so wide, and its middle so near to that of the sheet, shares of the width; so much of the edges is not looked at.</summary>
    private const double Narrowest = 0.025;
    private const double OffMiddle = 0.06;
    private const double Edge = 0.02;

    /// <summary>Each page has ink in so many of the rows.</summary>
    private const double LeastRows = 0.03;

    /// <summary>The column of pixels to cut at; null where the sheet is one page.</summary>
    /// <param name="page">Any depth.</param>
    /// <param name="dpi">Its resolution.</param>
    /// <param name="isAssumed">Whether that is a guess.</param>
    public static int? Find(Pix page, (int X, int Y) dpi, bool isAssumed)
    {
        var (width, height) = (page.Width / (double)dpi.X, page.Height / (double)dpi.Y);
        if (width < LeastRatio * height || width > MostRatio * height)
            return null;
        using var grey = PixImage.ToGrey(page);
        using var small = PixImage.Checked(Leptonica.pixScaleSmooth(grey, (float)(ViewDpi / dpi.X), (float)(ViewDpi / dpi.Y)), "pixScaleSmooth");
        using var binary = PixImage.Checked(Leptonica.pixThresholdToBinary(small, InkLevel(small)), "pixThresholdToBinary");
        if (PageOrientation.RunsDown(binary, ViewDpi / 72))
            return null;
        return Gutter(InkOf(binary), !isAssumed && width >= LeastInches) is { } column ? (int)Math.Round(column * (double)page.Width / small.Width) : null;
    }

    private static int InkLevel(Pix grey)
    {
        var counts = new int[256];
        foreach (var level in PixImage.ToManaged(grey).Pixels)
            counts[level]++;
        return (int)(InkShare * GreyHistogram.Reaching(counts, 0.75 * grey.Width * grey.Height));
    }

    private static bool[,] InkOf(Pix binary)
    {
        using var levels = PixImage.Checked(Leptonica.pixConvertTo8(binary, 0), "pixConvertTo8");
        var image = PixImage.ToManaged(levels);
        var ink = new bool[image.Width, image.Height];
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
                ink[x, y] = image[x, y] == 0;
        return ink;
    }

    /// <param name="ink">Columns and rows.</param>
    /// <param name="isOfTwo">The sheet is as wide as two pages.</param>
    private static int? Gutter(bool[,] ink, bool isOfTwo)
    {
        var (width, height) = (ink.GetLength(0), ink.GetLength(1));
        var (edge, rows) = ((int)(Edge * height), height - 2 * (int)(Edge * height));
        var counts = Enumerable.Range(0, width).Select(x => Enumerable.Range(edge, rows).Count(y => ink[x, y])).ToArray();
        bool IsFold(int x) => counts[x] >= LeastFold * rows;
        bool IsOpen(int x) => counts[x] <= Math.Max(1, MostInk * rows) || IsFold(x);
        var from = (int)((0.5 - OffMiddle) * width);
        var best = (From: 0, To: 0);
        for (var x = from; x < width - from; x++)
            if (IsOpen(x))
            {
                var to = x;
                while (to < width && IsOpen(to))
                    to++;
                var start = x;
                while (start > 0 && IsOpen(start - 1))
                    start--;
                if (to - start > best.To - best.From)
                    best = (start, to);
                x = to;
            }

        var folds = Enumerable.Range(best.From, best.To - best.From).Where(IsFold).ToList();
        var middle = folds.Count > 0 ? folds[folds.Count / 2] : (best.From + best.To) / 2;
        var isGutter = best.To - best.From >= Narrowest * width && Math.Abs(middle - width / 2.0) <= OffMiddle * width
            && (isOfTwo || folds.Count > 0) && folds.Count <= WidestFold * width;
        return isGutter && HasPrint(ink, edge, best.From) && HasPrint(ink, best.To, width - edge) ? middle : null;
    }

    private static bool HasPrint(bool[,] ink, int from, int to)
    {
        var height = ink.GetLength(1);
        var rows = Enumerable.Range(0, height).Count(y => Enumerable.Range(from, Math.Max(0, to - from)).Any(x => ink[x, y]));
        return rows >= LeastRows * height;
    }
}
