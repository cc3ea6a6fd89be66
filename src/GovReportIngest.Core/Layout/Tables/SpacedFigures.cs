namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Numbers whose digits are set apart, so that each is a word: where most digits of a page stand alone and the white behind them is
/// the same everywhere, it parts no columns.
/// </summary>
internal static class SpacedFigures
{
    /// <summary>White behind a digit that may be of its number, in its heights.</summary>
    private const double Widest = 0.5;

    /// <summary>How much such gaps may differ, in heights.</summary>
    private const double Spread = 0.1;

    private const int FewestGaps = 20;

    /// <param name="pieces">All that stands where tables may be.</param>
    /// <returns>The same with spaced digits joined to numbers.</returns>
    public static IReadOnlyList<TextPiece> Join(IReadOnlyList<TextPiece> pieces)
    {
        var digits = pieces.Where(piece => piece.Text.Length > 0 && piece.Text.All(char.IsAsciiDigit)).Distinct().OrderBy(piece => piece.Box.X).ToList();
        if (digits.Count(piece => piece.Text.Length == 1) * 2 < digits.Count)
            return pieces;
        var pairs = digits.SelectMany(left => digits.Where(right => IsNext(left, right)).Take(1).Select(right => (Left: left, Right: right, White: WhiteOf(left, right)))).ToList();
        if (pairs.Count < FewestGaps)
            return pieces;
        var usual = Median.Of(pairs.Select(pair => pair.White));
        var joined = pairs.Where(pair => pair.White - usual <= Spread).ToList();
        if (joined.Count * 10 < pairs.Count * 9)
            return pieces;
        var nexts = joined.ToDictionary(pair => pair.Left, pair => pair.Right);
        var later = nexts.Values.ToHashSet();
        return [.. pieces.Where(piece => !nexts.ContainsKey(piece) && !later.Contains(piece)), .. nexts.Keys.Where(piece => !later.Contains(piece)).Select(first => Whole(first, nexts))];
    }

    private static TextPiece Whole(TextPiece piece, Dictionary<TextPiece, TextPiece> nexts)
    {
        for (var last = piece; nexts.TryGetValue(last, out var next); last = next)
            piece = new(piece.Box.Union(next.Box), piece.Text + next.Text);
        return piece;
    }

    private static bool IsNext(TextPiece left, TextPiece right) => Math.Abs(left.Box.CentreY - right.Box.CentreY) < Spread * left.Box.Height
        && right.Box.X > left.Box.X && WhiteOf(left, right) <= Widest;

    private static double WhiteOf(TextPiece left, TextPiece right) => (right.Box.X - left.Box.Right) / Math.Min(left.Box.Height, right.Box.Height);
}
