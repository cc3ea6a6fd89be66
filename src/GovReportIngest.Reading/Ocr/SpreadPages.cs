using GovReportIngest.Core.Read;
using GovReportIngest.Reading.Image;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>Reads the two pages of a spread, each as if it had been scanned alone, and says where on the spread they are.</summary>
internal sealed class SpreadPages(ScanReader scans)
{
    /// <summary>Both pages in reading order; null where the image is no spread.</summary>
    public IReadOnlyList<(ReadPage Page, RepairedPage Image)>? Read(Pix spread, ScanPageFacts facts)
    {
        if (facts.IsSpread is false)
            return null;
        var (dpi, isAssumed) = PageRepair.DpiOf(spread);
        if ((SpreadGutter.Find(spread, dpi, isAssumed) ?? (facts.IsSpread is true ? spread.Width / 2 : null)) is not { } cut)
            return null;
        var (left, right) = (Half(spread, 0, cut, dpi, facts), Half(spread, cut, spread.Width - cut, dpi, facts));
        // Halves that stand differently are no pages of one book.
        if (left.Page.Rotation != right.Page.Rotation || left.Page.Rotation is not (0 or 180))
        {
            left.Image.Dispose();
            right.Image.Dispose();
            return null;
        }

        var (first, second) = left.Page.Rotation == 0 ? (left, right) : (right, left);
        var size = (Width: Math.Round(first.Page.Width + second.Page.Width, 1), Height: Math.Max(first.Page.Height, second.Page.Height));
        ReadPage Placed(ReadPage page, PagePart part, double x) => page with
        {
            Number = PageNumbers.Of(facts.SourcePage, part),
            Part = part,
            Width = size.Width,
            Height = size.Height,
            DpiIsAssumed = isAssumed,
            Frame = page.Frame with { C = page.Frame.C + x },
        };
        return [(Placed(first.Page, PagePart.Left, 0), first.Image), (Placed(second.Page, PagePart.Right, first.Image.SourceSize.Width), second.Image)];
    }

    private (ReadPage Page, RepairedPage Image) Half(Pix spread, int x, int width, (int X, int Y) dpi, ScanPageFacts facts)
    {
        using var half = PixImage.Clip(spread, x, 0, width, spread.Height) ?? throw new NativeFailureException("pixClipRectangle");
        _ = Leptonica.pixSetResolution(half, dpi.X, dpi.Y);
        return scans.Read(half, facts);
    }
}
