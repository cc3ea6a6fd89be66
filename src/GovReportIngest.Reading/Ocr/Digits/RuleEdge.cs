namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Follows the ink of the rule along one side of a cell. The side is cut into short strips; in each the rule is where nearly the
/// whole width is dark, which strokes of digits never are, so that digits that touch the rule do not count as part of it.
/// </summary>
internal static class RuleEdge
{
    /// <summary>How far a rule may stand off the edge that Layout gives, points.</summary>
    public const double Outside = 2;
    private const double Inside = 2.5;

    /// <summary>Rules are thinner than this, points.</summary>
    private const double Thickest = 4;

    /// <summary>Length of a strip, points: wider than a digit.</summary>
    private const double Strip = 7;

    /// <summary>Other rules cross near the corners, points.</summary>
    private const double Corner = 3;

    /// <summary>Of the pixels across a strip this share is at least as dark as the level that counts.</summary>
    private const double Covered = 0.7;

    private const int LeastContrast = 18;

    /// <summary>The level up to which a rule's blurred rim counts as rule, as a share of its contrast.</summary>
    private const double Rim = 0.15;

    /// <param name="length">Pixels along the side.</param>
    /// <param name="depth">Pixels from the outer border of the cell's picture inwards.</param>
    /// <param name="grey">Pixel at (along, inwards).</param>
    /// <param name="white">Paper level.</param>
    /// <returns>For every place along the side the first pixel inwards that is no rule; null where no rule runs.</returns>
    public static int[]? Find(int length, int depth, Func<int, int, byte> grey, int white, double scale)
    {
        var corner = length > 4 * Corner * scale ? (int)(Corner * scale) : 0;
        var count = Math.Clamp((int)((length - 2 * corner) / (Strip * scale)), 3, 64);
        var reach = Math.Min(depth / 2, (int)((Outside + Inside + Thickest) * scale));
        var window = Math.Min(reach, (int)((Outside + Inside) * scale) + 1);
        if (window < 2 || length - 2 * corner < 2 * count)
            return null;
        var strips = new StripProfile[count];
        for (var k = 0; k < count; k++)
            strips[k] = ProfileOf(corner + (length - 2 * corner) * k / count, corner + (length - 2 * corner) * (k + 1) / count, reach, window, grey, white);
        var contrast = Median(strips.Select(strip => strip.Contrast));
        var sound = strips.Where(strip => strip.Contrast >= contrast / 2).ToList();
        if (contrast < LeastContrast || sound.Count * 5 < count * 3)
            return null;
        var middle = Median(sound.Select(strip => strip.Darkest));
        if (sound.Count(strip => Math.Abs(strip.Darkest - middle) <= 0.8 * scale) * 5 < count * 3)
            return null;
        var ends = strips.Select(strip => strip.Contrast < contrast / 2 ? -1 : EndOf(strip, white - Rim * contrast, (int)(Thickest * scale))).ToArray();
        return Smooth(ends, length);
    }

    private readonly record struct StripProfile(int[] Levels, int Darkest, int Contrast);

    private static StripProfile ProfileOf(int from, int to, int reach, int window, Func<int, int, byte> grey, int white)
    {
        var levels = new int[reach];
        var row = new byte[to - from];
        var darkest = 0;
        for (var inwards = 0; inwards < reach; inwards++)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] = grey(from + i, inwards);
            Array.Sort(row);
            levels[inwards] = row[Math.Min(row.Length - 1, (int)(row.Length * Covered))];
            if (inwards < window && levels[inwards] < levels[darkest])
                darkest = inwards;
        }

        return new(levels, darkest, white - levels[darkest]);
    }

    private static int EndOf(StripProfile strip, double level, int thickest)
    {
        var end = strip.Darkest;
        while (end < strip.Levels.Length && end < strip.Darkest + thickest && strip.Levels[end] < level)
            end++;
        return end + 1;
    }

    /// <summary>A rule is straight: a strip far from its neighbours has met something else.</summary>
    private static int[] Smooth(int[] ends, int length)
    {
        const int Neighbours = 3;
        var smooth = ends.Select((_, k) => Median(ends[Math.Max(0, k - Neighbours)..Math.Min(ends.Length, k + Neighbours + 1)].Where(end => end >= 0).DefaultIfEmpty(-1))).ToArray();
        var known = Median(smooth.Where(end => end >= 0).DefaultIfEmpty(0));
        return [.. Enumerable.Range(0, length).Select(along => smooth[Math.Min(smooth.Length - 1, along * smooth.Length / length)] is >= 0 and var end ? end : known)];
    }

    private static int Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
