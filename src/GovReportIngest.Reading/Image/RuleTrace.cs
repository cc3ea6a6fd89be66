using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>What ink of a line is left on a stretch where a rule may have been lost. All measures are points of the page.</summary>
/// <param name="across">1 bit: pixels that may belong to a horizontal rule.</param>
/// <param name="down">1 bit, as large: pixels that may belong to a vertical rule.</param>
/// <param name="binary">The page, 1 bit, as large.</param>
internal sealed class RuleTrace(Pix across, Pix down, Pix binary, double pixelsPerPoint)
{
    /// <summary>A worn rule wanders by so many pixels.</summary>
    private const int Wander = 3;

    /// <summary>So much of both ends of a stretch is left out, points.</summary>
    private const double Margin = 2.2;

    /// <summary>Beside a worn rule the paper is white; beside a character's stroke other strokes stand. Pixels from the line.</summary>
    private const int NearestPaper = 6;
    private const int FarthestPaper = 11;

    /// <summary>A worn rule leaves traces in so many of so many parts of a stretch; a part has one from this share of its length on.</summary>
    private const int Parts = 8;
    private const int FewestParts = 4;
    private const int FewestPartsDown = 6;
    private const double LeastOfPart = 0.1;

    /// <summary>Dashes longer than a placeholder's, together, or a rule that goes on behind the one it crosses, so far, points.</summary>
    private const double LongerThanDash = 26;
    private const double Stub = 7;

    /// <summary>A stretch of an upright rule lower than this, points, may as well be filled by a 1 or a stroke of a character.</summary>
    private const double HighestType = 14;

    /// <summary>Text stands on a stretch that has ink beside the line on more than this share.</summary>
    private const double MostCrowded = 0.1;

    /// <summary>A rule left a trace on at least this share of a stretch; upright ones more, since strokes of characters stand beside them.</summary>
    public const double Least = 0.15;
    private const double LeastDown = 0.4;

    /// <summary>Whether enough of the stretch has ink of a line for a rule to have been there.</summary>
    public bool IsTraced(RulingDirection direction, double position, double from, double to) =>
        Share(direction, position, from, to) >= (direction is RulingDirection.Horizontal ? Least : LeastDown);

    /// <summary>Share of the stretch, 0 to 1, with any ink of a line in this direction.</summary>
    public double Share(RulingDirection direction, double position, double from, double to)
    {
        var ridges = Ridges(direction);
        var (at, first, last) = Pixels(position, from, to);
        var inked = 0;
        for (var i = first; i < last; i++)
            if (HasInk(ridges, direction, i, at - Wander, at + Wander))
                inked++;
        return last > first ? (double)inked / (last - first) : 0;
    }

    /// <summary>Whether characters stand on the stretch: they have ink above the line and below it.</summary>
    public bool CrossesText(RulingDirection direction, double position, double from, double to)
    {
        var (at, first, last) = Pixels(position, from, to);
        var crossed = 0;
        for (var i = first; i < last; i++)
            if (HasInk(binary, direction, i, at - FarthestPaper, at - NearestPaper) && HasInk(binary, direction, i, at + NearestPaper, at + FarthestPaper))
                crossed++;
        return crossed > MostCrowded * (last - first);
    }

    /// <summary>
    /// Whether a stretch looks like a rule that the scanner wore to dashes: they stand free, and are strewn over it, long, or
    /// begin at one of its ends, while the dash of a placeholder stands in the middle of its cell.
    /// </summary>
    public bool IsWorn(RulingDirection direction, double position, double from, double to)
    {
        var ridges = Ridges(direction);
        var (at, first, last) = Pixels(position, from, to);
        if (last - first < Parts || (direction is RulingDirection.Vertical && to - from < HighestType))
            return false;
        var traced = new bool[last - first];
        var crowded = 0;
        for (var i = first; i < last; i++)
            if (HasInk(binary, direction, i, at - FarthestPaper, at - NearestPaper) || HasInk(binary, direction, i, at + NearestPaper, at + FarthestPaper))
                crowded++;
            else
                traced[i - first] = HasInk(ridges, direction, i, at - Wander, at + Wander);
        return crowded <= MostCrowded * traced.Length && (direction is RulingDirection.Horizontal ? IsWornAcross(traced) : IsWornDown(traced));
    }

    private bool IsWornAcross(bool[] traced)
    {
        var parts = TracedParts(traced);
        return (parts.Count(isTraced => isTraced) >= FewestParts && (parts[0] || parts[^1]))
            || traced.Count(isTraced => isTraced) >= LongerThanDash * pixelsPerPoint
            || Math.Max(traced.TakeWhile(isTraced => isTraced).Count(), traced.Reverse().TakeWhile(isTraced => isTraced).Count()) >= Stub * pixelsPerPoint;
    }

    /// <summary>Strokes of characters stand upright in the middle of many cells.</summary>
    private static bool IsWornDown(bool[] traced)
    {
        var parts = TracedParts(traced);
        return parts.Count(isTraced => isTraced) >= FewestPartsDown && parts[0] && parts[^1];
    }

    private static bool[] TracedParts(bool[] traced)
    {
        var counts = new int[Parts];
        for (var i = 0; i < traced.Length; i++)
            counts[i * Parts / traced.Length] += traced[i] ? 1 : 0;
        return [.. counts.Select(count => count >= LeastOfPart * traced.Length / Parts)];
    }

    private Pix Ridges(RulingDirection direction) => direction is RulingDirection.Horizontal ? across : down;

    // The rules at both ends mark some of what is beside them.
    private (int At, int First, int Last) Pixels(double position, double from, double to) =>
        ((int)(position * pixelsPerPoint), (int)((from + Margin) * pixelsPerPoint), (int)((to - Margin) * pixelsPerPoint));

    private static unsafe bool HasInk(Pix bits, RulingDirection direction, int along, int first, int last)
    {
        var isHorizontal = direction is RulingDirection.Horizontal;
        var stride = Leptonica.pixGetWpl(bits);
        var data = Leptonica.pixGetData(bits);
        if (along < 0 || along >= (isHorizontal ? bits.Width : bits.Height))
            return false;
        for (var at = Math.Max(0, first); at <= Math.Min((isHorizontal ? bits.Height : bits.Width) - 1, last); at++)
        {
            var (x, y) = isHorizontal ? (along, at) : (at, along);
            if ((data[(long)y * stride + (x >> 5)] >> (31 - (x & 31)) & 1) != 0)
                return true;
        }

        return false;
    }
}
