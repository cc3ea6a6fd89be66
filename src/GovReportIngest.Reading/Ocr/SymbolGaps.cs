using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// The engine knows where characters are only from the steps of its network, so that ink of a character may stand beside its place
/// and leave a gap between words where none is printed. Ink between two characters is given to them, parted by the widest white.
/// </summary>
internal static class SymbolGaps
{
    /// <param name="symbols">Of one line, from left to right.</param>
    /// <param name="line">8 bits a pixel, its contrast stretched; the symbols are in its pixels.</param>
    /// <returns>The same symbols, between which there is only white.</returns>
    public static IReadOnlyList<OcrSymbol> Close(IReadOnlyList<OcrSymbol> symbols, Pix line)
    {
        if (symbols.Count < 2)
            return symbols;
        var ink = ColumnInk.Of(line);
        var closed = symbols.ToArray();
        for (var i = 1; i < closed.Length; i++)
            if (WidestWhite(ink, closed[i - 1].Right, closed[i].Left) is { } white)
            {
                closed[i - 1] = closed[i - 1] with { Right = white.From };
                closed[i] = closed[i] with { Left = white.To };
            }

        return closed;
    }

    /// <summary>Null where all is white, or nothing is between.</summary>
    private static (int From, int To)? WidestWhite(int[] ink, int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(ink.Length, to));
        if (from >= to || !ink.AsSpan(from, to - from).ContainsAnyExcept(0))
            return null;
        var (widest, start) = ((From: (from + to) / 2, To: (from + to) / 2), from);
        for (var x = from; x <= to; x++)
            if (x == to || ink[x] > 0)
            {
                if (x - start > widest.To - widest.From)
                    widest = (start, x);
                start = x + 1;
            }

        return widest;
    }
}
