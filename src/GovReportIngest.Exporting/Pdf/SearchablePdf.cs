using System.Globalization;
using System.IO.Compression;
using System.Text;
using GovReportIngest.Core.Export.Pages;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>
/// A PDF with invisible text over its scanned pages, as an incremental update (ISO 32000-1, 7.5.6): the file begins with all bytes of the original, so that it
/// can be proven to be it; new versions of the pages, one font and a cross-reference table follow.
/// </summary>
public sealed class SearchablePdf : IDisposable
{
    private const string FontName = "/GovReportText";

    private readonly MemoryStream added = new();
    private readonly Dictionary<int, (long Offset, int Generation)> places = [];
    private readonly PdfFile file;
    /// <summary>Offset of the first added byte, counted from the header as all offsets are.</summary>
    private readonly long origin;
    private int next;

    private SearchablePdf(PdfFile file, long origin) => (this.file, this.origin, next) = (file, origin, file.Size);

    /// <summary>The original where no page has text to add.</summary>
    /// <param name="original">Bytes of the PDF.</param>
    /// <param name="pages">Text of its pages; those that are no scans stay as they are.</param>
    /// <exception cref="PdfException">It is encrypted, damaged, or no PDF.</exception>
    public static byte[] Add(ReadOnlyMemory<byte> original, IReadOnlyList<PageText> pages)
    {
        var scans = pages.Where(page => page.IsScan && page.Lines.Count > 0).ToDictionary(page => page.SourcePage);
        if (scans.Count == 0)
            return original.ToArray();
        var file = new PdfFile(original);
        if (file.IsEncrypted)
            throw new PdfException("the file is encrypted: nothing can be added to it without its keys");
        using var update = new SearchablePdf(file, original.Length - file.Start);
        update.Write(scans);
        return [.. original.Span, .. update.added.ToArray()];
    }

    public void Dispose() => added.Dispose();

    private void Write(Dictionary<int, PageText> scans)
    {
        Put("\n");
        var (layer, font) = (new TextLayer(), next++);
        var pages = file.Pages();
        for (var index = 0; index < pages.Count; index++)
            if (scans.TryGetValue(index + 1, out var text))
                WritePage(pages[index], text, layer, font);
        WriteFont(layer, font);
        WriteTable();
    }

    private void WritePage(PdfPage page, PageText text, TextLayer layer, int font)
    {
        var (before, after) = (WriteStream("q\n"), WriteStream("\nQ\n" + layer.ContentOf(text, PlacesOn(page, text), FontName)));
        IEnumerable<PdfValue> contents = page.Map.Find("/Contents") switch
        {
            null => [],
            PdfValue.List(var items) => items,
            PdfValue.Reference reference when file.Resolve(reference) is PdfValue.List(var items) => items,
            var only => [only],
        };
        var resources = file.Map(page.Inherited.GetValueOrDefault("/Resources")) ?? new PdfValue.Map(new Dictionary<string, PdfValue>());
        var fonts = file.Map(resources.Find("/Font")) ?? new PdfValue.Map(new Dictionary<string, PdfValue>());
        WriteObject(page.Reference.Number, page.Reference.Generation, page.Map
            .With("/Contents", new PdfValue.List([before, .. contents, after]))
            .With("/Resources", resources.With("/Font", fonts.With(FontName, new PdfValue.Reference(font, 0)))));
    }

    /// <summary>From the upright page as it was read to the PDF's own units: back by the turn, by the page's rotation, and from the corner of its box.</summary>
    private Func<PagePoint, PagePoint> PlacesOn(PdfPage page, PageText text)
    {
        var media = file.Numbers(page.Inherited.GetValueOrDefault("/MediaBox")) is { Count: 4 } known ? Sorted(known) : (Left: 0.0, Bottom: 0.0, Right: 612.0, Top: 792.0);
        var box = file.Numbers(page.Inherited.GetValueOrDefault("/CropBox")) is { Count: 4 } crop && Sorted(crop) is var cut
            ? (Left: Math.Max(cut.Left, media.Left), Bottom: Math.Max(cut.Bottom, media.Bottom), Right: Math.Min(cut.Right, media.Right), Top: Math.Min(cut.Top, media.Top)) : media;
        var turn = (((int)(PdfValue.NumberOf(file.Resolve(page.Inherited.GetValueOrDefault("/Rotate"))) ?? 0) + text.Rotation) % 360 + 360) % 360;
        var (width, height) = (box.Right - box.Left, box.Top - box.Bottom);
        // The reader's page has the same size, but for rounding.
        var (scaleX, scaleY) = turn is 90 or 270 ? (height / text.Width, width / text.Height) : (width / text.Width, height / text.Height);
        return point => (X: point.X * scaleX, Y: point.Y * scaleY) is var at && turn switch
        {
            90 => new PagePoint(at.Y, at.X),
            180 => new(width - at.X, at.Y),
            270 => new(width - at.Y, height - at.X),
            _ => new(at.X, height - at.Y),
        } is var (x, y) ? new(box.Left + x, box.Bottom + y) : default;
    }

