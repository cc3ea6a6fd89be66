using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>
/// Puts pieces of one character together that only a hairline joins, paler than what counts as ink: the foot and head of a 3, the
/// stem of a 7 in faces of strong contrast. Two pieces that are each as high as a digit are never joined: pale ink also stands
/// between digits that nearly touch.
/// </summary>
internal static class WeakInk
{
    /// <summary>Where the picture is this much of its contrast darker than paper a hairline may run.</summary>
    private const double Share = 0.27;

    /// <summary>The paper's grain must not bridge pieces, deviations.</summary>
    private const double MostGrain = 3.2;

    /// <summary>A piece lower than this share of the highest is no character of its own.</summary>
    private const double Low = 0.6;

    /// <summary>What is joined is no wider than a digit, as a share of the highest.</summary>
    private const double Widest = 0.85;

    public static List<Blob> Join(GrayImage image, IReadOnlyList<Blob> pieces, GreyLevels levels)
    {
        var joined = pieces.ToList();
        var contrast = levels.White - levels.Black;
        if (joined.Count < 2 || Share * contrast < MostGrain * levels.Grain)
            return joined;
        var highest = joined.Max(piece => piece.Height);
        if (joined.All(piece => piece.Height >= Low * highest))
            return joined;
        var pale = Blobs.Find(image, levels.White - Share * contrast);
        foreach (var group in pieces.GroupBy(pale.PieceAround).Where(group => group.Key is not null && group.Count() > 1))
            joined = [.. joined.Except(group), .. JoinLow([.. group], highest)];
        return joined;
    }

    private static List<Blob> JoinLow(List<Blob> group, int highest)
    {
        while (group.Where(piece => piece.Height < Low * highest)
            .SelectMany(low => group.Where(other => other != low && MayBeOne(low, other, highest)).Select(other => (Low: low, Other: other)))
            .OrderBy(pair => Distance(pair.Low, pair.Other)).ThenBy(pair => pair.Low.Left).ThenBy(pair => pair.Low.Top)
            .Cast<(Blob Low, Blob Other)?>().FirstOrDefault() is { } pair)
        {
            group.Remove(pair.Low);
            group.Remove(pair.Other);
            group.Add(pair.Low.With(pair.Other));
        }

        return group;
    }

    private static bool MayBeOne(Blob low, Blob other, int highest)
    {
        var isBeside = low.Right <= other.Left || other.Right <= low.Left;
        // A sign stands beside its digit.
        return low.With(other) is var both && both.Width <= Widest * highest && both.Height <= 1.1 * highest && !(isBeside && low.Width > 1.4 * low.Height);
    }

    private static int Distance(Blob a, Blob b) =>
        Math.Max(Math.Max(a.Left, b.Left) - Math.Min(a.Right, b.Right), Math.Max(a.Top, b.Top) - Math.Min(a.Bottom, b.Bottom));
}
