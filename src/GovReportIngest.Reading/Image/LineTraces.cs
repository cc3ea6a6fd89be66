using System.Numerics;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>A line on a page that was straight in print: points along it, in points of the page, from left to right.</summary>
/// <param name="Weight">How much one point counts: the middle of a rule is surer than that of a line of text.</param>
internal sealed record LineTrace(IReadOnlyList<(double X, double Y)> Points, double Weight);

/// <summary>
/// Follows rules and lines of text that are nearly level though bent. Pieces of ink that are long in every row of pixels they cross
/// are taken together where rows touch; the middle of such a band is the trace.
/// </summary>
internal static class LineTraces
{
    /// <summary>Pieces of rules are at least so long in one row of pixels, points: rules of two pixels that rise by a twelfth have them.</summary>
    private const double RunOfRule = 6;

    /// <summary>Shorter bands may be strokes of characters, points.</summary>
    private const double ShortestRule = 36;
    private const double ThickestRule = 3;

    /// <summary>Gaps between characters of a line that are closed, points.</summary>
    private const double CharacterGap = 7;
    private const double ShortestText = 36;
    private const double LowestText = 4;
    private const double HighestText = 16;

    /// <summary>Bands of one line, broken by worn ink or by a sign that stands alone, go on after so much, and so near to the same height, points.</summary>
    private const double FarthestNext = 30;
    private const double SameRule = 0.8;
    private const double SameText = 2.5;

    /// <summary>Lines of text that no more was found of are dropped, points.</summary>
    private const double ShortestLine = 90;

    private const double RuleWeight = 1;
    private const double TextWeight = 0.1;

    /// <summary>Distance of the points of a trace, points, and how many of them tell the height of an end.</summary>
    private const double Step = 4;
    private const int EndPoints = 4;

    public static List<LineTrace> Rules(Pix binary, double pixelsPerPoint)
    {
        var run = (int)(RunOfRule * pixelsPerPoint);
        using var closed = Brick.Close(binary, 3, 3);
        using var opened = Brick.Open(closed, run, 1);
        return [.. Bands(opened)
            .Where(band => band.Width >= ShortestRule * pixelsPerPoint && band.Area <= ThickestRule * pixelsPerPoint * band.Width)
            .Select(band => new LineTrace(band.Middles(Step, pixelsPerPoint), RuleWeight))
            .OrderBy(trace => trace.Points[0].X).Aggregate(new List<LineTrace>(), (lines, piece) => Linked(lines, piece, SameRule))];
    }

    public static List<LineTrace> Texts(Pix binary, double pixelsPerPoint)
    {
        using var closed = Brick.Close(binary, (int)(CharacterGap * pixelsPerPoint), 1);
        using var opened = Brick.Open(closed, (int)(CharacterGap * pixelsPerPoint), (int)(LowestText / 2 * pixelsPerPoint));
        return [.. Bands(opened)
            .Where(band => band.Width >= ShortestText * pixelsPerPoint
                && band.Area >= LowestText * pixelsPerPoint * band.Width && band.Area <= HighestText * pixelsPerPoint * band.Width)
            .Select(band => band.Middles(Step, pixelsPerPoint))
            // Where a line begins and ends, half a character or a comma decides its middle.
            .Select(points => new LineTrace(points[2..^2], TextWeight))
            .OrderBy(trace => trace.Points[0].X).Aggregate(new List<LineTrace>(), (lines, piece) => Linked(lines, piece, SameText))
            .Where(line => line.Points[^1].X - line.Points[0].X >= ShortestLine)];
    }

    /// <summary>The lines with one more piece, as a line of its own or at the end of the one it goes on.</summary>
    private static List<LineTrace> Linked(List<LineTrace> lines, LineTrace piece, double sameHeight)
    {
        var (start, height) = (piece.Points[0].X, HeightOf(piece.Points.Take(EndPoints)));
        double Offset(LineTrace line) => Math.Abs(HeightOf(line.Points.TakeLast(EndPoints)) - height);
        var before = lines.Where(line => start - line.Points[^1].X is > 0 and <= FarthestNext && Offset(line) <= sameHeight).MinBy(Offset);
        if (before is null)
            return [.. lines, piece];
        lines[lines.IndexOf(before)] = before with { Points = [.. before.Points, .. piece.Points] };
        return lines;
    }

