using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Figures of narrow columns that go on in a second line, in tables without rules between the rows: the lines of such a cell stand as
/// far above as below the middle of its row, where the other figures are, and nearer to each other than rows are.
/// </summary>
internal static class StackedFigures
{
    /// <summary>From line to line of a cell at least, in heights of a figure.</summary>
    private const double ShortestStep = 0.8;

    /// <summary>How far the middle of the two lines may be from that of the row, in heights.</summary>
    private const double FromMiddle = 0.2;

    /// <param name="pieces">All that stands where tables may be.</param>
    /// <param name="rulings">Of the page.</param>
    /// <returns>The same with the lines of such cells joined; their text is lost.</returns>
    public static IReadOnlyList<TextPiece> Join(IReadOnlyList<TextPiece> pieces, IReadOnlyList<Ruling> rulings)
    {
        var figures = pieces.Where(piece => piece.Text.Length > 0 && TextRun.IsFigure(piece)).OrderBy(piece => piece.Box.CentreY).ToList();
        var pairs = figures.Select(upper => new Pair(upper, LowerOf(upper, figures, rulings))).Where(pair => pair.Lower.Text is not null).ToList();
        var joined = pairs.Where(pair => IsOfRowBetween(pair, pairs, figures)).ToList();
        if (joined.Count == 0)
            return pieces;
        var parts = joined.SelectMany(pair => new[] { pair.Upper, pair.Lower }).ToHashSet();
        return [.. pieces.Where(piece => !parts.Contains(piece)), .. joined.Select(pair => new TextPiece(pair.Box, ""))];
    }

    /// <summary>The next figure of the column where it stands right below, with no rule between; without text where there is none.</summary>
    private static TextPiece LowerOf(TextPiece upper, List<TextPiece> figures, IReadOnlyList<Ruling> rulings)
    {
        var next = figures.FirstOrDefault(piece => piece.Box.CentreY > upper.Box.CentreY && IsBelow(upper.Box, piece.Box));
        var step = (next.Box.CentreY - upper.Box.CentreY) / upper.Box.Height;
        return step is >= ShortestStep and <= WrappedFigures.LineStep && !FigureGrid.IsRuledBetween(rulings, upper.Box.CentreY, next.Box.CentreY, upper.Box.X, upper.Box.Right) ? next : default;
    }

    private static bool IsBelow(Box upper, Box lower) => lower.X < upper.Right && lower.Right > upper.X;

    /// <summary>
    /// On the middle between the two stand the figures of other columns, more than there are such pairs; on the lines of the two
    /// stand no figures but those of pairs.
    /// </summary>
    private static bool IsOfRowBetween(Pair pair, List<Pair> pairs, List<TextPiece> figures)
    {
        var beside = pairs.Count(other => IsLevel(other.Box, pair.Box));
        var middle = figures.Where(piece => IsLevel(piece.Box, pair.Box) && !IsBelow(piece.Box, pair.Box)).ToList();
        return middle.Count > beside && figures.TrueForAll(piece => middle.Contains(piece) || !(IsLevel(piece.Box, pair.Upper.Box) || IsLevel(piece.Box, pair.Lower.Box))
            || pairs.Exists(other => IsLevel(other.Box, pair.Box) && (other.Upper == piece || other.Lower == piece)));
    }

    private static bool IsLevel(Box one, Box other) => Math.Abs(one.CentreY - other.CentreY) <= FromMiddle * Math.Min(one.Height, other.Height);

    /// <summary>Two lines of a cell.</summary>
    private readonly record struct Pair(TextPiece Upper, TextPiece Lower)
    {
        public Box Box => Upper.Box.Union(Lower.Box);
    }
}
