using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Where the numbers of Chinese text stand. The engine tells characters well, but where they are only from the steps of its
/// network: digits, half as wide as their neighbours, are placed up to a digit too far along. Around every number the line is cut
/// anew, so that cuts run through white and every character is about as wide as its kind is.
/// </summary>
internal static class NumberPlaces
{
    /// <summary>So many characters beside a number fix where it begins and ends.</summary>
    private const int Context = 4;

    /// <summary>So many neighbours tell how far Han characters stand apart.</summary>
    private const int FewestPairs = 4;

    /// <param name="symbols">Of one line, from left to right.</param>
    /// <param name="line">8 bits a pixel, its contrast stretched; the symbols are in its pixels.</param>
    /// <param name="border">White above and below the line, pixels.</param>
    /// <returns>The same symbols in the same order; those of numbers that could be found where their ink is, and their neighbours up to there.</returns>
    public static IReadOnlyList<OcrSymbol> Set(IReadOnlyList<OcrSymbol> symbols, Pix line, int border)
    {
        var numbers = NumbersIn(symbols).ToList();
        if (numbers.Count == 0)
            return symbols;
        var cutting = new LineCutting(ColumnInk.Of(line), line.Height - 2 * border, PitchOf(symbols) ?? line.Height - 2 * border);
        var placed = symbols.ToArray();
        foreach (var (from, to) in numbers)
        {
            var (first, last) = (Math.Max(0, from - Context), Math.Min(symbols.Count, to + Context));
            if (cutting.Place([.. symbols.Skip(first).Take(last - first)], first == 0, last == symbols.Count) is not { } extents)
                continue;
            var moved = Moved(symbols, from, to, index => extents[index - first]);
            if (IsInOrder(symbols, from, to, moved))
                moved.CopyTo(placed, Math.Max(0, from - 1));
        }

        return placed;
    }

    /// <summary>
    /// The number, and from its neighbours the sides towards it: their far sides stay by the engine's, as those behind them do, so
    /// that no gap opens between them.
    /// </summary>
    private static OcrSymbol[] Moved(IReadOnlyList<OcrSymbol> symbols, int from, int to, Func<int, (int Left, int Right)> inkOf)
    {
        var moved = new List<OcrSymbol>();
        for (var i = Math.Max(0, from - 1); i < Math.Min(symbols.Count, to + 1); i++)
        {
            var (symbol, (left, right)) = (symbols[i], inkOf(i));
            moved.Add(symbol with { Left = i < from && symbol.Left < right ? symbol.Left : left, Right = i >= to && symbol.Right > left ? symbol.Right : right });
        }

        return [.. moved];
    }

    private static bool IsInOrder(IReadOnlyList<OcrSymbol> symbols, int from, int to, OcrSymbol[] moved) =>
        (from < 2 || symbols[from - 2].Left < moved[0].Left) && (to + 1 >= symbols.Count || moved[^1].Left < symbols[to + 1].Left);

    /// <summary>Numbers beside a Han character, from the first digit to behind the last.</summary>
    private static IEnumerable<(int From, int To)> NumbersIn(IReadOnlyList<OcrSymbol> symbols)
    {
        for (var from = 0; from < symbols.Count;)
        {
            var to = from;
            while (to < symbols.Count && (LineCutting.IsDigit(symbols[to]) || (to > from && to + 1 < symbols.Count && symbols[to].Text is "," or "." && LineCutting.IsDigit(symbols[to + 1]))))
                to++;
            if (to > from && (IsHan(symbols, from - 1) || IsHan(symbols, to)))
                yield return (from, to);
            from = Math.Max(to, from + 1);
        }
    }

    private static bool IsHan(IReadOnlyList<OcrSymbol> symbols, int index) => index >= 0 && index < symbols.Count && LineCutting.IsHan(symbols[index]);

    /// <summary>From one Han character to the next, pixels; null where few stand side by side.</summary>
    private static double? PitchOf(IReadOnlyList<OcrSymbol> symbols)
    {
        var steps = Enumerable.Range(1, Math.Max(0, symbols.Count - 1)).Where(i => IsHan(symbols, i - 1) && IsHan(symbols, i))
            .Select(i => (symbols[i].Left + symbols[i].Right - symbols[i - 1].Left - symbols[i - 1].Right) / 2.0).Order().ToList();
        return steps.Count < FewestPairs ? null : steps[steps.Count / 2];
    }
}
