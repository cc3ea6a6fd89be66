using System.Globalization;
using System.Text;
using GovReportIngest.Core.Export.Pages;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Exporting.Pdf;

/// <summary>
/// Invisible text of pages as PDF draws it. Characters get codes as they come; a font that shows nothing carries them, and a table leads every code back to
/// its character.
/// </summary>
internal sealed class TextLayer
{
    /// <summary>A word goes on in the next one across gaps of so many heights, if both are Han: engines part Han text anywhere.</summary>
    private const double HanGap = 1;

    private const int FirstCode = 1;
    private const int NarrowWidth = GlyphlessFont.UnitsPerEm / 2;

    private readonly Dictionary<Rune, int> codes = [];

    /// <summary>Content of a page.</summary>
    /// <param name="page">Its lines.</param>
    /// <param name="toPage">From points of the upright page, from its top left, to those of the PDF's page.</param>
    /// <param name="font">Name of the font in the page's resources.</param>
    public string ContentOf(PageText page, Func<PagePoint, PagePoint> toPage, string font)
    {
        var content = new StringBuilder("BT\n3 Tr\n");
        foreach (var line in page.Lines)
            foreach (var run in RunsOf(line))
                Write(content, run, toPage, font);
        return content.Append("ET\n").ToString();
    }

    /// <summary>Widths of the codes, as a CID font lists them.</summary>
    public string Widths()
    {
        var narrow = codes.Where(code => IsNarrow(code.Key)).Select(code => code.Value).Order();
        return "[" + string.Concat(narrow.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code} [{NarrowWidth}] "))) + "]";
    }

    /// <summary>From codes to characters (ISO 32000-1, 9.10.3).</summary>
    public string ToUnicode()
    {
        const int Most = 100;
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
            .Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in codes.OrderBy(code => code.Value).Chunk(Most))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (rune, code) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private sealed record Run(string Text, PagePoint Start, PagePoint End, double Height);

    /// <summary>Words of a line; those between which no space belongs are one, on a base line of their own, for a line may be bent.</summary>
    private static IEnumerable<Run> RunsOf(TextLine line)
    {
        var heights = line.Words.Select(word => word.Height).Order().ToList();
        var usual = heights[heights.Count / 2];
        var words = new List<TextWord>();
        for (var index = 0; index < line.Words.Count; index++)
        {
            words.Add(line.Words[index]);
            if (index + 1 < line.Words.Count && GoesOn(line.Words[index], line.Words[index + 1], usual))
                continue;
            yield return RunOf(words, usual);
            words.Clear();
        }
    }

    /// <summary>From the first word's begin to the last one's end, as high as all of them: low characters (一) are as high as others.</summary>
    private static Run RunOf(List<TextWord> words, double usual)
    {
        var (first, last) = (words[0].Start, words[^1].End);
        var length = Math.Sqrt((last.X - first.X) * (last.X - first.X) + (last.Y - first.Y) * (last.Y - first.Y));
        var (alongX, alongY) = length < 0.1 ? (1.0, 0.0) : ((last.X - first.X) / length, (last.Y - first.Y) / length);
        double Below(PagePoint point) => (point.Y - first.Y) * alongX - (point.X - first.X) * alongY;
        var bottom = words.Max(word => Math.Max(Below(word.Start), Below(word.End)));
        var top = words.Min(word => Math.Min(Below(word.Start), Below(word.End)) - word.Height);
        var missing = Math.Max(0, usual - (bottom - top));
        PagePoint At(double along) => new(first.X + along * alongX - (bottom + missing / 2) * alongY, first.Y + along * alongY + (bottom + missing / 2) * alongX);
        return new(string.Concat(words.Select(word => word.Text)), At(0), At(Math.Max(length, 0.1)), bottom - top + missing);
    }

    private static bool GoesOn(TextWord word, TextWord next, double height) =>
        word.Text.Length > 0 && next.Text.Length > 0 && Math.Sqrt((next.Start.X - word.End.X) * (next.Start.X - word.End.X) + (next.Start.Y - word.End.Y) * (next.Start.Y - word.End.Y)) < HanGap * height
        && (word.JoinsNext || (HanSpacing.IsWide(word.Text[^1]) && HanSpacing.IsWide(next.Text[0])));

    private void Write(StringBuilder content, Run run, Func<PagePoint, PagePoint> toPage, string font)
    {
        var (start, end) = (toPage(run.Start), toPage(run.End));
        var length = Math.Sqrt((end.X - start.X) * (end.X - start.X) + (end.Y - start.Y) * (end.Y - start.Y));
        var runes = run.Text.EnumerateRunes().Select(CodeOf).ToList();
        var natural = run.Text.EnumerateRunes().Sum(rune => IsNarrow(rune) ? NarrowWidth : GlyphlessFont.UnitsPerEm) * run.Height / GlyphlessFont.UnitsPerEm;
        if (length <= 0 || natural <= 0 || run.Height <= 0)
            return;
        var (cos, sin) = ((end.X - start.X) / length, (end.Y - start.Y) / length);
        content.Append(CultureInfo.InvariantCulture, $"{font} {run.Height:0.##} Tf {100 * length / natural:0.##} Tz {cos:0.#####} {sin:0.#####} {-sin:0.#####} {cos:0.#####} {start.X:0.##} {start.Y:0.##} Tm <");
        foreach (var code in runes)
            content.Append(CultureInfo.InvariantCulture, $"{code:X4}");
        content.Append("> Tj\n");
    }

    private int CodeOf(Rune rune)
    {
        if (!codes.TryGetValue(rune, out var code))
            codes[rune] = code = Math.Min(ushort.MaxValue, codes.Count + FirstCode);
        return code;
    }

    private static bool IsNarrow(Rune rune) => rune.Value < 0x2E80;
}
