using GovReportIngest.Core.Layout.Lines;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Cuts a stretch of a line into characters that are known: the cheapest way through all places to cut at, by dynamic programming.
/// Characters far wider or narrower than their kind are ruled out, so that a stroke of a neighbour is never taken for a digit, nor
/// a digit for a part of its neighbour.
/// </summary>
/// <param name="ink">Dark pixels of every column.</param>
/// <param name="height">Of the line, pixels.</param>
/// <param name="pitch">From one Han character to the next, pixels.</param>
internal sealed class LineCutting(int[] ink, int height, double pitch)
{
    /// <summary>How far the engine may be wrong, pitches.</summary>
    private const double Reach = 1.2;

    /// <summary>White wider than this belongs to neither neighbour; each has so much beside its ink, pitches.</summary>
    private const double WideWhite = 0.25;
    private const double SideWhite = 0.08;

    /// <summary>Strokes are cut only where they cover less of the column.</summary>
    private const double Cuttable = 0.25;

    /// <summary>Cost of a cut through the thinnest ink and what a whole column adds, and of a place one pitch off the engine's.</summary>
    private const double TouchCost = 2;
    private const double CutCost = 25;
    private const double PlaceCost = 1;

    /// <summary>Less ink is dust: as a share of the room of a Han character.</summary>
    private const double Dust = 0.004;

    private static readonly Kind Han = new(0.7, 0.9, 1.1, 1.3, 0.3, 1.08);
    private static readonly Kind Digit = new(0.25, 0.42, 0.68, 0.85, 0, 0.75);
    private static readonly Kind Mark = new(0.15, 0.3, 1.1, 1.4, 0, 0.5);
    private static readonly Kind Letter = new(0.25, 0.3, 1, 1.2, 0, 0.95);
    private static readonly Kind Space = new(0, 0, 0.3, 0.8, 0, 0);

    private readonly int[] sums = Sums(ink);

    public static bool IsDigit(OcrSymbol symbol) => symbol.Text is [>= '0' and <= '9'];

    public static bool IsHan(OcrSymbol symbol) => symbol.Text is [var character] && HanSpacing.IsHan(character);

