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

    /// <summary>A rule that others end at is at least so long, and their ends are so near to it, points.</summary>
    private const double LongCrossing = 60;
    private const double Meeting = 2;

    /// <summary>Rules are at least so even (<see cref="RuleEvenness"/>); chains of strokes are not.</summary>
    private const double LeastEven = 0.85;

    /// <summary>Thicker shapes are bars or fills, points.</summary>
    private const double Thickest = 5;

    /// <summary>Rules in points of the image's own frame.</summary>
    /// <param name="grey">The page; thin and grey rules are found here.</param>
    /// <param name="binary">The same page, 1 bit, ink is 1; thick rules are found here.</param>
    public static IReadOnlyList<Ruling> Find(GrayImage grey, Pix binary, double pixelsPerPoint)
    {
        using var closed = Brick.Close(binary, 3, 3);
        using var across = WithRidges(closed, RuleRidges.Horizontal(grey, pixelsPerPoint));
        using var down = WithRidges(closed, RuleRidges.Vertical(grey, pixelsPerPoint));
        var runs = Pieces(across, RulingDirection.Horizontal, ShortestHorizontal, pixelsPerPoint);
        var certain = Even(grey, runs, [], pixelsPerPoint);
        var upright = Pieces(down, RulingDirection.Vertical, ShortestVertical, pixelsPerPoint).Concat(LowRows.Sides(grey, down, certain, pixelsPerPoint).Where(IsThin));
        var vertical = Even(grey, upright.OrderBy(rule => rule.Start).ThenBy(rule => rule.Position), certain, pixelsPerPoint);
        var horizontal = Even(grey, runs, vertical, pixelsPerPoint);
        var rules = Join(horizontal, []);
        var chosen = RuleSelection.Choose([.. rules, .. Join(vertical, rules)],
            (rule, line, isBehind) => RuleEvenness.Reaches(grey, rule, line, isBehind, pixelsPerPoint), rule => RuleEvenness.InkBeside(grey, rule, pixelsPerPoint));
        var trace = new RuleTrace(across, down, binary, pixelsPerPoint);
        return RuleMending.Mend(RuleRecovery.Recover(chosen, [.. horizontal, .. vertical], trace), trace);
    }

    private static List<Ruling> Even(GrayImage grey, IEnumerable<Ruling> pieces, List<Ruling> crossing, double scale)
    {
        var rules = crossing.Where(rule => rule.End - rule.Start >= LongCrossing).ToList();
        return [.. pieces
            .Select(piece => piece.Direction is RulingDirection.Vertical ? RuleStrokes.Cut(grey, piece, rules, scale) : piece)
            .Select(piece => WithoutStrokes(piece, rules).Cast<Ruling?>().FirstOrDefault(part => RuleEvenness.Of(grey, part!.Value, rules, scale) >= LeastEven))
            .OfType<Ruling>()];
    }

    /// <summary>The piece, and what is left of it without its ends behind the outmost rules it crosses: a character's stroke may stand in its line there.</summary>
    private static IEnumerable<Ruling> WithoutStrokes(Ruling piece, List<Ruling> crossing)
    {
        yield return piece;
        var lines = crossing
            .Where(rule => rule.Direction != piece.Direction && rule.Start <= piece.Position && rule.End >= piece.Position)
            .Select(rule => rule.Position).Where(line => line > piece.Start + Meeting && line < piece.End - Meeting).Order().ToList();
        if (lines.Count == 0)
            yield break;
        Ruling[] parts = [piece with { Start = lines[0] }, piece with { End = lines[^1] }, piece with { Start = lines[0], End = lines[^1] }];
        foreach (var part in parts.Where(part => part.End - part.Start >= ShortestVertical))
            yield return part;
    }

    private static Pix WithRidges(Pix closed, Pix ridges)
    {
        using (ridges)
            return PixImage.Checked(Leptonica.pixOr(0, closed, ridges), "pixOr");
    }

    private static List<Ruling> Pieces(Pix binary, RulingDirection direction, double shortest, double scale)
    {
        var isHorizontal = direction is RulingDirection.Horizontal;
        var length = (int)(shortest * scale);
        using var opened = Brick.Open(binary, isHorizontal ? length : 1, isHorizontal ? 1 : length);
        return [.. PixImage.Components(opened, 8)
            .Select(box => isHorizontal
                ? new Ruling(direction, (box.Y + box.Height / 2.0) / scale, box.X / scale, (box.X + box.Width) / scale, box.Height / scale)
                : new Ruling(direction, (box.X + box.Width / 2.0) / scale, box.Y / scale, (box.Y + box.Height) / scale, box.Width / scale))
            .Where(IsThin)
            .OrderBy(rule => rule.Start).ThenBy(rule => rule.Position)];
    }

    private static bool IsThin(Ruling rule) => rule.Thickness <= Thickest && rule.End - rule.Start >= 4 * rule.Thickness;

    /// <param name="crossing">Rules of the other direction: pieces that end at two different ones are two sides of cells.</param>
    private static List<RuleCandidate> Join(List<Ruling> pieces, List<RuleCandidate> crossing)
    {
        bool IsParted(Ruling above, Ruling below) => At(above, above.End) is { } end && At(below, below.Start) is { } start && start - end > 2 * Meeting;
        double? At(Ruling piece, double end) => crossing
            .Where(other => other.Length >= LongCrossing && Math.Abs(other.Rule.Position - end) <= Meeting && other.Rule.Start <= piece.Position && other.Rule.End >= piece.Position)
            .Select(other => (double?)other.Rule.Position).FirstOrDefault();

        var joined = new List<RuleCandidate>();
        foreach (var piece in pieces)
        {
            var index = joined.FindIndex(other => Math.Abs(other.Rule.Position - piece.Position) <= 2 && piece.Start <= other.Rule.End + Bridge && !IsParted(other.Rule, piece));
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
