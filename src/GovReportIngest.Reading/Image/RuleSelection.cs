using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>A straight run that may be a rule; <see cref="Inked"/> is how much of its length had ink before breaks were bridged, <see cref="Longest"/> its longest unbroken piece, points.</summary>
internal readonly record struct RuleCandidate(Ruling Rule, double Inked, double Longest)
{
    public double Length => Rule.End - Rule.Start;
}

/// <summary>
/// Tells rules from strokes of characters. A long unbroken run with paper on both sides is a rule by itself; a short one only
/// where it hangs between rules that cross it, as the sides of cells do and strokes of large type do not.
/// </summary>
internal static class RuleSelection
{
    /// <summary>Runs from this length on need no other rule to hang on, points.</summary>
    private const double Independent = 60;

    /// <summary>Single strokes are hardly longer than this, points.</summary>
    private const double LongestStroke = 36;

    /// <summary>Strokes that chain up over several characters leave more breaks than a worn rule.</summary>
    private const double LeastInked = 0.75;

    /// <summary>Strokes of characters have other strokes attached at more places than this share of their length.</summary>
    private const double MostAttached = 0.2;

    /// <summary>How far an end may stay away from the rule it should meet, points.</summary>
    private const double Reach = 4;

    public static IReadOnlyList<Ruling> Choose(Pix binary, double pixelsPerPoint, IReadOnlyList<RuleCandidate> candidates)
    {
        var solid = candidates.Where(candidate => candidate.Inked >= LeastInked * candidate.Length).ToList();
        var chosen = solid.Where(candidate => candidate.Length >= Independent && candidate.Longest > LongestStroke
                && Attached(binary, candidate.Rule, pixelsPerPoint) <= MostAttached)
            .Select(candidate => candidate.Rule).ToHashSet();
        for (var before = -1; before != chosen.Count;)
        {
            before = chosen.Count;
            chosen.UnionWith(solid.Select(candidate => candidate.Rule).Where(rule => Hangs(rule, rule.Start, chosen) && Hangs(rule, rule.End, chosen)).ToList());
        }

        return [.. candidates.Select(candidate => candidate.Rule).Where(chosen.Contains)];
    }

    private static bool Hangs(Ruling rule, double end, HashSet<Ruling> chosen) => chosen.Any(other =>
        other.Direction != rule.Direction && Math.Abs(other.Position - end) <= Reach
        && rule.Position >= other.Start - Reach && rule.Position <= other.End + Reach);

    /// <summary>The smaller share, of both sides, of a run's length along which ink stands close to it.</summary>
    private static double Attached(Pix binary, Ruling rule, double scale)
    {
        var away = rule.Thickness / 2 + 1.2;
        return Math.Min(InkAlong(binary, rule, rule.Position - away, scale), InkAlong(binary, rule, rule.Position + away, scale));
    }

    private static unsafe double InkAlong(Pix binary, Ruling rule, double position, double scale)
    {
        var isHorizontal = rule.Direction is RulingDirection.Horizontal;
        var stride = Leptonica.pixGetWpl(binary);
        var bits = Leptonica.pixGetData(binary);
        var (across, along) = isHorizontal ? (binary.Height, binary.Width) : (binary.Width, binary.Height);
        var at = Math.Clamp((int)(position * scale), 0, across - 1);
        var (from, to) = (Math.Max(0, (int)(rule.Start * scale)), Math.Min(along, (int)(rule.End * scale)));
        var ink = 0;
        for (var i = from; i < to; i++)
        {
            var (x, y) = isHorizontal ? (i, at) : (at, i);
            ink += (int)(bits[(long)y * stride + (x >> 5)] >> (31 - (x & 31)) & 1);
        }

        return to > from ? (double)ink / (to - from) : 1;
    }
}
