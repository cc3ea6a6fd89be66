using System.Globalization;
using System.Text;

namespace GovReportIngest.SampleGenerator.Scans;

/// <summary>A character that a scanner's own OCR put under or over the picture; in points from the top left.</summary>
internal readonly record struct LayerCharacter(Rune Character, double Left, double Top, double Width, double Height);

/// <summary>One page of an image-only PDF: a JPEG, and the invisible text over it if the scanner read it.</summary>
internal sealed record ScanPdfPage(byte[] Jpeg, int Width, int Height, PixelKind Kind, double WidthInPoints, double HeightInPoints, IReadOnlyList<LayerCharacter> Layer);

/// <summary>
/// A PDF as scanners write it: one DCT image a page, optionally text in rendering mode 3 with a font that is not embedded
/// (Adobe-GB1, UniGB-UTF16-H). ISO 32000-1, 7.5 and 9.3.6.
/// </summary>
internal static class ScanPdf
{
    public static byte[] Write(IReadOnlyList<ScanPdfPage> pages)
    {
        var objects = new List<byte[]> { Array.Empty<byte>(), Array.Empty<byte>(), Ascii("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>"), Ascii(Descendant), Ascii(Descriptor) };
        var kids = new List<string>();
        foreach (var page in pages)
        {
            var first = objects.Count + 1;
            kids.Add($"{first} 0 R");
            objects.Add(Ascii(Invariant($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.WidthInPoints:0.##} {page.HeightInPoints:0.##}] /Resources << /XObject << /Im {first + 1} 0 R >> /Font << /F 3 0 R >> >> /Contents {first + 2} 0 R >>")));
            objects.Add(Stream(Invariant($"/Type /XObject /Subtype /Image /Width {page.Width} /Height {page.Height} /BitsPerComponent 8 /Filter /DCTDecode /ColorSpace {(page.Kind == PixelKind.Grey ? "/DeviceGray" : "/DeviceRGB")}"), page.Jpeg));
            objects.Add(Stream("", Ascii(Content(page))));
        }
        objects[0] = Ascii("<< /Type /Catalog /Pages 2 0 R >>");
        objects[1] = Ascii($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', kids)}] >>");
        return Assembled(objects);
    }

    private const string Descendant = "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>";
    private const string Descriptor = "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>";

    private static string Content(ScanPdfPage page)
    {
        var text = new StringBuilder(Invariant($"q {page.WidthInPoints:0.##} 0 0 {page.HeightInPoints:0.##} 0 0 cm /Im Do Q\n"));
        if (page.Layer.Count == 0)
            return text.ToString();
        text.Append("BT 3 Tr\n");
        foreach (var c in page.Layer)
        {
            var code = string.Concat(c.Character.ToString().Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)));
            text.Append(Invariant($"/F {c.Height:0.##} Tf {c.Width / c.Height * 100:0.#} Tz 1 0 0 1 {c.Left:0.##} {page.HeightInPoints - c.Top - c.Height * 0.88:0.##} Tm <{code}> Tj\n"));
        }
        return text.Append("ET\n").ToString();
    }

    private static byte[] Stream(string dictionary, byte[] data) =>
        [.. Ascii($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. Ascii("\nendstream")];

    private static byte[] Assembled(List<byte[]> objects)
    {
        using var pdf = new MemoryStream();
        pdf.Write(Ascii("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n"));
        var offsets = new List<long>();
        foreach (var (body, index) in objects.Select((body, index) => (body, index)))
        {
            offsets.Add(pdf.Position);
            pdf.Write([.. Ascii($"{index + 1} 0 obj\n"), .. body, .. Ascii("\nendobj\n")]);
        }
        var table = pdf.Position;
        pdf.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}"));
        pdf.Write(Ascii($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
