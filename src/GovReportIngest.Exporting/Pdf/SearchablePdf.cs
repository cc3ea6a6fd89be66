using System.Text;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>
/// Invisible text for the scanned pages of a PDF, as an update behind all bytes of the original, so that the file can be proven to be it: new versions of the
/// pages and one font.
/// </summary>
internal sealed class SearchablePdf : IDisposable
{
    private const string FontName = "/GovReportText";

    private readonly PdfFile file;
    private readonly PdfUpdate update;
    private readonly TextLayer layer = new();
    private readonly PdfValue.Reference font;

    private SearchablePdf(PdfFile file, long length)
    {
        (this.file, update) = (file, new(file, length));
        font = update.Reserve();
    }

    /// <param name="original">Bytes of the PDF.</param>
    /// <param name="pages">Text of its pages; those that are no scans stay as they are.</param>
    /// <returns>What is to be appended to the original; nothing where no page has text to add.</returns>
    /// <exception cref="PdfException">It is encrypted, damaged, or no PDF.</exception>
    public static byte[] UpdateOf(ReadOnlyMemory<byte> original, IReadOnlyList<PageText> pages)
    {
        var scans = pages.Where(page => page.IsScan && page.Lines.Count > 0).ToDictionary(page => page.SourcePage);
        if (scans.Count == 0)
            return [];
        var file = new PdfFile(original);
        if (file.IsEncrypted)
            throw new PdfException("the file is encrypted: nothing can be added to it without its keys");
        using var searchable = new SearchablePdf(file, original.Length);
        return searchable.Write(scans);
    }

    public void Dispose() => update.Dispose();

    private byte[] Write(Dictionary<int, PageText> scans)
    {
        var pages = file.Pages();
        for (var index = 0; index < pages.Count; index++)
            if (scans.TryGetValue(index + 1, out var text))
                WritePage(pages[index], text);
        WriteFont();
        return update.End();
    }

    /// <summary>The text comes before all that the page draws: nothing that drawing changes and does not restore reaches it.</summary>
    private void WritePage(PdfPage page, PageText text)
    {
        var resources = file.Map(page.Inherited.GetValueOrDefault("/Resources")) ?? PdfValue.Map.Empty;
        var fonts = file.Map(resources.Find("/Font")) ?? PdfValue.Map.Empty;
        var name = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? FontName : $"{FontName}{number}").First(name => fonts.Find(name) is null);
        var content = update.WriteStream(Encoding.ASCII.GetBytes($"q\n{layer.ContentOf(text, PagePlaces.On(file, page, text), name)}Q\n"));
        IEnumerable<PdfValue> drawn = file.Resolve(page.Map.Find("/Contents")) switch
        {
            PdfValue.List(var items) => items,
            PdfValue.Map => [page.Map.Find("/Contents")!],
            _ => [],
        };
        update.Write(page.Reference, page.Map.With("/Contents", new PdfValue.List([content, .. drawn])).With("/Resources", resources.With("/Font", fonts.With(name, font))));
    }

    private void WriteFont()
    {
        var (unicode, program) = (update.WriteStream(Encoding.ASCII.GetBytes(layer.ToUnicode())), update.WriteStream(GlyphlessFont.Bytes, $"/Length1 {GlyphlessFont.Bytes.Length}"));
        // Every code is the one empty glyph.
        var glyphs = update.WriteStream([.. Enumerable.Repeat((byte[])[0, 1], 1 << 16).SelectMany(glyph => glyph)]);
        // A descent of 0 counts as unknown.
        var descriptor = update.Write("<< /Type /FontDescriptor /FontName /GovReportText /Flags 5 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 "
            + $"/FontFile2 {program.Number} 0 R >>");
        var descendant = update.Write("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GovReportText /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor.Number} 0 R /DW {GlyphlessFont.UnitsPerEm} /W {layer.Widths()} /CIDToGIDMap {glyphs.Number} 0 R >>");
        update.Write(font, $"<< /Type /Font /Subtype /Type0 /BaseFont /GovReportText /Encoding /Identity-H /DescendantFonts [{descendant.Number} 0 R] /ToUnicode {unicode.Number} 0 R >>");
    }
}
