using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>What a run of words without a wider gap may be in a table.</summary>
internal enum RunKind
{
    Words,

    /// <summary>One character alone (a dash may be read as any stroke): a figure where its column says so.</summary>
    Mark,

    Figure,
}

/// <summary>A word, or ink that was not read (without text).</summary>
internal readonly record struct TextPiece(Box Box, string Text)
{
    /// <summary>A step from one character to the next that is so much longer than the usual one parts names of columns.</summary>
    private const double LongStep = 1.2;

    private const int FewestCharacters = 4;

    /// <summary>
    /// A word of Han characters may hold the names of several columns, whose gap is no wider than that of spaced titles: it is cut
    /// where the steps between characters, else alike, show one.
    /// </summary>
    public static IEnumerable<TextPiece> Of(Word word)
    {
        var steps = word.Edges.Zip(word.Edges.Skip(1), (from, to) => to - from).ToList();
        if (word.Text.Length < FewestCharacters || steps.Count != word.Text.Length || !word.Text.All(HanSpacing.IsHan))
            return [new(word.Box, word.Text)];
        var usual = steps.Order().ElementAt(steps.Count / 2);
        var (pieces, start) = (new List<TextPiece>(), 0);
        for (var i = 1; i <= steps.Count; i++)
            if (i == steps.Count || steps[i - 1] > LongStep * usual)
            {
                var right = i == steps.Count ? word.Edges[i] : Math.Min(word.Edges[i], word.Edges[i - 1] + usual);
                pieces.Add(new(Box.FromEdges(word.Edges[start], word.Box.Y, right, word.Box.Bottom), word.Text[start..i]));
                start = i;
            }

        return pieces;
    }
}

/// <summary>Words of one line that stand close together, in points.</summary>
internal sealed partial record TextRun(Box Box, string Text, RunKind Kind)
{
    /// <summary>A word may lean this far, in points, over a border.</summary>
    public const double Lean = 1;

    private const double Within = 0.55;

    private const double WithinNumbered = 1.3;

    private const double WithinFigure = 0.22;

    private const double WithinThousands = 1.5;

    public double CentreY => Box.CentreY;

    /// <summary>It stands on both sides of an upright border; points.</summary>
    public bool Crosses(double x) => Box.X < x - Lean && Box.Right > x + Lean;

    /// <summary>The runs of each line, from top to bottom; ink that was not read stands in them, too.</summary>
    /// <param name="within">Words nearer than this share of their height are one run.</param>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Lines(IEnumerable<TextPiece> pieces, double within = Within)
    {
        var lines = new List<List<TextPiece>>();
        foreach (var piece in pieces.OrderBy(piece => piece.Box.CentreY).ThenBy(piece => piece.Box.X))
            if (lines.Count > 0 && piece.Box.CentreY - lines[^1].Average(other => other.Box.CentreY) < piece.Box.Height / 2)
                lines[^1].Add(piece);
            else
                lines.Add([piece]);
        return [.. lines.Select(line => Of(line, within))];
    }

    /// <summary>Runs of words that stand on one line, from left to right.</summary>
    /// <param name="within">Words nearer than this share of their height are one run.</param>
    public static IReadOnlyList<TextRun> Of(IEnumerable<TextPiece> line, double within = Within) => Joined(line, (run, next) => Reach(run, next, within));

    /// <summary>Runs of words that stand on one line, parted by white of at least so many points.</summary>
    public static IReadOnlyList<TextRun> Apart(IEnumerable<TextPiece> line, double white) =>
        Joined(line, (run, next) => IsNextThousand(run.Text, next.Text) ? WithinThousands * white : white);

    /// <param name="reach">How near the next piece must be to be of the run; points.</param>
    private static List<TextRun> Joined(IEnumerable<TextPiece> line, Func<TextRun, TextPiece, double> reach)
    {
        var runs = new List<TextRun>();
        foreach (var piece in line.OrderBy(piece => piece.Box.X).ThenBy(piece => piece.Box.Right))
            if (runs.Count > 0 && piece.Box.X - runs[^1].Box.Right < reach(runs[^1], piece))
                runs[^1] = new(runs[^1].Box.Union(piece.Box), runs[^1].Text + piece.Text, RunKind.Words);
            else
                runs.Add(new(piece.Box, piece.Text, RunKind.Words));
        return [.. runs.Select(run => run with { Kind = KindOf(run.Text) })];
    }

    /// <summary>Alone, it is a figure, or ink that was not read.</summary>
    public static bool IsFigure(TextPiece piece) => KindOf(piece.Text) is RunKind.Figure;

    // The number of a label stands a little apart; the dot of a short one may be lost. Figures of narrow columns stand close.
    private static double Reach(TextRun run, TextPiece next, double within) => next.Text.Any(HanSpacing.IsHan) && NumberPattern().IsMatch(run.Text)
        ? WithinNumbered * next.Box.Height
        : IsFigure(next) && KindOf(run.Text) is RunKind.Figure ? WithinFigure * Math.Min(next.Box.Height, run.Box.Height)
        : within * Math.Min(Size(next.Box, next.Text), Size(run.Box, run.Text));

    // Boxes of a text layer are as high as their font says, which may be anything; Han characters are as wide as they are high.
    private static double Size(Box box, string text) => text.Length > 1 && text.All(HanSpacing.IsHan) ? Math.Min(box.Height, box.Width / text.Length) : box.Height;

    private static RunKind KindOf(string text)
    {
        if (text.Length == 0 || FigurePattern().IsMatch(text))
            return RunKind.Figure;
        return text.Length == 1 && (char.IsLetterOrDigit(text[0]) || text[0] is '=' or '~' or '_') ? RunKind.Mark : RunKind.Words;
    }

    /// <summary>1 234 567: a gap between thousands may be a little wider than other gaps inside a cell.</summary>
    private static bool IsNextThousand(string number, string next)
    {
        var digits = number.AsSpan().TrimStart('-');
        return next.Length == 3 && next.All(char.IsAsciiDigit) && digits.Length is > 0 and <= 9 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    [GeneratedRegex(@"^(?:[-−–+－]?\d[\d,.，．]*[%％]?|[/／—–\-]{1,2}|无)$")]
    private static partial Regex FigurePattern();

    [GeneratedRegex(@"^(?:[（(]?[\d一二三四五六七八九十]{1,2}(?:[）)][.．、,，]?|[.．、,，])|[（(]?[\d一二三四五六七八九十])$")]
    private static partial Regex NumberPattern();
}
