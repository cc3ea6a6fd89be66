namespace GovReportIngest.Core.Document;

/// <summary>Rules that belong together because they meet, directly or by others between them.</summary>
public static class RulingGroups
{
    /// <summary>Rules this near, in points, are one: double rules, borders of neighbouring cells.</summary>
    public const double Snap = 3.2;

    /// <summary>Ends may miss the rule they should meet by so much.</summary>
    public const double Reach = 4;

    /// <summary>So many sides of cells, and so far in points, go past the last rule across where a page break left a row open.</summary>
    public const int FewestOpenSides = 3;

    public const double OpenRow = 6;

    /// <summary>In the order of each group's first rule.</summary>
    public static IReadOnlyList<IReadOnlyList<Ruling>> Of(IReadOnlyList<Ruling> rulings)
    {
        ArgumentNullException.ThrowIfNull(rulings);
        var group = Enumerable.Range(0, rulings.Count).ToArray();
        int Root(int i)
        {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        }

        for (var i = 0; i < rulings.Count; i++)
            for (var j = i + 1; j < rulings.Count; j++)
                if (Meet(rulings[i], rulings[j]))
                    group[Root(i)] = Root(j);
        return [.. Enumerable.Range(0, rulings.Count).GroupBy(Root).OrderBy(rules => rules.Min()).Select(rules => rules.Select(i => rulings[i]).ToList())];
    }

    /// <summary>The area that the rules bound.</summary>
    public static Box Around(IReadOnlyList<Ruling> rulings)
    {
        ArgumentNullException.ThrowIfNull(rulings);
        return rulings.Select(BoxOf).Aggregate((all, box) => all.Union(box));
    }

    private static Box BoxOf(Ruling rule) => rule.Direction is RulingDirection.Horizontal
        ? Box.FromEdges(rule.Start, rule.Position, rule.End, rule.Position)
        : Box.FromEdges(rule.Position, rule.Start, rule.Position, rule.End);

    private static bool Meet(Ruling a, Ruling b)
    {
        if (a.Direction == b.Direction)
            return Math.Abs(a.Position - b.Position) <= Snap && a.Start <= b.End + Reach && b.Start <= a.End + Reach;
        return a.Position >= b.Start - Reach && a.Position <= b.End + Reach && b.Position >= a.Start - Reach && b.Position <= a.End + Reach;
    }
}