    private static double HeightOf(IEnumerable<(double X, double Y)> points) => points.Average(point => point.Y);

    /// <summary>Runs of ink that touch those of the row above, taken together.</summary>
    private static List<Band> Bands(Pix ink)
    {
        var bands = new List<Band>();
        List<(int From, int To, Band Band)> above = [];
        for (var y = 0; y < ink.Height; y++)
        {
            var row = new List<(int From, int To, Band Band)>();
            foreach (var (from, to) in RunsOf(ink, y))
            {
                Band? own = null;
                foreach (var other in above)
                    if (other.From <= to && other.To >= from)
                        own = own is null ? other.Band.Whole : own.With(other.Band.Whole);
                if (own is null)
                    bands.Add(own = new Band());
                own.Runs.Add((y, from, to));
                row.Add((from, to, own));
            }

            above = row;
        }

        return [.. bands.Where(band => ReferenceEquals(band.Whole, band))];
    }

    private static List<(int From, int To)> RunsOf(Pix ink, int y)
    {
        var runs = new List<(int, int)>();
        for (var x = Next(ink, y, 0, isInk: true); x < ink.Width;)
        {
            var end = Next(ink, y, x, isInk: false);
            runs.Add((x, end - 1));
            x = Next(ink, y, end, isInk: true);
        }

        return runs;
    }

    /// <summary>The first pixel from <paramref name="x"/> on that is ink, or paper; the width where there is none.</summary>
    private static unsafe int Next(Pix ink, int y, int x, bool isInk)
    {
        var row = Leptonica.pixGetData(ink) + (long)y * Leptonica.pixGetWpl(ink);
        while (x < ink.Width)
        {
            var word = (isInk ? row[x >> 5] : ~row[x >> 5]) << (x & 31);
            if (word != 0)
                return Math.Min(ink.Width, x + BitOperations.LeadingZeroCount(word));
            x = (x | 31) + 1;
        }

        return ink.Width;
    }

    private sealed class Band
    {
        private Band? joinedTo;

        public List<(int Y, int From, int To)> Runs { get; private set; } = [];

        public int Width => Runs.Count == 0 ? 0 : Runs.Max(run => run.To) - Runs.Min(run => run.From) + 1;

        public long Area => Runs.Sum(run => (long)run.To - run.From + 1);

        public Band Whole => joinedTo is null ? this : joinedTo = joinedTo.Whole;

        public Band With(Band other)
        {
            if (ReferenceEquals(this, other))
                return this;
            var (larger, smaller) = Runs.Count >= other.Runs.Count ? (this, other) : (other, this);
            larger.Runs.AddRange(smaller.Runs);
            smaller.Runs = [];
            smaller.joinedTo = larger;
            return larger;
        }

        public List<(double X, double Y)> Middles(double step, double pixelsPerPoint)
        {
            var (left, width) = (Runs.Min(run => run.From), Math.Max(1, (int)(step * pixelsPerPoint)));
            var sums = new SortedDictionary<int, (long Y, long Count)>();
            foreach (var (y, from, to) in Runs)
                for (var bin = (from - left) / width; bin <= (to - left) / width; bin++)
                {
                    var count = Math.Min(to, left + (bin + 1) * width - 1) - Math.Max(from, left + bin * width) + 1;
                    var sum = sums.GetValueOrDefault(bin);
                    sums[bin] = (sum.Y + (long)y * count, sum.Count + count);
                }

            return [.. sums.Select(bin => ((left + (bin.Key + 0.5) * width) / pixelsPerPoint, (bin.Value.Y / (double)bin.Value.Count + 0.5) / pixelsPerPoint))];
        }
    }
}
