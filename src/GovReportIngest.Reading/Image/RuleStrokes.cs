using GovReportIngest.Core.Document;

namespace GovReportIngest.Reading.Image;

/// <summary>
/// Cuts strokes of characters off the ends of upright rules: a side of a cell may end at a line, and a stroke in the cell behind that line
/// go on where it ends. A rule touches the lines on both sides of a cell; type leaves white before one of them. Rules across are
/// left alone: type seldom stands in their line, and bad scans wear them.
/// </summary>
internal static class RuleStrokes
{
    /// <summary>A line so near to an end, points, is not crossed.</summary>
    private const double Meeting = 2;

    private const double Reach = RuleCrossing.Reach;

    /// <param name="crossing">Rules of both directions, of which those count that cross the piece.</param>
    public static Ruling Cut(GrayImage page, Ruling piece, IReadOnlyList<Ruling> crossing, double pixelsPerPoint)
    {
        var lines = RuleCrossing.Along(crossing, piece);
        // Something between two lines must be left.
        while (lines.FindLastIndex(line => line < piece.End - Meeting) is var last and > 0 && !IsRule(lines[last], lines[(last + 1)..], isBehind: true))
            piece = piece with { End = lines[last] };
        while (lines.FindIndex(line => line > piece.Start + Meeting) is var first and >= 0 && lines.Exists(line => line > lines[first] + Meeting)
            && !IsRule(lines[first], lines[..first], isBehind: false))
            piece = piece with { Start = lines[first] };
        return piece;

        // The end piece touches the line it comes from and, where there is one, the line it goes to.
        bool IsRule(double line, List<double> next, bool isBehind) => RuleEvenness.Reaches(page, piece, line, isBehind, pixelsPerPoint)
            && next.TrueForAll(other => Math.Abs(other - (isBehind ? piece.End : piece.Start)) > Reach || RuleEvenness.Reaches(page, piece, other, !isBehind, pixelsPerPoint));
    }
}
