using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Rules across that end in the middle of a table without rules down: what stands beside their end spans several rows, as the
/// name of a group does, and belongs to none of them.
/// </summary>
internal static class HangingRules
{
    /// <summary>The side may stand so far from the end, points; blurred ink of rules reaches so far from them.</summary>
    private const double Lean = 1;
    private const double RuleInk = 2;

    /// <summary>Where rules down would part what spans rows from these; of no thickness, as none is drawn.</summary>
    /// <param name="ink">The page's ink without its rules, 1 bit: where some stands in the way, there is no such side.</param>
    public static IReadOnlyList<Ruling> Sides(IReadOnlyList<Ruling> rules, Pix ink, double pixelsPerPoint)
    {
        var across = rules.Where(rule => rule.Direction is RulingDirection.Horizontal).OrderBy(rule => rule.Position).ToList();
        return [.. across.SelectMany(rule => new[] { rule.Start, rule.End }.Where(x => !rules.Any(other => IsSide(other, x, rule.Position))).SelectMany(x => RowsBeside(across, rule, x)))
            .Distinct().Where(side => IsWhite(ink, side, pixelsPerPoint))];
    }

    /// <summary>The sides, above and below the end of a rule, to the next rules that reach as far; none where the table goes on past it nowhere.</summary>
    private static IEnumerable<Ruling> RowsBeside(List<Ruling> across, Ruling rule, double x)
    {
        if (!across.Exists(other => GoesPast(other, x)))
            yield break;
        if (across.FindLast(other => other.Position < rule.Position - RuleCrossing.SameLine && Reaches(other, x)) is { End: > 0 } above)
            yield return new(RulingDirection.Vertical, x, above.Position, rule.Position, 0);
        if (across.Find(other => other.Position > rule.Position + RuleCrossing.SameLine && Reaches(other, x)) is { End: > 0 } below)
            yield return new(RulingDirection.Vertical, x, rule.Position, below.Position, 0);
    }

    private static bool GoesPast(Ruling rule, double x) => rule.Start < x - RuleCrossing.Reach && rule.End > x + RuleCrossing.Reach;

    private static bool Reaches(Ruling rule, double x) => rule.Start <= x + RuleCrossing.Reach && rule.End >= x - RuleCrossing.Reach;

    private static bool IsSide(Ruling rule, double x, double y) => rule.Direction is RulingDirection.Vertical && Math.Abs(rule.Position - x) <= RuleCrossing.Reach
        && rule.Start <= y + RuleCrossing.Reach && rule.End >= y - RuleCrossing.Reach;

    /// <summary>Some line down, near the side, meets no ink between its rules.</summary>
    private static bool IsWhite(Pix ink, Ruling side, double pixelsPerPoint)
    {
        var (top, height) = ((int)((side.Start + RuleInk) * pixelsPerPoint), (int)((side.End - side.Start - 2 * RuleInk) * pixelsPerPoint));
        for (var x = (int)((side.Position - Lean) * pixelsPerPoint); x <= (side.Position + Lean) * pixelsPerPoint; x++)
        {
            using var line = PixImage.Clip(ink, x, top, 1, height);
            if (line is not null && Leptonica.pixZero(line, out var isEmpty) == 0 && isEmpty == 1)
                return true;
        }

        return false;
    }
}
