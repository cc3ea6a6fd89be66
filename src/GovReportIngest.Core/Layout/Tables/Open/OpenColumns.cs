namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>
/// The columns of a table without rules down: stretches that cells fill, parted by white from its first body row to its last. A name
/// in the header that stands over several columns is no obstacle.
/// </summary>
internal sealed class OpenColumns
{
    /// <summary>White parts two columns from so many ems on.</summary>
    private const double Gutter = 0.42;

    /// <summary>A column of values holds so large a share of figures.</summary>
    private const double ValueShare = 0.6;

    private OpenColumns(IReadOnlyList<(double Start, double End)> stretches, double left, double right, IReadOnlyList<OpenBand> body)
    {
        Stretches = stretches;
        Xs = [Math.Min(left, stretches[0].Start), .. stretches.Zip(stretches.Skip(1), (one, next) => (one.End + next.Start) / 2), Math.Max(right, stretches[^1].End)];
        HoldValues = [.. stretches.Select((_, column) => body.SelectMany(band => band.Runs).Where(run => At(run) == column).ToList())
            .Select(runs => runs.Count > 0 && runs.Count(run => run.Kind is not RunKind.Words) >= ValueShare * runs.Count)];
    }

    /// <summary>What the cells fill, from left to right; points.</summary>
    public IReadOnlyList<(double Start, double End)> Stretches { get; }

    /// <summary>Borders, one more than columns.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>By column: its body holds figures.</summary>
    public IReadOnlyList<bool> HoldValues { get; }

    public int Count => Stretches.Count;

    /// <param name="names">The names in the header, lines of one put together.</param>
    public static OpenColumns? Of(OpenRegion region, IReadOnlyList<TextRun> names, IReadOnlyList<OpenBand> body)
    {
        var stretches = Stretched(body.SelectMany(band => band.Runs).Select(run => (run.Box.X, run.Box.Right)), Gutter * region.Em);
        var leaves = names.Where(name => stretches.Count(column => Meets(name, column)) <= 1).ToList();
        // More names than columns: some column has no cell but its name. Otherwise a name beside its figures is theirs.
        if (leaves.Count > stretches.Count)
            stretches = Stretched(stretches.Concat(leaves.Where(name => !stretches.Exists(column => Meets(name, column))).Select(name => (name.Box.X, name.Box.Right))), 0);
        if (stretches.Count < 2)
            return null;
        var columns = new OpenColumns(stretches, region.Left, region.Right, body);
        foreach (var name in leaves)
            if (columns.At(name) is var column && Wider(stretches[column], name) is var wide
                && (column == 0 || wide.Start > stretches[column - 1].End) && (column == stretches.Count - 1 || wide.End < stretches[column + 1].Start))
                stretches[column] = wide;
        return new(stretches, region.Left, region.Right, body);
    }

    /// <summary>The column in which the run's middle lies.</summary>
    public int At(TextRun run)
    {
        for (var column = 0; column < Count - 1; column++)
            if (run.Box.CentreX < Xs[column + 1])
                return column;
        return Count - 1;
    }

    /// <summary>How many columns the run stands over.</summary>
    public int Over(TextRun run) => Stretches.Count(column => Meets(run, column));

    public double CentreOf(int first, int last) => (Xs[first] + Xs[last + 1]) / 2;

    private static bool Meets(TextRun run, (double Start, double End) column) => run.Box.Right > column.Start && run.Box.X < column.End;

    private static (double Start, double End) Wider((double Start, double End) column, TextRun name) =>
        (Math.Min(column.Start, name.Box.X), Math.Max(column.End, name.Box.Right));

    private static List<(double Start, double End)> Stretched(IEnumerable<(double Start, double End)> parts, double gutter)
    {
        var stretches = new List<(double Start, double End)>();
        foreach (var (start, end) in parts.OrderBy(part => part.Start))
            if (stretches.Count > 0 && start - stretches[^1].End < gutter)
                stretches[^1] = (stretches[^1].Start, Math.Max(stretches[^1].End, end));
            else
                stretches.Add((start, end));
        return stretches;
    }
}
