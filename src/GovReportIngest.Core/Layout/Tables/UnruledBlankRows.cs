using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Layout.Lines;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Rows without any figure in a table without rules between its rows: a label that is numbered, or that stands as far from the lines
/// above and below as rows do, and beside which no figure stands, is a row of its own.
/// </summary>
internal static class UnruledBlankRows
{
    /// <summary>Lines at least this share of the least distance of two rows apart are of two rows.</summary>
    private const double OfRowStep = 0.85;

    /// <summary>Rows beyond the first and the last are at most so many such distances away.</summary>
    private const double MostSteps = 1.35;

    /// <summary>Lines whose left ends, or middles, are this near, points, are set alike.</summary>
    private const double SameEdge = 4;

    private const int FewestAtEdge = 2;
    private const int FewestRows = 3;

    /// <summary>The block with its blank rows.</summary>
    /// <param name="pieces">All that stands where the table may be.</param>
    /// <param name="ceiling">Nothing above belongs to its rows; points.</param>
    /// <param name="floor">Nothing below belongs to it.</param>
    public static FigureBlock AddedTo(FigureBlock block, IReadOnlyList<TextPiece> pieces, double ceiling, double floor)
    {
        if (block.Rows.Count < FewestRows)
            return block;
        // Dirt may make a row; rows of one line are nearer to each other than most.
        var steps = block.Rows.Zip(block.Rows.Skip(1), (row, next) => next.CentreY - row.CentreY).Order().ToList();
        var step = steps[steps.Count / 4];
        var figures = block.Columns()[0].Start;
        var labels = LabelsOf(block, [.. pieces.Where(piece => piece.Text.Length > 0 && piece.Box.CentreY > ceiling && piece.Box.CentreY < floor)], figures, step);
        // What was not read is no blank.
        var behind = pieces.Where(piece => piece.Box.CentreX > figures).Select(piece => piece.Box.CentreY).ToList();
        var blank = Enumerable.Range(0, labels.Count).Where(i => !block.Rows.Any(labels[i].IsOf) && !behind.Exists(labels[i].IsBeside) && IsRow(labels, i, step)).ToList();
        var (first, last) = (labels.FindIndex(label => block.Rows.Any(label.IsOf)), labels.FindLastIndex(label => block.Rows.Any(label.IsOf)));
        if (first < 0)
            return block;
        // Beyond the rows of figures, row follows row.
        while (blank.Contains(first - 1) && labels[first].Top - labels[first - 1].Bottom < MostSteps * step - labels[first].LineHeight)
            first--;
        while (blank.Contains(last + 1) && labels[last + 1].Top - labels[last].Bottom < MostSteps * step - labels[last].LineHeight)
            last++;
        return block.With(blank.Where(i => i >= first && i <= last).Select(i => FigureRow.Blank(labels[i].Lines)));
    }

    /// <summary>Labels of rows, of one line or several, from top to bottom.</summary>
    private static List<RowLabel> LabelsOf(FigureBlock block, IReadOnlyList<TextPiece> pieces, double figures, double step)
    {
        var leaf = LeafEdge([.. block.Rows.SelectMany(row => row.Labels).Where(HasHan).Select(run => run.Box.X)]);
        var lines = LinesOf(block, pieces, leaf, figures, step);
        var areNumbered = lines.Count(IsNumbered) * 2 > lines.Count;
        var labels = new List<RowLabel>();
        foreach (var line in lines)
            if (labels.Count > 0 && !(IsNumbered(line) && line.Box.X >= leaf - SameEdge)
                && line.CentreY - labels[^1].LastY < (areNumbered && !IsNumbered(line) ? 1 : OfRowStep) * step)
                labels[^1] = new([.. labels[^1].Lines, line]);
            else
                labels.Add(new([line]));
        return labels;
    }

    /// <summary>Lines of labels of rows, from top to bottom.</summary>
    private static List<TextRun> LinesOf(FigureBlock block, IReadOnlyList<TextPiece> pieces, double leaf, double figures, double step)
    {
        var reach = block.Rows.SelectMany(row => row.Labels).Select(run => run.Box.Right).DefaultIfEmpty(figures).Max();
        // Words that begin behind all labels are names of columns, and so is what stands on a line with them.
        var names = TextRun.Lines(pieces).Where(line => line.Any(run => HasHan(run) && (run.Box.X > reach || run.Box.CentreX > figures))).SelectMany(line => line).ToList();
        var words = pieces.Where(piece => piece.Box.CentreX < figures && !names.Exists(run => run.Box.Contains(piece.Box.CentreX, piece.Box.CentreY)));
        // The name of a group may stand close to a line of the innermost labels: these are read by themselves.
        var runs = words.GroupBy(piece => piece.Box.X >= leaf - SameEdge).SelectMany(column => TextRun.Lines(column)).SelectMany(line => line.Where(HasHan)).ToList();
        // Names of groups end before the innermost labels begin, and stand beside them; so short a label of a row stands alone.
        var inner = runs.FindAll(run => run.Box.Right > leaf + SameEdge);
        var alone = runs.Except(inner).Where(run => IsNumbered(run) && !inner.Exists(other => Math.Abs(other.CentreY - run.CentreY) < OfRowStep * step));
        return [.. inner.Concat(alone).OrderBy(run => run.CentreY)];
    }

    private static bool HasHan(TextRun run) => run.Text.Any(HanSpacing.IsHan);

    /// <summary>Where the innermost column of labels begins.</summary>
    private static double LeafEdge(List<double> edges) =>
        edges.Where(edge => edges.Count(other => Math.Abs(other - edge) <= SameEdge) >= Math.Max(FewestAtEdge, edges.Count / 5)).DefaultIfEmpty(double.MinValue).Max();

    private static bool IsNumbered(TextRun run) => Numbering.Of(run.Text).Style is not NumberingStyle.None;

    /// <summary>It is numbered and set as another label is, or apart from its neighbours and set as one.</summary>
    private static bool IsRow(List<RowLabel> labels, int at, double step)
    {
        var (label, others) = (labels[at], labels.Where((_, i) => i != at));
        var isSetAlike = others.Any(other => Math.Abs(other.Left - label.Left) <= SameEdge || Math.Abs(other.Middle - label.Middle) <= SameEdge);
        return isSetAlike && (IsNumbered(label.Lines[0])
            || ((at == 0 || label.FirstY - labels[at - 1].LastY >= OfRowStep * step) && (at + 1 == labels.Count || labels[at + 1].FirstY - label.LastY >= OfRowStep * step)));
    }

    /// <param name="Lines">From top to bottom.</param>
    private sealed record RowLabel(IReadOnlyList<TextRun> Lines)
    {
        public double Left => Lines[0].Box.X;

        public double Middle => Lines[0].Box.CentreX;

        public double Top => Lines[0].Box.Y;

        public double Bottom => Lines[^1].Box.Bottom;

        public double FirstY => Lines[0].CentreY;

        public double LastY => Lines[^1].CentreY;

        public double LineHeight => Lines[0].Box.Height;

        /// <summary>The row's figures stand beside it.</summary>
        public bool IsOf(FigureRow row) => IsBeside(row.CentreY);

        public bool IsBeside(double y) => y > Top && y < Bottom;
    }
}
