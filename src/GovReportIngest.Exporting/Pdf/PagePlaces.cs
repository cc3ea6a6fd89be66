using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>From upright pages as they were read to the PDF's own units: back by the turn, by the page's rotation, and from the corner of its box.</summary>
internal static class PagePlaces
{
    private readonly record struct Edges(double Left, double Bottom, double Right, double Top)
    {
        public double Width => Right - Left;

        public double Height => Top - Bottom;
    }

    /// <summary>Of pages that do not say how large they are.</summary>
    private static readonly Edges Letter = new(0, 0, 612, 792);

    /// <param name="file">The PDF.</param>
    /// <param name="page">Of it.</param>
    /// <param name="text">What was read on it: its size is the page's, but for rounding.</param>
    /// <exception cref="PdfException">The page has no size.</exception>
    public static Func<PagePoint, PagePoint> On(PdfFile file, PdfPage page, PageText text)
    {
        var box = BoxOf(file, page);
        var turn = (((PdfValue.WholeOf(file.Resolve(page.Inherited.GetValueOrDefault("/Rotate"))) ?? 0) % 360 + text.Rotation) % 360 + 360) % 360;
        if (text.Width <= 0 || text.Height <= 0)
            throw new PdfException($"page {text.SourcePage} has no size");
        var (scaleX, scaleY) = turn is 90 or 270 ? (box.Height / text.Width, box.Width / text.Height) : (box.Width / text.Width, box.Height / text.Height);
        return point => (X: point.X * scaleX, Y: point.Y * scaleY) is var at && turn switch
        {
            90 => new PagePoint(at.Y, at.X),
            180 => new(box.Width - at.X, at.Y),
            270 => new(box.Width - at.Y, box.Height - at.X),
            _ => new(at.X, box.Height - at.Y),
        } is var (x, y) ? new(box.Left + x, box.Bottom + y) : default;
    }

    /// <summary>What is shown of the page: the crop box as far as it lies on the media box.</summary>
    private static Edges BoxOf(PdfFile file, PdfPage page)
    {
        var media = EdgesOf(file.Numbers(page.Inherited.GetValueOrDefault("/MediaBox"))) ?? Letter;
        if (EdgesOf(file.Numbers(page.Inherited.GetValueOrDefault("/CropBox"))) is not { } crop)
            return media;
        var shown = new Edges(Math.Max(crop.Left, media.Left), Math.Max(crop.Bottom, media.Bottom), Math.Min(crop.Right, media.Right), Math.Min(crop.Top, media.Top));
        return shown is { Width: > 0, Height: > 0 } ? shown : media;
    }

    /// <summary>Corners in any order; null for what is no box.</summary>
    private static Edges? EdgesOf(IReadOnlyList<double>? box) =>
        box is { Count: 4 } && new Edges(Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3])) is { Width: > 0, Height: > 0 } edges ? edges : null;
}
