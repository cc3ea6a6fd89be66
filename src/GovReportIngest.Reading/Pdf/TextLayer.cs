using System.Text;
using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;
using static GovReportIngest.Reading.Interop.Poppler;

namespace GovReportIngest.Reading.Pdf;

/// <summary>Copies the characters of a page out of Poppler, in its order, white space included.</summary>
internal static unsafe class TextLayer
{
    /// <summary>What Poppler calls a font that has no name.</summary>
    private const string Nameless = "Default";

    /// <summary>Points; pages have at most 14,400. Broken matrices put characters beyond all paper, where nobody sees them.</summary>
    private const double Farthest = 100_000;

    /// <summary>Null where characters and boxes do not correspond, so that nothing can be said about places.</summary>
    internal static IReadOnlyList<PageCharacter>? Read(PopplerPage page)
    {
        var text = GLib.TakeString(poppler_page_get_text(page));
        if (poppler_page_get_text_layout(page, out var rectangles, out var count) == 0)
            return text.Length == 0 ? [] : null;
        try
        {
            return Combine(page, text, new ReadOnlySpan<Rectangle>(rectangles, checked((int)count)));
        }
        finally
        {
            GLib.g_free((nint)rectangles);
        }
    }

    private static PageCharacter[]? Combine(PopplerPage page, string text, ReadOnlySpan<Rectangle> boxes)
    {
        var fonts = Fonts(page, boxes.Length);
        var characters = new PageCharacter[boxes.Length];
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (index == boxes.Length || !IsOnPaper(boxes[index]))
                return null;
            var (font, size) = fonts[index];
            var box = boxes[index];
            characters[index++] = new(rune, Box.FromEdges(box.Left, box.Top, box.Right, box.Bottom), font ?? "", size);
        }

        return index == boxes.Length ? characters : null;
    }

    /// <summary>False of NaN, too.</summary>
    private static bool IsOnPaper(Rectangle box) =>
        Math.Abs(box.Left) < Farthest && Math.Abs(box.Top) < Farthest && Math.Abs(box.Right) < Farthest && Math.Abs(box.Bottom) < Farthest;

    private static (string? Name, double Size)[] Fonts(PopplerPage page, int count)
    {
        var fonts = new (string?, double)[count];
        var attributes = poppler_page_get_text_attributes(page);
        for (var item = attributes; item != null; item = item->Next)
        {
            var run = (TextAttributes*)item->Data;
            var name = System.Runtime.InteropServices.Marshal.PtrToStringUTF8(run->FontName);
            if (name == Nameless)
                name = null;
            for (var index = Math.Max(0, run->First); index <= run->Last && index < count; index++)
                fonts[index] = (name, run->FontSize);
        }

        poppler_page_free_text_attributes(attributes);
        return fonts;
    }
}
