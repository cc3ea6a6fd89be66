using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>
/// The header of a table without rules down: names of columns, perhaps with names of groups of columns above them. A group ends where
/// the rule below its name does, or, without one, so that its name stands in its middle.
/// </summary>
internal sealed class OpenHeader
{
    /// <summary>Lines of one name are at most so many ems below each other.</summary>
    private const double WithinName = 1.7;

    /// <summary>Names of groups and of their columns stand so many ems off the middle of the header.</summary>
    private const double OffMiddle = 0.35;

    /// <summary>Names, lines of one put together.</summary>
    public static IReadOnlyList<TextRun> NamesOf(IReadOnlyList<OpenBand> header, IReadOnlyList<Ruling> rules, double em)
    {
        var names = new List<(TextRun Name, double LastY)>();
        foreach (var band in header)
            foreach (var run in band.Runs)
            {
                var above = names.FindIndex(name => IsNextLine(name.Name, name.LastY, run, rules, em) && band.Runs.Count(other => Meet(name.Name, other)) == 1
                    && names.Count(other => Meet(other.Name, run) && IsNextLine(other.Name, other.LastY, run, rules, em)) == 1);
                if (above >= 0)
                    names[above] = (new(names[above].Name.Box.Union(run.Box), names[above].Name.Text + run.Text, RunKind.Words), run.CentreY);
                else
                    names.Add((run, run.CentreY));
            }

        return [.. names.Select(name => name.Name)];
    }

    /// <summary>Names of single columns: none that stands above others for a group of them.</summary>
    public static IReadOnlyList<TextRun> WithoutGroups(IReadOnlyList<TextRun> names, double em)
    {
        if (names.Count == 0)
            return names;
        var middle = (names.Min(name => name.Box.Y) + names.Max(name => name.Box.Bottom)) / 2;
        return names.Any(name => name.CentreY > middle + OffMiddle * em) ? [.. names.Where(name => name.CentreY >= middle - OffMiddle * em)] : names;
    }

    /// <summary>Groups of columns by name: first and last column, and the height that parts them from the names below; empty without groups.</summary>
    /// <param name="middle">Of the header: there the names of single columns stand.</param>
    public static IReadOnlyList<(int First, int Last, double Bottom)> GroupsOf(IReadOnlyList<TextRun> names, OpenColumns columns, IReadOnlyList<Ruling> rules, double middle, double em)
    {
        var tops = names.Where(name => name.CentreY < middle - OffMiddle * em).OrderBy(name => name.Box.CentreX).ToList();
        var low = names.Where(name => name.CentreY > middle + OffMiddle * em && columns.Over(name) <= 1).ToLookup(columns.At, name => name.CentreY);
        if (tops.Count == 0 || low.Count == 0)
            return [];
        var under = tops.Max(name => name.CentreY);
        var groups = new List<(int First, int Last, double Bottom)>();
        for (var first = 0; first < columns.Count; first++)
        {
            var last = first;
            while (last < columns.Count && low.Contains(last))
                last++;
            if (last == first)
                continue;
            var here = tops.Where(name => columns.At(name) >= first && columns.At(name) < last).ToList();
            var leaf = Enumerable.Range(first, last - first).Min(column => low[column].Min());
            var bottom = rules.Select(rule => rule.Position).Where(y => y > under && y < leaf).DefaultIfEmpty((under + leaf) / 2).First();
            groups.AddRange(Parted(here, columns, first, last - 1).Select(group => (group.First, group.Last, bottom)));
            first = last;
        }

        return groups;
    }

    /// <summary>Which columns a name in a row of names stands over, where there are fewer names than columns: so that each is in the middle.</summary>
    public static IReadOnlyList<(int First, int Last)> Parted(IReadOnlyList<TextRun> names, OpenColumns columns, int first, int last)
    {
        var count = last - first + 1;
        if (names.Count == 0 || names.Count > count)
            return [];
        var cost = new double[names.Count + 1, count + 1];
        var from = new int[names.Count + 1, count + 1];
        for (var i = 0; i <= names.Count; i++)
            for (var j = 0; j <= count; j++)
                cost[i, j] = i == 0 && j == 0 ? 0 : double.MaxValue;
        for (var i = 1; i <= names.Count; i++)
            for (var j = i; j <= count; j++)
                for (var k = i - 1; k < j; k++)
                    if (cost[i - 1, k] < double.MaxValue && cost[i - 1, k] + Math.Abs(columns.CentreOf(first + k, first + j - 1) - names[i - 1].Box.CentreX) is var sum && sum < cost[i, j])
                        (cost[i, j], from[i, j]) = (sum, k);
        var parts = new List<(int First, int Last)>();
        for (var (i, j) = (names.Count, count); i > 0; j = from[i, j], i--)
            parts.Add((first + from[i, j], first + j - 1));
        parts.Reverse();
        return parts;
    }

    private static bool IsNextLine(TextRun name, double lastY, TextRun run, IReadOnlyList<Ruling> rules, double em) =>
        Meet(name, run) && run.CentreY - lastY <= WithinName * em
        && !rules.Any(rule => rule.Position > lastY && rule.Position < run.CentreY && rule.Start < run.Box.CentreX && rule.End > run.Box.CentreX);

    private static bool Meet(TextRun one, TextRun other) => one.Box.Right > other.Box.X && one.Box.X < other.Box.Right;
}