    private static (double Left, double Bottom, double Right, double Top) Sorted(IReadOnlyList<double> box) =>
        (Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3]));

    private void WriteFont(TextLayer layer, int number)
    {
        var (unicode, program) = (WriteStream(layer.ToUnicode()), WriteStream(GlyphlessFont.Bytes, $"/Length1 {GlyphlessFont.Bytes.Length}"));
        // Every code is the one empty glyph.
        var glyphs = WriteStream([.. Enumerable.Repeat((byte[])[0, 1], 1 << 16).SelectMany(glyph => glyph)]);
        // A descent of 0 counts as unknown.
        var descriptor = WriteText("<< /Type /FontDescriptor /FontName /GovReportText /Flags 5 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 "
            + $"/FontFile2 {program.Number} 0 R >>");
        var descendant = WriteText($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GovReportText /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor.Number} 0 R /DW {GlyphlessFont.UnitsPerEm} /W {layer.Widths()} /CIDToGIDMap {glyphs.Number} 0 R >>");
        Begin(number, 0);
        Put($"<< /Type /Font /Subtype /Type0 /BaseFont /GovReportText /Encoding /Identity-H /DescendantFonts [{descendant.Number} 0 R] /ToUnicode {unicode.Number} 0 R >>\nendobj\n");
    }

    /// <summary>A table as the original's last one is: a plain one, or a stream.</summary>
    private void WriteTable()
    {
        var begin = origin + added.Length;
        var trailer = file.Trailer;
        var table = file.HasStreamTables ? next++ : 0;
        if (file.HasStreamTables)
            places[table] = (begin, 0);
        var kept = new PdfValue.Map(new[] { "/Root", "/Info", "/ID" }.Where(key => trailer.Find(key) is not null).ToDictionary(key => key, key => trailer.Find(key)!))
            .With("/Size", PdfValue.Of(next)).With("/Prev", PdfValue.Of(file.TableAt));
        var runs = Runs().ToList();
        if (file.HasStreamTables)
        {
            var rows = runs.SelectMany(run => run).SelectMany(number => (byte[])[1, .. BigEndian(places[number].Offset), (byte)(places[number].Generation >> 8 & 255), (byte)(places[number].Generation & 255)]).ToArray();
            Put(string.Create(CultureInfo.InvariantCulture, $"{table} 0 obj\n"));
            kept.With("/Type", new PdfValue.Name("/XRef")).With("/W", new PdfValue.List([PdfValue.Of(1), PdfValue.Of(8), PdfValue.Of(2)]))
                .With("/Index", new PdfValue.List([.. runs.SelectMany(run => (PdfValue[])[PdfValue.Of(run[0]), PdfValue.Of(run.Count)])])).With("/Length", PdfValue.Of(rows.Length)).Write(added);
            Put("\nstream\n");
            added.Write(rows);
            Put("\nendstream\nendobj\n");
        }
        else
        {
            Put("xref\n");
            foreach (var run in runs)
            {
                Put(string.Create(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}\n"));
                foreach (var number in run)
                    Put(string.Create(CultureInfo.InvariantCulture, $"{places[number].Offset:D10} {places[number].Generation:D5} n \n"));
            }

            Put("trailer\n");
            kept.Write(added);
            Put("\n");
        }

        Put(string.Create(CultureInfo.InvariantCulture, $"startxref\n{begin}\n%%EOF\n"));
    }

    /// <summary>Numbers of what was written, those that follow each other together.</summary>
    private IEnumerable<List<int>> Runs()
    {
        var run = new List<int>();
        foreach (var number in places.Keys.Order())
        {
            if (run.Count > 0 && number != run[^1] + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(number);
        }

        yield return run;
    }

    private static byte[] BigEndian(long number) => [.. Enumerable.Range(0, 8).Select(index => (byte)(number >> (56 - 8 * index) & 255))];

    private PdfValue.Reference WriteStream(string text) => WriteStream(Encoding.ASCII.GetBytes(text));

    private PdfValue.Reference WriteStream(byte[] content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        Begin(next, 0);
        Put(string.Create(CultureInfo.InvariantCulture, $"<< /Filter /FlateDecode /Length {packed.Length} {entries} >>\nstream\n"));
        added.Write(packed.ToArray());
        Put("\nendstream\nendobj\n");
        return new(next++, 0);
    }

    private PdfValue.Reference WriteText(string value)
    {
        Begin(next, 0);
        Put(value + "\nendobj\n");
        return new(next++, 0);
    }

    private void WriteObject(int number, int generation, PdfValue value)
    {
        Begin(number, generation);
        value.Write(added);
        Put("\nendobj\n");
    }

    private void Begin(int number, int generation)
    {
        places[number] = (origin + added.Length, generation);
        Put(string.Create(CultureInfo.InvariantCulture, $"{number} {generation} obj\n"));
    }

    private void Put(string text) => added.Write(Encoding.Latin1.GetBytes(text));
}
