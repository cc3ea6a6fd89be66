using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Ocr;

/// <summary>
/// Takes the white out of letter-spaced lines: the engine was trained on text set close, and fills wide gaps with characters
/// that are not there.
/// </summary>
internal sealed unsafe class LetterSpacing : IDisposable
{
    /// <summary>White wider than this share of a line's height is narrowed to the second share.</summary>
    private const double WidestGap = 0.45;
    private const double SetGap = 0.25;

    /// <summary>Darker than this is ink, of 255 levels.</summary>
    private const byte Ink = 160;

    private readonly List<(int From, int Shift)> shifts = [(0, 0)];

    /// <param name="line">8 bits a pixel, one line, its contrast stretched.</param>
    public LetterSpacing(Pix line)
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
        var isInked = InkedColumns(line);
        var (widest, rest) = ((int)(WidestGap * line.Height), (int)(SetGap * line.Height));
        var kept = new List<(int From, int To)>();
        var start = 0;
        for (var x = 0; x < isInked.Length; x++)
        {
            if (isInked[x])
                continue;
            var end = x;
            while (end < isInked.Length && !isInked[end])
                end++;
            if (x > 0 && end < isInked.Length && end - x > widest)
            {
                kept.Add((start, x + rest / 2));
                start = end - (rest - rest / 2);
            }

            x = end;
        }

        kept.Add((start, isInked.Length));
        return kept;
    }

    private static bool[] InkedColumns(Pix line)
    {
        var (width, height, stride) = (line.Width, line.Height, Leptonica.pixGetWpl(line) * 4);
        var pixels = (byte*)Leptonica.pixGetData(line);
        var isInked = new bool[width];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                isInked[x] |= pixels[(long)y * stride + (x ^ 3)] < Ink;
        return isInked;
    }
}
