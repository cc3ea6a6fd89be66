using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Takes the white out of letter-spaced lines: the engine was trained on text set close, and fills wide gaps with characters
/// that are not there.
/// </summary>
internal sealed class CloseSetLine : IDisposable
{
    /// <summary>White wider than this share of a line's height is narrowed to the second share.</summary>
    private const double WidestGap = 0.45;
    private const double SetGap = 0.25;

    /// <summary>Letter-spaced is a line in which this share of all gaps between shapes are wide.</summary>
    private const double LeastShare = 0.3;

    private readonly List<(int From, int Shift)> shifts = [(0, 0)];

    /// <param name="line">8 bits a pixel, one line, its contrast stretched.</param>
    public CloseSetLine(Pix line)
    {
        var kept = Kept(line);
        if (kept.Count == 1)
        {
            Line = PixImage.Checked(Leptonica.pixClone(line), "pixClone");
            return;
        }

        Line = PixImage.Checked(Leptonica.pixCreate(kept.Sum(part => part.To - part.From), line.Height, 8), "pixCreate");
        var at = 0;
        foreach (var (from, to) in kept)
        {
            const int Source = 0xc;
            _ = Leptonica.pixRasterop(Line, at, 0, to - from, line.Height, Source, line, from, 0);
            shifts.Add((at, from - at));
            at += to - from;
        }
    }

    /// <summary>The line without wide gaps; the same image where it has none.</summary>
    public Pix Line { get; }

    /// <summary>Where a column of <see cref="Line"/> stood in the line given.</summary>
    public int Original(int x)
    {
        var shift = 0;
        foreach (var (from, by) in shifts)
            if (from <= x)
                shift = by;
        return x + shift;
    }

    public void Dispose() => Line.Dispose();

    /// <summary>The stretches of columns that stay.</summary>
    private static List<(int From, int To)> Kept(Pix line)
    {
        var isInked = ColumnInk.Of(line).Select(ink => ink > 0).ToArray();
        var (widest, rest) = ((int)(WidestGap * line.Height), (int)(SetGap * line.Height));
        var gaps = Gaps(isInked);
        // Behind marks of Chinese text white stands as a rule: it tells them from those of other scripts, and stays.
        if (gaps.Count(gap => gap.To - gap.From > widest) < LeastShare * (gaps.Count + 1))
            return [(0, isInked.Length)];
        var kept = new List<(int From, int To)>();
        var start = 0;
        foreach (var (from, to) in gaps.Where(gap => gap.To - gap.From > widest))
        {
            kept.Add((start, from + rest / 2));
            start = to - (rest - rest / 2);
        }

        kept.Add((start, isInked.Length));
        return kept;
    }

    /// <summary>White columns between ink.</summary>
    private static List<(int From, int To)> Gaps(bool[] isInked)
    {
        var gaps = new List<(int From, int To)>();
        for (var x = Array.IndexOf(isInked, true); x >= 0 && x < isInked.Length;)
        {
            var from = Array.IndexOf(isInked, false, x);
            var to = from < 0 ? -1 : Array.IndexOf(isInked, true, from);
            if (to > 0)
                gaps.Add((from, to));
            x = to;
        }

        return gaps;
    }
}
