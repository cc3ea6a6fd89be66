using GovReportIngest.SampleGenerator.Native;
using GovReportIngest.SampleGenerator.Print;

namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>A report whose pages are text except one, which somebody printed and scanned; drawn by cairo's PDF surface.</summary>
internal static unsafe class HybridPdf
{
    public static byte[] Write(PrintedPdf pdf, int scannedPage, Raster scan)
    {
        var file = Path.GetTempFileName();
        try
        {
            var (width, height) = pdf.Size(0);
            var surface = NativeCalls.cairo_pdf_surface_create(file, width, height);
            var context = NativeCalls.cairo_create(surface);
            for (var index = 0; index < pdf.Pages; index++)
            {
                if (index == scannedPage)
                    DrawScan(context, scan);
                else
                    pdf.Draw(index, context);
                NativeCalls.cairo_show_page(context);
            }
            NativeCalls.cairo_destroy(context);
            NativeCalls.cairo_surface_finish(surface);
            NativeCalls.cairo_surface_destroy(surface);
            return PdfBytes.Normalised(File.ReadAllBytes(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Cairo keeps the bytes of a JPEG as they are where they come with the surface.</summary>
    private static void DrawScan(nint context, Raster scan)
    {
        var jpeg = ImageBytes.Jpeg(scan, PixelKind.Grey, 70);
        var memory = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)jpeg.Length);
        jpeg.CopyTo(new Span<byte>(memory, jpeg.Length));
        using var canvas = new Canvas(scan);
        NativeCalls.cairo_surface_flush(canvas.Surface);
        _ = NativeCalls.cairo_surface_set_mime_data(canvas.Surface, "image/jpeg", memory, (nuint)jpeg.Length, 0, 0);
        NativeCalls.cairo_save(context);
        NativeCalls.cairo_scale(context, 72 / scan.DpiX, 72 / scan.DpiY);
        NativeCalls.cairo_set_source_surface(context, canvas.Surface, 0, 0);
        NativeCalls.cairo_paint(context);
        NativeCalls.cairo_restore(context);
    }
}
