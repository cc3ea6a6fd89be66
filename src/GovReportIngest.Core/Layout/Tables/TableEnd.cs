namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Where a table without rules ends: the label of its last row may go on below the figures, but as near as lines of the table
/// stand to each other, and not into the columns of figures. What stands farther off or is set wider is the text after it.
/// </summary>
internal static class TableEnd
{
    /// <summary>Lines of a table are alike in distance but for what measuring adds.</summary>
    private const double SamePitch = 1.2;

    /// <summary>A single row says nothing of its lines: they stand within so many of its heights.</summary>
    private const double PitchOfOne = 1.8;

    /// <param name="figures">Where the first column of figures begins, points.</param>
    /// <param name="pieces">All that stands where the table may be.</param>
    /// <returns>The top of the first line that is not of the table, points; <see cref="double.MaxValue"/> where all may be.</returns>
    public static double Below(FigureBlock block, double figures, IEnumerable<TextPiece> pieces)
    {
        var lines = TextLine.Of(pieces.Where(piece => piece.Box.X < figures && piece.Box.CentreY > block.Top - piece.Box.Height)).Select(line => line.Box).ToList();
        var last = block.Rows[^1];
        var inside = lines.Where(line => line.CentreY < last.CentreY + line.Height / 2).ToList();
        var steps = inside.Zip(inside.Skip(1), (from, to) => to.CentreY - from.CentreY).ToList();
        var from = inside.Select(line => line.CentreY).Append(last.CentreY).Max();
        foreach (var line in lines.Skip(inside.Count))
        {
            if (line.CentreY - from > FurthestStep(steps.DefaultIfEmpty(0).Min(), Math.Min(line.Height, last.Box.Height)) || line.Right > figures)
                return line.Y;
            from = line.CentreY;
        }

        return double.MaxValue;
    }

    /// <summary>The next line of a table is no farther; points.</summary>
    /// <param name="pitch">From line to line, 0 where none is known.</param>
    /// <param name="height">Of a line.</param>
    public static double FurthestStep(double pitch, double height) => pitch > 0 ? SamePitch * pitch : PitchOfOne * height;
}
