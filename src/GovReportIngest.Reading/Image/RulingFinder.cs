using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Finds straight rules in a binarised page by morphology: long runs survive an opening with a long brick (Zheng et al. 2005
/// compare such methods); pieces on one line are joined over small breaks; strokes of characters are told from rules by
/// <see cref="RuleSelection"/>.
/// </summary>
internal static class RulingFinder
{
    /// <summary>Shorter runs may be strokes of characters, points.</summary>
    private const double ShortestHorizontal = 16;
    private const double ShortestVertical = 12;

    /// <summary>Breaks in a rule that are bridged, points.</summary>
    private const double Bridge = 9;

    /// <summary>Thicker shapes are bars or fills, points.</summary>
    private const double Thickest = 5;

    /// <summary>Rules in points of the image's own frame.</summary>
    /// <param name="binary">1 bit, ink is 1.</param>
    public static IReadOnlyList<Ruling> Find(Pix binary, double pixelsPerPoint)
    {
        using var closed = PixImage.Checked(Leptonica.pixCloseSafeBrick(0, binary, 3, 3), "pixCloseSafeBrick");
        return RuleMending.Mend(RuleSelection.Choose(binary, pixelsPerPoint,
        [
            .. Runs(closed, RulingDirection.Horizontal, ShortestHorizontal, pixelsPerPoint),
            .. Runs(closed, RulingDirection.Vertical, ShortestVertical, pixelsPerPoint),
        ]));
    }

    private static List<RuleCandidate> Runs(Pix binary, RulingDirection direction, double shortest, double scale)
    {
        var isHorizontal = direction is RulingDirection.Horizontal;
        var length = (int)(shortest * scale);
        using var opened = PixImage.Checked(
            Leptonica.pixOpenBrick(0, binary, isHorizontal ? length : 1, isHorizontal ? 1 : length), "pixOpenBrick");
        var pieces = PixImage.Components(opened, 8)
            .Select(box => isHorizontal
                ? new Ruling(direction, (box.Y + box.Height / 2.0) / scale, box.X / scale, (box.X + box.Width) / scale, box.Height / scale)
                : new Ruling(direction, (box.X + box.Width / 2.0) / scale, box.Y / scale, (box.Y + box.Height) / scale, box.Width / scale))
            .Where(rule => rule.Thickness <= Thickest && rule.End - rule.Start >= 4 * rule.Thickness)
            .OrderBy(rule => rule.Start).ThenBy(rule => rule.Position)
            .ToList();
        return Join(pieces);
    }

    private static List<RuleCandidate> Join(List<Ruling> pieces)
    {
        var joined = new List<RuleCandidate>();
        foreach (var piece in pieces)
        {
            var index = joined.FindIndex(other => Math.Abs(other.Rule.Position - piece.Position) <= 2 && piece.Start <= other.Rule.End + Bridge);
            if (index < 0)
            {
                joined.Add(new(piece, piece.End - piece.Start, piece.End - piece.Start));
                continue;
            }

            var (rule, inked, longest) = joined[index];
            var (a, b) = (rule.End - rule.Start, piece.End - piece.Start);
            var longer = rule with
            {
                Position = (rule.Position * a + piece.Position * b) / (a + b),
                End = Math.Max(rule.End, piece.End),
                Thickness = Math.Max(rule.Thickness, piece.Thickness),
            };
            joined[index] = new(longer, inked + Math.Max(0, piece.End - Math.Max(piece.Start, rule.End)), Math.Max(longest, b));
        }

        return joined;
    }
}
