using GovReportIngest.Core.Document;
using GovReportIngest.Reading.Interop;

namespace GovReportIngest.Reading.Image;

/// <summary>How much of a stretch, where a rule may have been lost, still has ink of a line.</summary>
internal static class RuleTrace
{
    /// <summary>A worn rule wanders by so many pixels.</summary>
    private const int Wander = 3;

    /// <summary>0 to 1; all positions in pixels.</summary>
    /// <param name="ridges">1 bit, pixels that may belong to a rule in this direction.</param>
    public static unsafe double Share(Pix ridges, RulingDirection direction, double position, double from, double to)
    {
        var isHorizontal = direction is RulingDirection.Horizontal;
        var stride = Leptonica.pixGetWpl(ridges);
        var bits = Leptonica.pixGetData(ridges);
        var (along, across) = isHorizontal ? (ridges.Width, ridges.Height) : (ridges.Height, ridges.Width);
        var (first, last) = (Math.Max(0, (int)from + 2 * Wander), Math.Min(along, (int)to - 2 * Wander));
        var inked = 0;
        for (var i = first; i < last; i++)
            for (var at = Math.Max(0, (int)position - Wander); at <= Math.Min(across - 1, (int)position + Wander); at++)
            {
                var (x, y) = isHorizontal ? (i, at) : (at, i);
                if ((bits[(long)y * stride + (x >> 5)] >> (31 - (x & 31)) & 1) == 0)
                    continue;
                inked++;
                break;
            }

        return last > first ? (double)inked / (last - first) : 0;
    }
}
