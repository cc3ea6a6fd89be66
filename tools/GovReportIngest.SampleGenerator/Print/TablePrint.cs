using GovReportIngest.SampleGenerator.Docx;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Scans;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>A table alone as a picture, as people paste pictures of tables into a text.</summary>
internal static class TablePrint
{
    /// <summary>White left around the ink, pixels.</summary>
    private const int Margin = 12;

    private const int Ink = 200;

    public static async Task<TablePicture> PictureAsync(Chromium browser, string key, FigureSet figures, HtmlLook look, int dpi, CancellationToken cancellation)
    {
        using var pdf = new PrintedPdf(await browser.PrintAsync(HtmlReport.Page(HtmlTables.Write(key, figures, look), look), look, cancellation));
        if (pdf.Pages != 1)
            throw new InvalidOperationException($"The table takes {pdf.Pages} pages; make its look smaller.");
        var picture = Cut(pdf.Render(0, dpi));
        return new(ImageBytes.Png(picture, PixelKind.Grey), picture.Width / (double)dpi, picture.Height / (double)dpi);
    }

    private static Raster Cut(Raster page)
    {
        var rows = Enumerable.Range(0, page.Height).Where(y => Enumerable.Range(0, page.Width).Any(x => page.Grey(x, y) < Ink)).ToList();
        var columns = Enumerable.Range(0, page.Width).Where(x => rows.Any(y => page.Grey(x, y) < Ink)).ToList();
        var (left, top) = (Math.Max(0, columns[0] - Margin), Math.Max(0, rows[0] - Margin));
        var cut = new Raster(Math.Min(page.Width, columns[^1] + Margin) - left, Math.Min(page.Height, rows[^1] + Margin) - top, page.DpiX, page.DpiY);
        for (var y = 0; y < cut.Height; y++)
            Array.Copy(page.Rgb, page.Offset(left, top + y), cut.Rgb, cut.Offset(0, y), cut.Width * 3);
        return cut;
    }
}
