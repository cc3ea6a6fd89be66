using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables;

/// <summary>A ruled area of a page: where its rows and columns are divided, and which dividers are drawn where.</summary>
/// <param name="Xs">Column borders from left to right, points.</param>
/// <param name="Ys">Row borders from top to bottom, points.</param>
internal sealed record GridLines(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, IReadOnlyList<Ruling> Horizontals, IReadOnlyList<Ruling> Verticals)
{
    private const double Snap = RulingGroups.Snap;

    /// <summary>A border counts as drawn where rules cover this share of it.</summary>
    private const double CoveredShare = 0.55;

    private const double OpenRow = RulingGroups.OpenRow;

    /// <summary>White and alignment show the columns, no rules.</summary>
    public bool IsAligned { get; init; }

    public Box Box => Box.FromEdges(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    public int Rows => Ys.Count - 1;

    public int Columns => Xs.Count - 1;

    /// <summary>Groups rules that meet; groups that make at least two cells are grids, from top to bottom.</summary>
    public static IReadOnlyList<GridLines> Find(IReadOnlyList<Ruling> rulings)
    {
        var groups = RulingGroups.Of(rulings);
        var grids = new List<GridLines>();
        foreach (var group in groups)
            if (Of([.. group, .. EdgesOf(group, groups)]) is { } grid)
                grids.Add(grid);
        return [.. grids.OrderBy(grid => grid.Ys[0]).ThenBy(grid => grid.Xs[0])];
    }

    public bool IsRuledBelow(int row, int column) => IsCovered(Horizontals, Ys[row + 1], Xs[column], Xs[column + 1]);

    public bool IsRuledRight(int row, int column) => IsCovered(Verticals, Xs[column + 1], Ys[row], Ys[row + 1]);

    /// <summary>The grid of rules that belong together, or null where they make fewer than two cells.</summary>
    public static GridLines? Of(IReadOnlyList<Ruling> group)
    {
        var horizontals = group.Where(rule => rule.Direction is RulingDirection.Horizontal).ToList();
        var verticals = group.Where(rule => rule.Direction is RulingDirection.Vertical).ToList();
        if (horizontals.Count < 1 || verticals.Count < 1)
            return null;
        var ys = Positions(horizontals);
        var xs = Positions(verticals);
        // A frame left open at the sides ends where the horizontal rules end.
        var (left, right) = (Median.Of(horizontals.Select(rule => rule.Start)), Median.Of(horizontals.Select(rule => rule.End)));
        if (left < xs[0] - 6)
            xs.Insert(0, left);
        if (right > xs[^1] + 6)
            xs.Add(right);
        // A row cut by a page break is left open above or below: its columns' rules go on past the last rule across.
        if (verticals.Count >= RulingGroups.FewestOpenSides)
        {
            var (top, bottom) = (Median.Of(verticals.Select(rule => rule.Start)), Median.Of(verticals.Select(rule => rule.End)));
            if (top < ys[0] - OpenRow && verticals.Count(rule => rule.Start < ys[0] - OpenRow) >= RulingGroups.FewestOpenSides)
                ys.Insert(0, top);
            if (bottom > ys[^1] + OpenRow && verticals.Count(rule => rule.End > ys[^1] + OpenRow) >= RulingGroups.FewestOpenSides)
                ys.Add(bottom);
        }

        return xs.Count < 2 || ys.Count < 2 || (xs.Count - 1) * (ys.Count - 1) < 2 ? null : new(xs, ys, Snapped(horizontals, ys), Snapped(Closed(verticals, xs, ys), xs));
    }

    /// <summary>
    /// Rules down beside the grid, of just its height, that meet none across: the sides of a cell that spans all rows of its page.
    /// </summary>
    private static IEnumerable<Ruling> EdgesOf(IReadOnlyList<Ruling> group, IReadOnlyList<IReadOnlyList<Ruling>> groups)
    {
        var verticals = group.Where(rule => rule.Direction is RulingDirection.Vertical).ToList();
        if (verticals.Count < RulingGroups.FewestOpenSides || verticals.Count == group.Count)
            return [];
        var (top, bottom) = (verticals.Min(rule => rule.Start), verticals.Max(rule => rule.End));
        return groups.Where(other => other.All(rule => rule.Direction is RulingDirection.Vertical))
            .SelectMany(other => other)
            .Where(rule => Math.Abs(rule.Start - top) <= OpenRow && Math.Abs(rule.End - bottom) <= OpenRow);
    }

    // Open sides count as drawn from top to bottom.
    private static List<Ruling> Closed(List<Ruling> verticals, List<double> xs, List<double> ys)
    {
        var all = new List<Ruling>(verticals);
        foreach (var side in new[] { xs[0], xs[^1] })
            if (!verticals.Any(rule => Math.Abs(rule.Position - side) <= Snap))
                all.Add(new(RulingDirection.Vertical, side, ys[0], ys[^1], 0));
        return all;
    }

    // Every rule belongs to one border only, the nearest: of two narrow neighbours a rule must not draw both.
    private static List<Ruling> Snapped(List<Ruling> rulings, List<double> positions) =>
        [.. rulings.Select(rule => rule with { Position = positions.MinBy(position => Math.Abs(position - rule.Position)) })];

    private static List<double> Positions(List<Ruling> rulings)
    {
        var positions = new List<double>();
        var (sum, weight, last) = (0.0, 0.0, double.MinValue);
        foreach (var rule in rulings.OrderBy(rule => rule.Position))
        {
            if (weight > 0 && rule.Position - last > Snap)
            {
                positions.Add(sum / weight);
                (sum, weight) = (0, 0);
            }

            var length = rule.End - rule.Start;
            (sum, weight, last) = (sum + rule.Position * length, weight + length, rule.Position);
        }

        positions.Add(sum / weight);
        return positions;
    }

    private static bool IsCovered(IReadOnlyList<Ruling> rulings, double position, double start, double end)
    {
        var covered = 0.0;
        var reached = start;
        foreach (var rule in rulings.Where(rule => rule.Position.Equals(position)).OrderBy(rule => rule.Start))
        {
            var from = Math.Max(reached, rule.Start);
            var to = Math.Min(end, rule.End);
            if (to <= from)
                continue;
            covered += to - from;
            reached = to;
        }

        return covered >= (end - start) * CoveredShare;
    }
}
