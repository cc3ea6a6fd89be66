using System.Globalization;
using System.Text;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Pdf.Scans;

/// <summary>A PDF (ISO 32000-1) of page images, a page each, with their bytes as they are and nothing else.</summary>
internal sealed class ScanPdf : IDisposable
{
    private readonly MemoryStream pdf = new();
    private readonly List<long> offsets = [];

    private ScanPdf()
    {
    }

    /// <param name="images">In their order.</param>
    /// <param name="texts">Of the pages: they say how large a page is; one without a text is as large as at 300 dots per inch.</param>
    public static byte[] Of(IReadOnlyList<ScanImage> images, IReadOnlyList<PageText> texts)
    {
        var known = texts.ToDictionary(text => text.SourcePage);
        using var pdf = new ScanPdf();
        return pdf.Write([.. images.Select((image, index) => (image, SizeOf(image, known.GetValueOrDefault(index + 1))))]);
    }

    public void Dispose() => pdf.Dispose();

    private byte[] Write(IReadOnlyList<(ScanImage Image, (double Width, double Height) Size)> pages)
    {
        const int PagesNumber = 2;
        Put("%PDF-1.7\n%âãÏÓ\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        // What the pages are is known when they were written.
        offsets.Add(0);
        var numbers = pages.Select(page => WritePage(page.Image, page.Size)).ToList();
        offsets[PagesNumber - 1] = pdf.Length;
        Put($"{PagesNumber} 0 obj\n<< /Type /Pages /Count {numbers.Count} /Kids [{string.Join(' ', numbers.Select(number => $"{number} 0 R"))}] >>\nendobj\n");
        var table = pdf.Length;
        Put($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Put(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Put($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();
    }

    /// <returns>Number of the page's object.</returns>
    private int WritePage(ScanImage image, (double Width, double Height) size)
    {
        var strips = image.Strips.Select(strip => Stream(string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {image.Width} /Height {strip.Rows} {strip.Entries}"), strip.Bytes)).ToList();
        var content = new StringBuilder();
        var below = (double)image.Height;
        foreach (var (index, strip) in image.Strips.Index())
        {
            below -= strip.Rows;
            content.Append(CultureInfo.InvariantCulture, $"q {size.Width:0.####} 0 0 {size.Height * strip.Rows / image.Height:0.####} 0 {size.Height * below / image.Height:0.####} cm /I{index} Do Q\n");
        }

        var drawing = Stream("", Encoding.ASCII.GetBytes(content.ToString()));
        var names = string.Join(' ', strips.Select((number, index) => $"/I{index} {number} 0 R"));
        return Object(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size.Width:0.####} {size.Height:0.####}] /Rotate {90 * image.Quarters} /Resources << /XObject << {names} >> >> /Contents {drawing} 0 R >>"));
    }

    /// <summary>As the image lies in its file: the text's page is upright.</summary>
    private static (double Width, double Height) SizeOf(ScanImage image, PageText? text)
    {
        const double PointsAPixel = 72.0 / 300;
        if (text is null)
            return (image.Width * PointsAPixel, image.Height * PointsAPixel);
        return (image.Quarters * 90 + text.Rotation) % 180 == 0 ? (text.Width, text.Height) : (text.Height, text.Width);
    }

    private int Object(string text)
    {
        offsets.Add(pdf.Length);
        Put(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{text}\nendobj\n"));
        return offsets.Count;
    }

    private int Stream(string entries, ReadOnlyMemory<byte> bytes)
    {
        offsets.Add(pdf.Length);
        Put(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n<< {entries} /Length {bytes.Length} >>\nstream\n"));
        pdf.Write(bytes.Span);
        Put("\nendstream\nendobj\n");
        return offsets.Count;
    }

    private void Put(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
}
