using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Finds the sides of cells in rows no higher than large characters, as a row that a page break left alone: there upright runs
/// are looked for that fill the row from rule to rule, which no character does.
/// </summary>
internal static class LowRows
{
    /// <summary>Heights of such rows, from rule to rule, points; sides of higher ones are found anyway.</summary>
    private const double Lowest = 6;
    private const double Highest = 14;

    /// <summary>Rules of a row lie over one another for so long, points.</summary>
    private const double Shortest = 60;

    /// <summary>A side is found over this share of its height: the rules may slant a little.</summary>
    private const double Filled = 0.9;

    /// <param name="page">Grey, as large as the mask: only there type leaves white before the rules.</param>
    /// <param name="down">1 bit: pixels that may belong to an upright rule.</param>
    /// <param name="across">Rules across that are certain.</param>
    public static IEnumerable<Ruling> Sides(GrayImage page, Pix down, IReadOnlyList<Ruling> across, double pixelsPerPoint)
    {
        var rules = across.Where(rule => rule.End - rule.Start >= Shortest).OrderBy(rule => rule.Position).ToList();
        foreach (var above in rules)
            foreach (var below in rules.Where(rule => rule.Position - above.Position is >= Lowest and <= Highest))
                foreach (var side in Between(down, above, below, pixelsPerPoint))
                    if (RuleEvenness.Reaches(page, side, above.Position, true, pixelsPerPoint) && RuleEvenness.Reaches(page, side, below.Position, false, pixelsPerPoint))
                        yield return side;
    }

    private static IEnumerable<Ruling> Between(Pix down, Ruling above, Ruling below, double scale)
    {
        var (left, right) = (Math.Max(above.Start, below.Start), Math.Min(above.End, below.End));
        var height = below.Position - above.Position;
        if (right - left < Shortest || PixImage.Clip(down, (int)((left - 1) * scale), (int)(above.Position * scale), (int)((right - left + 2) * scale), (int)(height * scale) + 1) is not { } row)
            yield break;
        using (row)
        using (var opened = Brick.Open(row, 1, (int)(Filled * height * scale)))
            foreach (var box in PixImage.Components(opened, 8))
                yield return new(RulingDirection.Vertical, left - 1 + (box.X + box.Width / 2.0) / scale, above.Position, below.Position, box.Width / scale);
    }
}
