using System.Runtime.InteropServices;
using System.Text;
using GovReportIngest.SampleGenerator.Native;
using GovReportIngest.SampleGenerator.Reports;
using GovReportIngest.SampleGenerator.Scans;

namespace GovReportIngest.SampleGenerator.Print;

/// <summary>A PDF of ours, opened to render its pages and to see which prose stands on which page.</summary>
internal sealed unsafe class PrintedPdf : IDisposable
{
    private readonly nint _document;

    public PrintedPdf(byte[] pdf)
    {
        fixed (byte* data = pdf)
        {
            var bytes = NativeCalls.g_bytes_new(data, (nuint)pdf.Length);
            _document = NativeCalls.poppler_document_new_from_bytes(bytes, 0, 0);
            NativeCalls.g_bytes_unref(bytes);
        }
        if (_document == 0)
            throw new InvalidOperationException("The PDF that was just printed does not open.");
    }

    public int Pages => NativeCalls.poppler_document_get_n_pages(_document);

    public void Dispose() => NativeCalls.g_object_unref(_document);

    /// <summary>The report's prose by page, in the report's own order and words; the text layer only tells where a page ends.</summary>
    public IReadOnlyList<string> ProseByPage(Report report)
    {
        var waiting = new Queue<string>(report.Prose());
        var pages = new List<string>();
        var rest = "";
        for (var index = 0; index < Pages; index++)
        {
            var printed = PageText(index);
            var prose = "";
            while (rest.Length > 0 || waiting.Count > 0)
            {
                var piece = rest.Length > 0 ? rest : waiting.Dequeue();
                var length = LongestPrefixIn(printed, piece);
                prose += piece[..length];
                rest = piece[length..];
                if (rest.Length > 0)
                    break;
            }
            pages.Add(prose);
        }
        return rest.Length == 0 && waiting.Count == 0 ? pages
            : throw new InvalidOperationException($"Not on any page of {report.Title}: {rest}{waiting.FirstOrDefault()}");
    }

    public Raster Render(int index, double dpi)
    {
        var page = NativeCalls.poppler_document_get_page(_document, index);
        NativeCalls.poppler_page_get_size(page, out var width, out var height);
        using var canvas = new Canvas((int)Math.Round(width * dpi / 72), (int)Math.Round(height * dpi / 72));
        NativeCalls.cairo_scale(canvas.Context, dpi / 72, dpi / 72);
        NativeCalls.poppler_page_render(page, canvas.Context);
        NativeCalls.g_object_unref(page);
        return canvas.ToRaster(dpi, dpi);
    }

    public (double Width, double Height) Size(int index)
    {
        var page = NativeCalls.poppler_document_get_page(_document, index);
        NativeCalls.poppler_page_get_size(page, out var width, out var height);
        NativeCalls.g_object_unref(page);
        return (width, height);
    }

    /// <summary>Draws a page, text as text, on a context (of a PDF surface).</summary>
    public void Draw(int index, nint context)
    {
        var page = NativeCalls.poppler_document_get_page(_document, index);
        NativeCalls.poppler_page_render_for_printing(page, context);
        NativeCalls.g_object_unref(page);
    }

    /// <summary>The printed characters with their boxes in points.</summary>
    public IReadOnlyList<LayerCharacter> Characters(int index)
    {
        var page = NativeCalls.poppler_document_get_page(_document, index);
        var text = NativeCalls.poppler_page_get_text(page);
        var runes = (Marshal.PtrToStringUTF8(text) ?? "").EnumerateRunes().ToArray();
        NativeCalls.g_free(text);
        List<LayerCharacter> characters = [];
        if (NativeCalls.poppler_page_get_text_layout(page, out var boxes, out var count) != 0)
        {
            for (var i = 0; i < Math.Min(count, runes.Length); i++)
                if (!Rune.IsWhiteSpace(runes[i]) && boxes[i].Right > boxes[i].Left)
                    characters.Add(new(runes[i], boxes[i].Left, boxes[i].Top, boxes[i].Right - boxes[i].Left, boxes[i].Bottom - boxes[i].Top));
            NativeCalls.g_free((nint)boxes);
        }
        NativeCalls.g_object_unref(page);
        return characters;
    }

    /// <summary>Line by line from the top, each from the left; Poppler's own order moves a short last line away from its paragraph.</summary>
    private string PageText(int index)
    {
        var text = new StringBuilder();
        List<LayerCharacter> line = [];
        foreach (var character in Characters(index).OrderBy(Middle))
        {
            if (line.Count > 0 && Middle(character) - Middle(line[0]) > 0.45 * line[0].Height)
                EndLine();
            line.Add(character);
        }
        EndLine();
        return text.ToString();

        static double Middle(LayerCharacter character) => character.Top + character.Height / 2;

        void EndLine()
        {
            foreach (var character in line.OrderBy(c => c.Left))
                text.Append(character.Character.ToString());
            line.Clear();
        }
    }

    private static int LongestPrefixIn(string page, string piece)
    {
        if (page.Contains(piece, StringComparison.Ordinal))
            return piece.Length;
        var (fits, fails) = (0, piece.Length);
        while (fails - fits > 1)
        {
            var middle = (fits + fails) / 2;
            if (page.Contains(piece[..middle], StringComparison.Ordinal))
                fits = middle;
            else
                fails = middle;
        }
        // A few characters that happen to stand on a page are no proof that a paragraph begins there.
        return fits >= 6 && (page.EndsWith(piece[..fits], StringComparison.Ordinal) || fits >= 12) ? fits : 0;
    }
}
