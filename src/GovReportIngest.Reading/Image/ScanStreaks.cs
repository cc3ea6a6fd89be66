namespace GovReportIngest.Reading.Image;

/// <summary>
/// Takes streaks off a page that a scratched drum or dust under the glass draws over its whole length, from edge to edge and exactly
/// along the way of the paper: nothing printed does that. A faint streak is lightened by as much as it darkens the paper, so that ink
/// under it stays; where a dark one left nothing to see, what stands beside it goes on.
/// </summary>
internal sealed class ScanStreaks
{
    /// <summary>A streak is looked for in so many parts of the page, and missing in so many at most, in none of those at its ends.</summary>
    private const int Parts = 48;
    private const int MostWithout = 3;
    private const int Ends = 2;

    /// <summary>Parts in which there is no paper beside it, as behind a black border, tell nothing; of the others there are so many.</summary>
    private const int FewestSeen = Parts * 2 / 3;

    /// <summary>A streak is no wider, inches.</summary>
    private const double Widest = 0.02;

    /// <summary>Grey levels by which a streak is darker than the paper on both sides, and by which it is at least in each part.</summary>
    private const int LeastDepth = 3;
    private const double LeastInPart = 1;

    /// <summary>Paper is lighter than this share of the page's light; in each part of a line of pixels at least a fifth is.</summary>
    private const double PaperShare = 0.6;
    private const double PaperRank = 0.8;

    /// <summary>Below this share of the paper's light nothing under a streak can be seen.</summary>
    private const double Opaque = 0.35;

    private readonly GrayImage page;
    private readonly bool isDown;
    private readonly int reach;
    private readonly int paper;

    private ScanStreaks(GrayImage page, bool isDown, int dpi, int paper)
    {
        (this.page, this.isDown, this.paper) = (page, isDown, paper);
        reach = Math.Max(2, (int)Math.Round(Widest * dpi));
    }

    private int Lines => isDown ? page.Width : page.Height;

    private int Length => isDown ? page.Height : page.Width;

    /// <param name="page">As the scanner gave it: not turned, not scaled. Changed where it has streaks.</param>
    /// <returns>Whether it had any.</returns>
    public static bool Clear(GrayImage page, int dpi)
    {
        if (Math.Min(page.Width, page.Height) < 4 * Parts)
            return false;
        var paper = (int)(PaperShare * LightOf(page));
        var down = new ScanStreaks(page, isDown: true, dpi, paper).Clear();
        return new ScanStreaks(page, isDown: false, dpi, paper).Clear() || down;
    }

    private bool Clear()
    {
        var means = PaperMeans();
        var streaks = new SortedDictionary<int, (double Level, double Paper)>();
        for (var line = 2 * reach; line < Lines - 2 * reach; line++)
            if (DepthBetween(means, line) >= LeastDepth - 1 && Streak(line) is { } streak)
                streaks[line] = streak;
        foreach (var (line, (level, around)) in streaks)
            if (level >= Opaque * around)
                Lighten(line, around / level);
            else
                Bridge(line, streaks);
        return streaks.Count > 0;
    }

    /// <summary>How much darker a line is than the lighter ones on both sides, given a level of each.</summary>
    private double DepthBetween(double[] levels, int line)
    {
        double before = 0, behind = 0;
        for (var distance = reach; distance <= 2 * reach; distance++)
            (before, behind) = (Math.Max(before, levels[line - distance]), Math.Max(behind, levels[line + distance]));
        return Math.Min(before, behind) - levels[line];
    }

    /// <summary>The levels of a streak and of the paper beside it; null where the line is none.</summary>
    private (double Level, double Paper)? Streak(int line)
    {
        var seen = new List<(double Depth, double Level)>();
        for (var part = 0; part < Parts; part++)
            if (PaperAt(line - reach, part, line - 2 * reach) is var before && PaperAt(line + 2 * reach, part, line + reach) is var behind
                && Math.Min(before, behind) is var around && around >= paper)
            {
                var level = LevelOf(line, part);
                seen.Add((around - level, level));
            }

        var with = seen.Count(part => part.Depth >= LeastInPart);
        if (seen.Count < FewestSeen || seen.Count - with > MostWithout
            || seen.Take(Ends).Concat(seen.TakeLast(Ends)).Any(part => part.Depth < LeastInPart))
            return null;
        var (depth, typical) = (Median(seen.Select(part => part.Depth)), Median(seen.Select(part => part.Level)));
        return depth >= LeastDepth ? (Math.Max(1, typical), typical + depth) : null;
    }

    private double PaperAt(int last, int part, int first) => Math.Max(LevelOf(first, part), LevelOf(last, part));

    /// <summary>Of the pixels of one line in one part of the page, the level that a fifth of them reach.</summary>
    private int LevelOf(int line, int part)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var (from, to) = ((int)((long)part * Length / Parts), (int)((part + 1L) * Length / Parts));
        for (var at = from; at < to; at++)
            counts[page.Pixels[IndexOf(line, at)]]++;
        return GreyHistogram.AtRank(counts, PaperRank * (to - from));
    }

    private int IndexOf(int line, int at) => isDown ? at * page.Width + line : line * page.Width + at;

    /// <summary>Mean of the pixels of each line that are paper; 0 where hardly any is.</summary>
    private double[] PaperMeans()
    {
        var (sums, counts) = (new long[Lines], new int[Lines]);
        for (var y = 0; y < page.Height; y++)
        {
            var row = page.Pixels.AsSpan(y * page.Width, page.Width);
            for (var x = 0; x < row.Length; x++)
                if (row[x] >= paper)
                {
                    var line = isDown ? x : y;
                    sums[line] += row[x];
                    counts[line]++;
                }
        }

        return [.. sums.Zip(counts, (sum, count) => count < Length / 20 ? 0.0 : sum / (double)count)];
    }

    private void Lighten(int line, double gain)
    {
        for (var at = 0; at < Length; at++)
        {
            ref var pixel = ref page.Pixels[IndexOf(line, at)];
            pixel = (byte)Math.Min(255, pixel * gain + 0.5);
        }
    }

    private void Bridge(int line, SortedDictionary<int, (double Level, double Paper)> streaks)
    {
        var (before, behind) = (line, line);
        while (before > 0 && streaks.ContainsKey(before))
            before--;
        while (behind < Lines - 1 && streaks.ContainsKey(behind))
            behind++;
        for (var at = 0; at < Length; at++)
            page.Pixels[IndexOf(line, at)] = (byte)((page.Pixels[IndexOf(before, at)] * (behind - line) + page.Pixels[IndexOf(behind, at)] * (line - before)) / (behind - before));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static int LightOf(GrayImage page)
    {
        var counts = new int[256];
        for (var i = 0; i < page.Pixels.Length; i += 7)
            counts[page.Pixels[i]]++;
        return GreyHistogram.Reaching(counts, counts.Sum() * 3 / 4);
    }
}
