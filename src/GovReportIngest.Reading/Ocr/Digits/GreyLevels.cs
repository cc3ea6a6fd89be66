using GovReportIngest.Reading.Image;

namespace GovReportIngest.Reading.Ocr.Digits;

/// <summary>Black, white and grain of a cell from the counts of its grey levels.</summary>
internal readonly record struct GreyLevels(int Black, int White, double Grain)
{
    /// <summary>Ink is at least so much darker than its paper.</summary>
    public const int LeastContrast = 28;

    /// <summary>What varies more than this is no paper, but its shade or the stain of a seal.</summary>
    private const double RoughestPaper = 20;

    public static GreyLevels Of(int[] counts, double pixelsPerPoint)
    {
        var total = counts.Sum();
        // Ink and its blurred rim cover up to a third of a cell, so that these two ranks are paper: 0.507 deviations apart.
        var grain = Math.Min(RoughestPaper, (GreyHistogram.AtRank(counts, total * 0.6) - GreyHistogram.AtRank(counts, total * 0.4)) / 0.507);
        var ink = total * Math.Min(0.002, 0.7 * pixelsPerPoint * pixelsPerPoint / Math.Max(1, total));
        var (black, white, lightest) = (GreyHistogram.AtRank(counts, ink), GreyHistogram.AtRank(counts, total * 0.6), GreyHistogram.AtRank(counts, total * 0.97));
        // A stamp or a blot may cover most of a cell: then what is left shows the paper.
        return new(black, 2 * white < black + lightest && lightest - white >= LeastContrast ? lightest : white, grain);
    }
}