    /// <param name="symbols">Neighbours on the line, from left to right.</param>
    /// <param name="beginsLine">No ink may stand before them.</param>
    /// <param name="endsLine">No ink may stand behind them.</param>
    /// <returns>Where the ink of each stands, pixels; null where the line cannot be cut so.</returns>
    public IReadOnlyList<(int Left, int Right)>? Place(IReadOnlyList<OcrSymbol> symbols, bool beginsLine, bool endsLine)
    {
        var cells = CellsOf(symbols);
        var cuts = CutsBetween((int)(symbols[0].Left - Reach * pitch), (int)(symbols[^1].Right + Reach * pitch));
        if (cuts.Count == 0 || Cheapest(cells, cuts) is not { } path || (beginsLine && !IsBlank(0, cuts[path[0]])) || (endsLine && !IsBlank(cuts[path[^1]], ink.Length)))
            return null;
        var extents = new List<(int Left, int Right)>();
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Symbol is not null)
                extents.Add(InkIn(cuts[path[i]], cuts[path[i + 1]]));
        return extents;
    }

    /// <summary>Beside digits a space may stand that the engine does not tell.</summary>
    private static List<Cell> CellsOf(IReadOnlyList<OcrSymbol> symbols)
    {
        var cells = new List<Cell>();
        for (var i = 0; i < symbols.Count; i++)
        {
            if (i > 0 && IsDigit(symbols[i]) != IsDigit(symbols[i - 1]))
                cells.Add(new(Space, null));
            cells.Add(new(KindOf(symbols[i]), symbols[i]));
        }

        return cells;
    }

    private static Kind KindOf(OcrSymbol symbol) =>
        IsDigit(symbol) ? Digit : IsHan(symbol) ? Han : symbol.Text is [var character] && (char.IsLetter(character) || character is '%' or '％') ? Letter : Mark;

    /// <summary>The index of every cut, from that before the first cell to that behind the last.</summary>
    private int[]? Cheapest(List<Cell> cells, List<int> cuts)
    {
        var costs = cuts.Select(CostOfCut).ToArray();
        var from = new int[cells.Count, cuts.Count];
        var best = costs;
        for (var k = 0; k < cells.Count; k++)
        {
            var next = new double[cuts.Count];
            Array.Fill(next, double.PositiveInfinity);
            var kind = cells[k].Kind;
            for (var end = 0; end < cuts.Count; end++)
                for (var start = end; start >= 0 && cuts[end] - cuts[start] <= kind.Widest * pitch; start--)
                    if (cuts[end] - cuts[start] >= kind.Narrowest * pitch && best[start] < double.PositiveInfinity
                        && best[start] + CostOf(cells[k], cuts[start], cuts[end]) + (start == end ? 0 : costs[end]) is var cost && cost < next[end])
                        (next[end], from[k, end]) = (cost, start);
            best = next;
        }

        var at = Array.IndexOf(best, best.Min());
        if (double.IsInfinity(best[at]))
            return null;
        var path = new int[cells.Count + 1];
        path[^1] = at;
        for (var k = cells.Count - 1; k >= 0; k--)
            path[k] = from[k, path[k + 1]];
        return path;
    }

    private double CostOf(Cell cell, int from, int to)
    {
        var cost = cell.Kind.CostOf((to - from) / pitch);
        if (cell.Symbol is not { } symbol)
            return IsBlank(from, to) ? cost : double.PositiveInfinity;
        var (left, right) = InkIn(from, to);
        if (IsBlank(from, to) || right - left > cell.Kind.WidestInk * pitch || right - left < cell.Kind.NarrowestInk * pitch)
            return double.PositiveInfinity;
        var off = ((from + to) / 2.0 - (symbol.Left + symbol.Right) / 2.0) / pitch;
        return cost + PlaceCost * off * off;
    }

    private bool IsBlank(int from, int to) => sums[to] - sums[from] < Dust * pitch * height;

    /// <summary>The less ink of the two columns beside the cut.</summary>
    private double CostOfCut(int at) => Math.Min(InkAt(at - 1), InkAt(at)) is > 0 and var least ? TouchCost + CutCost * least / height : 0;

    private int InkAt(int column) => column >= 0 && column < ink.Length ? ink[column] : 0;

    /// <summary>Places to cut at, from left to right: white, and where characters touch, the thinnest ink between them.</summary>
    private List<int> CutsBetween(int from, int to)
    {
        var (first, last) = (Math.Max(0, from), Math.Min(ink.Length, to));
        var cuts = new SortedSet<int>();
        for (var x = first; x < last;)
        {
            var end = x;
            while (end < last && ink[end] == ink[x])
                end++;
            if (ink[x] == 0)
                cuts.UnionWith(end - x <= WideWhite * pitch ? [(x + end) / 2] : [x + (int)(SideWhite * pitch), end - (int)(SideWhite * pitch)]);
            else if (ink[x] < Cuttable * height && InkAt(x - 1) > ink[x] && InkAt(end) > ink[x])
                cuts.Add((x + end) / 2);
            x = end;
        }

        return [.. cuts];
    }

    private (int Left, int Right) InkIn(int from, int to)
    {
        var (left, right) = (from, to);
        while (left < to && ink[left] == 0)
            left++;
        while (right > left && ink[right - 1] == 0)
            right--;
        return left == right ? (from, to) : (left, right);
    }

    private static int[] Sums(int[] ink)
    {
        var sums = new int[ink.Length + 1];
        for (var x = 0; x < ink.Length; x++)
            sums[x + 1] = sums[x] + ink[x];
        return sums;
    }

    /// <summary>Widths in pitches: none outside of the outer two, and no cost between the inner two; those of the ink alone.</summary>
    private readonly record struct Kind(double Narrowest, double Narrow, double Wide, double Widest, double NarrowestInk, double WidestInk)
    {
        /// <summary>A width so far off costs 1.</summary>
        private const double Deviation = 0.15;

        public double CostOf(double width)
        {
            var off = Math.Max(0, Math.Max(Narrow - width, width - Wide)) / Deviation;
            return off * off;
        }
    }

    private readonly record struct Cell(Kind Kind, OcrSymbol? Symbol);
}
