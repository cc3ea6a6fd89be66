namespace GovReportIngest.Core.Layout.Tables;

/// <summary>
/// Columns whose names stand in the middle of their cells: from the right end of the table on, each name is as far from the border
/// behind it as from the one before it, and the last border so found must be the left end. That it closes proves the names complete
/// and centred, and shows columns in which no figure stands.
/// </summary>
internal static class CentredNames
{
    /// <summary>How far the last border may be from the left end, points: so much, and so much more for each name.</summary>
    private const double Closing = 1.5;

    private const double ClosingOfName = 0.6;

    /// <summary>White between two lines of a name, in heights; there is more between the name of a group and those below it.</summary>
    private const double WithinName = 0.5;

    private const int FewestNames = 2;

    /// <param name="lines">Of the header, from top to bottom. The upper ones may be names of groups: so few of the lowest count as close.</param>
    /// <param name="left">End of the table, points.</param>
    /// <param name="right">The other.</param>
    /// <returns>Borders between the columns, from left to right, points; null where the names do not close.</returns>
    public static IReadOnlyList<double>? Borders(IReadOnlyList<IReadOnlyList<TextRun>> lines, double left, double right) => Enumerable.Range(1, lines.Count)
        .Select(count => Leaves(lines.TakeLast(count))).Select(names => Between(names, left, right)).FirstOrDefault(borders => borders is not null);

    private static List<double>? Between(List<(double Start, double End)> names, double left, double right)
    {
        if (names.Count < FewestNames)
            return null;
        var fromRight = Walk(names.AsEnumerable().Reverse(), right).Reverse().ToList();
        var fromLeft = Walk(names, left).ToList();
        if (Math.Abs(fromRight[0] - left) > Closing + names.Count * ClosingOfName)
            return null;
        // What measuring adds grows from name to name: each end counts for the borders next to it.
        var borders = Enumerable.Range(1, names.Count - 1).Select(i => (fromRight[i] * i + fromLeft[i - 1] * (names.Count - i)) / names.Count).ToList();
        return Enumerable.Range(0, names.Count).All(i => IsInside(names[i], i == 0 ? left : borders[i - 1], i == borders.Count ? right : borders[i])) ? borders : null;
    }

    /// <summary>The border behind each name, begun at an end of the table.</summary>
    private static IEnumerable<double> Walk(IEnumerable<(double Start, double End)> names, double from)
    {
        foreach (var (start, end) in names)
            yield return from = start + end - from;
    }

    private static bool IsInside((double Start, double End) name, double from, double to) => name.Start >= from - TextRun.Lean && name.End <= to + TextRun.Lean;

    /// <summary>Names below which no other stands, of one line or several, from left to right.</summary>
    private static List<(double Start, double End)> Leaves(IEnumerable<IReadOnlyList<TextRun>> lines)
    {
        var leaves = new List<Leaf>();
        foreach (var run in lines.Reverse().SelectMany(line => line))
        {
            var below = leaves.FindAll(leaf => leaf.Start < run.Box.Right - TextRun.Lean && leaf.End > run.Box.X + TextRun.Lean);
            if (below.Count == 0)
                leaves.Add(new(run.Box.X, run.Box.Right, run.Box.Y));
            else if (below is [var only] && only.Top - run.Box.Bottom <= WithinName * run.Box.Height)
                leaves[leaves.IndexOf(only)] = new(Math.Min(only.Start, run.Box.X), Math.Max(only.End, run.Box.Right), run.Box.Y);
        }

        return [.. leaves.OrderBy(leaf => leaf.Start).Select(leaf => (leaf.Start, leaf.End))];
    }

    /// <param name="Top">Of its highest line; points.</param>
    private readonly record struct Leaf(double Start, double End, double Top);
}
