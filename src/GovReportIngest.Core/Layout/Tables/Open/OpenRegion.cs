using System.Text.RegularExpressions;
using GovReportIngest.Core.Document;

namespace GovReportIngest.Core.Layout.Tables.Open;

/// <summary>A part of a page that holds a table without rules down: its bands, and the rules across it.</summary>
/// <param name="Em">The width of a Han character in it, points.</param>
internal sealed partial record OpenRegion(double Left, double Right, IReadOnlyList<OpenBand> Bands, IReadOnlyList<Ruling> Rules, double Em)
{
    /// <summary>Rules whose ends lie so near each other, in points, are of one table.</summary>
    private const double SameEnd = 6;

    private const double ShortestRule = 60;

    /// <summary>A line of one run that takes so much of a table's width is prose.</summary>
    private const double ProseShare = 0.72;

    /// <summary>The next band of a table without rules stands at most so many ems below.</summary>
    private const double FarthestBand = 3.2;

    /// <summary>Lines of one cell are at most so many ems below each other.</summary>
    private const double WithinCell = 1.7;

    /// <summary>Between two rows nothing is farther from the upper one, in ems.</summary>
    private const double BetweenRows = 1.2;

    /// <summary>Rows that show by themselves that there is a table.</summary>
    private const int FewestBands = 3;

    /// <summary>Rules from end to end.</summary>
    public IEnumerable<Ruling> Wide => Rules.Where(rule => rule.Start <= Left + SameEnd && rule.End >= Right - SameEnd);

    /// <summary>From top to bottom.</summary>
    public static IReadOnlyList<OpenRegion> Find(IReadOnlyList<OpenBand> bands, IReadOnlyList<Ruling> rulings, double em)
    {
        var across = rulings.Where(rule => rule.Direction is RulingDirection.Horizontal).OrderBy(rule => rule.Position).ToList();
        var regions = new List<OpenRegion>();
        var free = bands.ToList();
        foreach (var group in SameEnds(across))
            for (var first = 0; first < group.Count;)
            {
                var last = first;
                while (last + 1 < group.Count && Between(free, group[last], group[last + 1]) is { Count: > 0 } inside && IsTable(inside, group[first]))
                    last++;
                if (last > first)
                    regions.Add(Grown(group[first], group[last].Position, across, free, em));
                first = last + 1;
                if (regions.Count > 0)
                    free.RemoveAll(regions[^1].Bands.Contains);
            }

        regions.AddRange(WithoutRules(free, across, em));
        return [.. regions.OrderBy(region => region.Bands[0].CentreY)];
    }

    /// <summary>Rules of the same ends, from top to bottom; the widest first.</summary>
    private static List<List<Ruling>> SameEnds(List<Ruling> across)
    {
        var groups = new List<List<Ruling>>();
        foreach (var rule in across.Where(rule => rule.End - rule.Start >= ShortestRule))
            if (groups.Find(group => Math.Abs(group[0].Start - rule.Start) <= SameEnd && Math.Abs(group[0].End - rule.End) <= SameEnd) is { } group)
                group.Add(rule);
            else
                groups.Add([rule]);
        return [.. groups.Where(group => group.Count > 1).OrderByDescending(group => group[0].End - group[0].Start)];
    }

    /// <summary>A table's name stands above it: 表2 …, 附表1 ….</summary>
    private static bool IsCaption(OpenBand band) => CaptionPattern().IsMatch(string.Concat(band.Runs.Select(run => run.Text)));

    /// <summary>A sentence, and not a cell beside others.</summary>
    private static bool IsProse(OpenBand band, double width) =>
        !band.IsParted && (band.Runs[0].Box.Width > ProseShare * width || band.Runs[0].Text.EndsWith('。'));

    private static List<OpenBand> Between(List<OpenBand> bands, Ruling above, Ruling below) => [.. bands.Where(band =>
        band.CentreY > above.Position && band.CentreY < below.Position && band.Right > above.Start && band.Left < above.End)];

    private static bool IsTable(List<OpenBand> bands, Ruling rule) => bands.Exists(band => band.IsParted)
        && !bands.Exists(band => IsCaption(band) || IsProse(band, rule.End - rule.Start) || band.Runs.Any(run => run.Box.Width > ProseShare * (rule.End - rule.Start)));

    /// <summary>Where a page ends inside a table, or only the header stands between rules, rows go on below the last rule.</summary>
    private static OpenRegion Grown(Ruling rule, double bottom, List<Ruling> across, List<OpenBand> free, double em)
    {
        bool IsInside(OpenBand band) => band.Left > rule.Start - SameEnd && band.Right < rule.End + SameEnd;
        var inside = free.Where(band => band.CentreY > rule.Position && band.CentreY < bottom && IsInside(band)).ToList();
        var last = inside.Count;
        foreach (var next in free.SkipWhile(band => band.CentreY < bottom))
        {
            if (next.CentreY - Math.Max(bottom, inside[^1].CentreY) > FarthestBand * em || !IsInside(next) || IsCaption(next) || IsProse(next, rule.End - rule.Start)
                || (!next.IsParted && next.CentreY - inside[^1].CentreY > WithinCell * em))
                break;
            inside.Add(next);
            if (next.IsParted)
                last = inside.Count;
        }

        inside.RemoveRange(last, inside.Count - last);
        bottom = Math.Max(bottom, inside[^1].CentreY + em);
        var rules = across.Where(other => other.Position >= rule.Position - 1 && other.Position <= bottom + 1 && other.Start >= rule.Start - SameEnd && other.End <= rule.End + SameEnd).ToList();
        return new(rule.Start, rule.End, inside, rules, em);
    }

    private static bool HoldsFigures(OpenBand band) => band.Runs.Count(run => run.Kind is RunKind.Figure) > 1;

    private static IEnumerable<OpenRegion> WithoutRules(List<OpenBand> bands, List<Ruling> across, double em)
    {
        for (var first = 0; first < bands.Count; first++)
        {
            if (!bands[first].IsParted || IsCaption(bands[first]))
                continue;
            var last = first;
            var (left, right) = (bands[first].Left, bands[first].Right);
            for (var next = first + 1; next < bands.Count && bands[next].CentreY - bands[next - 1].CentreY <= FarthestBand * em; next++)
            {
                // Prose ends a table; the lines of a wrapped label do not.
                if (IsCaption(bands[next]) || IsProse(bands[next], right - left))
                    break;
                // The name of a group of rows may stand beside all labels seen so far, between two rows.
                if (!bands[next].IsParted && bands[next].CentreY - bands[next - 1].CentreY > BetweenRows * em && (bands[next].Left < left - em || bands[next].Right > right + em))
                    break;
                if (!bands[next].IsParted)
                    continue;
                last = next;
                (left, right) = (Math.Min(left, bands[next].Left), Math.Max(right, bands[next].Right));
            }

            var inside = bands[first..(last + 1)];
            var rules = across.Where(rule => rule.Position >= inside[0].CentreY - 2 * em && rule.Position <= inside[^1].CentreY + em && rule.Start >= left - em && rule.End <= right + em).ToList();
            // What stands first on a page may be the end of a table of the page before.
            if (inside.Count(band => band.IsParted) >= FewestBands || (first == 0 && inside.TrueForAll(HoldsFigures)))
                yield return new(left, right, inside, rules, em);
            first = last;
        }
    }

    [GeneratedRegex(@"^附?表\s*[0-9０-９一二三四五六七八九十]")]
    private static partial Regex CaptionPattern();
}
