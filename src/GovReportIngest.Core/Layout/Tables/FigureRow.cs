using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>A line of a page that ends in figures, each standing alone: a row of a table without rules.</summary>
/// <param name="Figures">From left to right; at least one is a figure for certain. None in a row that rules show to be blank.</param>
/// <param name="Labels">What stands left of them on the same line.</param>
internal sealed record FigureRow(Box Box, IReadOnlyList<TextRun> Figures, IReadOnlyList<TextRun> Labels)
{
    /// <summary>Figures of two columns are parted by this share of their height.</summary>
    private const double Apart = 0.22;

    /// <summary>A single figure is parted from its label by so many heights; in prose no gap is so wide.</summary>
    private const double FarApart = 3;

    /// <summary>Han characters of a label at the least; behind so few, its single figure is farther away, in heights.</summary>
    private const int ShortestLabel = 2;

    private const double BehindShortest = 6;

    /// <summary>A wide figure comes nearer to its label: so near it may, in heights, where rows close by have figures in its place.</summary>
    private const double NearWhereOthersStand = 1;

    /// <summary>White in a label, in heights of the figure.</summary>
    private const double OfOneLabel = 1;

    /// <summary>White between a page's number and its two dashes, in its heights; columns are farther apart.</summary>
    private const double NearDashes = 3;

    private const double CloseBy = 80;
    private const int OthersToTell = 2;

    /// <summary>So many times as wide a character as figures usually have, a word is a label of several characters that was read as one.</summary>
    private const double TooWide = 4;

    public double CentreY => Box.CentreY;

    /// <summary>One figure tells little: its label must stand beside it.</summary>
    private bool IsPair => Figures.Count(run => run.Kind is RunKind.Figure) == 1;

    /// <summary>A number close between dashes, and nothing else on the line.</summary>
    public bool IsPageNumber => Labels.Count == 0 && Figures is [var left, var number, var right] && IsDash(left) && IsDash(right) && number.Text.All(char.IsAsciiDigit)
        && right.Box.X - left.Box.Right - number.Box.Width < NearDashes * number.Box.Height;

    private static bool IsDash(TextRun run) => run.Text is "-" or "–" or "—" or "−" or "－";

    /// <summary>All such lines among the words, from top to bottom.</summary>
    public static IReadOnlyList<FigureRow> Find(IReadOnlyList<TextPiece> pieces)
    {
        var rows = Bands(pieces).Select(band => Of(TextRun.Of(pieces.Where(piece => IsOnLine(piece.Box, band))))).OfType<FigureRow>().ToList();
        var sure = rows.Where(IsSure).ToList();
        return [.. rows.Where(row => IsSure(row) || (IsLabelled(row, NearWhereOthersStand) && sure.Count(other => IsInPlaceOf(row, other)) >= OthersToTell))];
    }

    private static bool IsSure(FigureRow row) => !row.IsPair || IsLabelled(row, FarApart);

    /// <summary>Both have one figure only, below each other.</summary>
    private static bool IsInPlaceOf(FigureRow row, FigureRow other) => row.Figures.Count == other.Figures.Count && Math.Abs(row.CentreY - other.CentreY) < CloseBy
        && row.Figures[0].Box.X < other.Figures[0].Box.Right && row.Figures[0].Box.Right > other.Figures[0].Box.X;

    /// <summary>Heights at which figures stand, those of one line together.</summary>
    private static List<Box> Bands(IReadOnlyList<TextPiece> pieces)
    {
        var bands = new List<Box>();
        var (sum, count) = (0.0, 0);
        foreach (var piece in Narrow([.. pieces.Where(TextRun.IsFigure)]).OrderBy(piece => piece.Box.CentreY).ThenBy(piece => piece.Box.X))
        {
            // A dash is low: the figures beside it say how high the line is.
            if (count > 0 && piece.Box.CentreY - sum / count < Math.Max(piece.Box.Height, bands[^1].Height) / 2)
            {
                bands[^1] = bands[^1].Union(piece.Box);
                (sum, count) = (sum + piece.Box.CentreY, count + 1);
                continue;
            }

            bands.Add(piece.Box);
            (sum, count) = (piece.Box.CentreY, 1);
        }

        return bands;
    }

    // Boxes of a text layer are as high as their font says, which may be anything: widths are what is drawn.
    private static IEnumerable<TextPiece> Narrow(IReadOnlyList<TextPiece> figures)
    {
        var widths = figures.Where(piece => piece.Text.Length > 0).Select(WidthOfCharacter).Order().ToList();
        var widest = widths.Count == 0 ? 0 : TooWide * widths[widths.Count / 2];
        return figures.Where(piece => piece.Text.Length == 0 || WidthOfCharacter(piece) <= widest);
    }

    private static double WidthOfCharacter(TextPiece piece) => piece.Box.Width / piece.Text.Length;

    private static bool IsOnLine(Box word, Box band) =>
        Math.Min(word.Bottom, band.Bottom) - Math.Max(word.Y, band.Y) > 0.5 * Math.Min(word.Height, band.Height);

    private static FigureRow? Of(IReadOnlyList<TextRun> runs)
    {
        var first = runs.Count;
        while (first > 0 && runs[first - 1].Kind is not RunKind.Words && (first == runs.Count || IsApart(runs[first - 1], runs[first])))
            first--;
        while (first < runs.Count && runs[first].Kind is not RunKind.Figure)
            first++;
        if (first == runs.Count)
            return null;
        return With([.. runs.Skip(first)], [.. runs.Take(first)]);
    }

    /// <summary>The row of these figures, where they stand.</summary>
    public static FigureRow With(IReadOnlyList<TextRun> figures, IReadOnlyList<TextRun> labels) =>
        new(figures.Select(run => run.Box).Aggregate((all, next) => all.Union(next)), figures, labels);

    /// <summary>A row that has a label only.</summary>
    public static FigureRow Blank(IReadOnlyList<TextRun> labels) => new(labels.Select(run => run.Box).Aggregate((all, next) => all.Union(next)), [], labels);

    private static bool IsApart(TextRun left, TextRun right) =>
        right.Box.X - left.Box.Right >= Apart * Math.Min(left.Box.Height, right.Box.Height);

    /// <summary>Between a label, which OCR may have parted, and its figure may stand the unit, parted from both.</summary>
    private static bool IsLabelled(FigureRow row, double apart)
    {
        var height = row.Figures[0].Box.Height;
        if (row.Labels is [var only] && only.Text.Count(Lines.HanSpacing.IsHan) == ShortestLabel)
            return row.Figures[0].Box.X - only.Box.Right >= Math.Max(apart, BehindShortest) * height;
        var label = row.Labels.ToList().FindLastIndex(run => run.Text.Count(Lines.HanSpacing.IsHan) > ShortestLabel);
        return label >= 0 && row.Figures[0].Box.X - row.Labels[^1].Box.Right >= apart * height
            && row.Labels.Skip(label).Zip(row.Labels.Skip(label + 1), (left, right) => (right.Box.X - left.Box.Right) / height)
                .All(white => white is < OfOneLabel or >= FarApart / 2);
    }
}
