using GovReportIngest.Core.Document;
using GovReportIngest.Core.Layout.Headings;
using GovReportIngest.Core.Read;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>The tables of a page that no ruled grid shows as they are, found by the figures in them.</summary>
internal sealed class FigureTables
{
    /// <summary>From the middle of a row of one line to its rules at most, in its height.</summary>
    private const double RowReach = 2;

    private readonly ReadPage page;
    private readonly IReadOnlyList<FigureRow> rows;

    public FigureTables(ReadPage page)
    {
        this.page = page;
        rows = RowsOf(Pieces(page.Words, []));
    }

    /// <summary>Most rows of figures in the grid have a column for each figure; of one figure only where there is one for its label too.</summary>
    public bool AreParted(GridLines grid)
    {
        var inside = rows.Where(row => row.Figures.All(run => grid.Box.Contains(run.Box.CentreX, run.Box.CentreY)))
            .Where(row => row.Figures.Count > 1 || grid.Columns == 1).ToList();
        return inside.Count(row => IsParted(row, grid)) * 2 >= inside.Count;
    }

    /// <summary>Grids of tables among the words, from top to bottom.</summary>
    /// <param name="words">Words outside of all other tables.</param>
    /// <param name="taken">Areas of other tables.</param>
    public IReadOnlyList<GridLines> Find(IReadOnlyList<Word> words, IReadOnlyList<Box> taken)
    {
        var pieces = Pieces(words, taken);
        var lines = TextLine.Of(pieces);
        var headings = lines.Where(IsHeading).Select(line => line.Box).ToList();
        var blankRows = new BlankRows(pieces, page.Rulings);
        var blocks = FigureBlock.Of(RowsOf(pieces),
            (block, row) => Between(block, row, headings).Any() || IsParted(block, row, lines), blankRows.Lead);
        var grids = new List<GridLines>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var ceiling = taken.Concat(headings).Select(area => area.Bottom).Concat(grids.Select(grid => grid.Ys[^1])).Where(y => y <= blocks[i].Top).DefaultIfEmpty(double.MinValue).Max();
            var floor = taken.Concat(headings).Select(area => area.Y).Concat(blocks.Skip(i + 1).Select(block => block.Top)).Where(y => y >= blocks[i].Bottom).DefaultIfEmpty(double.MaxValue).Min();
            if (FigureGrid.Of(blankRows.AddedTo(blocks[i], ceiling, floor), pieces, page.Rulings, ceiling, floor) is { } grid)
                grids.Add(grid);
        }

        return grids;
    }

    private IReadOnlyList<FigureRow> RowsOf(IReadOnlyList<TextPiece> pieces) =>
        WrappedFigures.Join(FigureRow.Find(StackedFigures.Join(pieces, page.Rulings)), page.Rulings);

    /// <summary>Parts and chapters of the document head no rows, unless rules make a row of them.</summary>
    private bool IsHeading(TextLine line) => Numbering.Of(line.Runs[0].Text).Style is NumberingStyle.Chapter && !IsRuledOff(line.Box);

    /// <summary>A line farther from the row above and from what follows it than the rows are from each other heads what follows.</summary>
    private bool IsParted(FigureBlock block, FigureRow row, IReadOnlyList<TextLine> lines)
    {
        var between = lines.Where(line => line.Box.CentreY > block.Rows[^1].Box.Bottom && line.Box.CentreY < row.Box.Y).ToList();
        if (between is not [{ Runs: [{ Kind: RunKind.Words }] } first, ..])
            return false;
        var pitch = TableEnd.FurthestStep(block.Pitch(), first.Box.Height);
        var below = between.Count > 1 ? between[1].Box.CentreY : row.CentreY;
        return first.Box.CentreY - block.Rows[^1].CentreY > pitch && below - first.Box.CentreY > pitch && !IsRuledOff(first.Box);
    }

    private static IEnumerable<Box> Between(FigureBlock block, FigureRow row, IEnumerable<Box> boxes) =>
        boxes.Where(box => box.CentreY > block.Rows[^1].CentreY && box.CentreY < row.CentreY);

    /// <summary>Rules close above and below make a row of a line.</summary>
    private bool IsRuledOff(Box line)
    {
        var near = page.Rulings.Where(rule => rule.Direction is RulingDirection.Horizontal && rule.Start < line.CentreX && rule.End > line.CentreX)
            .Select(rule => rule.Position - line.CentreY).Where(distance => Math.Abs(distance) < RowReach * line.Height).ToList();
        return near.Any(distance => distance < 0) && near.Any(distance => distance > 0);
    }

    private IReadOnlyList<TextPiece> Pieces(IEnumerable<Word> words, IReadOnlyList<Box> taken)
    {
        var ink = page.UnreadInk.Where(box => !taken.Any(area => area.Contains(box.CentreX, box.CentreY)));
        List<TextPiece> pieces = [.. words.Where(word => word.Text.Length > 0).SelectMany(TextPiece.Of), .. ink.Select(box => new TextPiece(box, ""))];
        var edges = pieces.Where(piece => PageEdge.Touches(piece.Box, page.Height, PageEdge.DashedNumber)).ToList();
        var numbers = FigureRow.Find(edges).Where(row => row.IsPageNumber && PageEdge.Holds(row.Box, page.Height, PageEdge.DashedNumber)).Select(row => row.Box).ToList();
        return SpacedFigures.Join(numbers.Count == 0 ? pieces : [.. pieces.Where(piece => !numbers.Exists(box => box.Contains(piece.Box.CentreX, piece.Box.CentreY)))]);
    }

    private static bool IsParted(FigureRow row, GridLines grid) => grid.Columns > 1
        && row.Figures.Select(run => grid.Xs.Count(x => x <= run.Box.CentreX)).Distinct().Count() == row.Figures.Count;
}
